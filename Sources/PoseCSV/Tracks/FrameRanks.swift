extension Detections {
  /// Numbers the file's frames from 0 where several rows may be of one: rows with the same frame
  /// number (or time) get the same ordinal, in the order of those. Sets `frameCount`.
  ///
  /// With `keepingRows`, a row stays a frame of its own: what a frame's rank is in a whole file, a
  /// part of it cannot tell.
  mutating func rankFrames(keepingRows: Bool = false) {
    let marks = frames.isEmpty ? times : frames
    guard marks.count == count, count > 0, !keepingRows else {
      frameCount = Int(ordinals.max() ?? -1) + 1
      return
    }
    // Each row a frame of its own: rejected rows keep their places in the count.
    if zip(marks, marks.dropFirst()).allSatisfy({ $0 < $1 }), !marks[0].isNaN {
      frameCount = Int(ordinals.max() ?? -1) + 1
      return
    }
    let sorted = marks.filter { !$0.isNaN }.sorted()
    var distinct: [Double] = []
    for mark in sorted where distinct.last != mark { distinct.append(mark) }
    frameCount = distinct.count
    if distinct.count == count || People.isCoarselyTimed(self) {
      frameCount = Int(ordinals.max() ?? -1) + 1
      return
    }
    ordinals = marks.map { mark in
      var low = 0
      var high = distinct.count
      while low < high {
        let middle = (low + high) / 2
        if distinct[middle] < mark { low = middle + 1 } else { high = middle }
      }
      return Int32(clamping: low)
    }
  }
}
