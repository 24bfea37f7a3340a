/// Fewer points for a drawing, with every peak kept.
enum Thinning {
  /// Positions to draw: the least and the greatest value of each of `count` / 2 equal parts, in
  /// order of time; all of them when there are no more than `count`. A part without a value gives
  /// its first position, so that a gap stays a gap.
  static func positions(_ values: [Float], count: Int) -> [Int] {
    guard values.count > count, count >= 2 else { return Array(values.indices) }
    let parts = count / 2
    var positions: [Int] = []
    positions.reserveCapacity(count)
    for part in 0..<parts {
      let range = (values.count * part / parts)..<(values.count * (part + 1) / parts)
      var low: Int?
      var high: Int?
      for position in range where !values[position].isNaN {
        if low.map({ values[position] < values[$0] }) ?? true { low = position }
        if high.map({ values[position] > values[$0] }) ?? true { high = position }
      }
      guard let low, let high else {
        positions.append(range.lowerBound)
        continue
      }
      positions.append(min(low, high))
      if low != high { positions.append(max(low, high)) }
    }
    return positions
  }
}
