/// Fewer points for a drawing, with every peak kept.
enum Thinning {
  /// Positions to draw: the least and the greatest value of each of `count` / 2 equal parts, in
  /// order of time; all of them when there are no more than `count`. A part without a value gives
  /// its first position, so that a gap stays a gap.
  static func positions(_ values: [Int16], count: Int) -> [Int] {
    guard values.count > count, count >= 2 else { return Array(values.indices) }
    let parts = count / 2
    var positions: [Int] = []
    positions.reserveCapacity(count)
    var first = 0
    for part in 1...parts {
      let end = values.count * part / parts
      var low = Int16.max
      var high = Playback.missing
      var (lowest, highest) = (first, first)
      for position in first..<end {
        let value = values[position]
        if value == Playback.missing { continue }
        if value < low { (low, lowest) = (value, position) }
        if value > high { (high, highest) = (value, position) }
      }
      positions.append(min(lowest, highest))
      if lowest != highest { positions.append(max(lowest, highest)) }
      first = end
    }
    return positions
  }
}
