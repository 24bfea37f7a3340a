internal import CKernels

extension Kernel {
  /// What it would cost in each frame, in squared distances from where a group of joints was seen
  /// last, to keep the names of the sides, and to exchange them.
  package struct SideCosts {
    private var keep: [Float]
    private var swap: [Float]
    private var apart: [Float]

    package init(count: Int) {
      keep = [Float](repeating: 0, count: count)
      swap = keep
      apart = keep
    }

    /// Adds a joint of both sides; z is empty in two dimensions. A frame in which either is missing
    /// costs nothing, and the next one is compared with the last that has both.
    package mutating func add(
      left: (x: [Float], y: [Float], z: [Float]), right: (x: [Float], y: [Float], z: [Float])
    ) {
      let count = keep.count
      precondition(left.x.count == count && right.x.count == count, "columns of one length")
      let lost = Kernel.missing(left.x) + Kernel.missing(right.x) > 0
      let before = lost ? Self.held(left, right) : (left, right)
      Kernel.withPoint(left) { l in
        Kernel.withPoint(right) { r in
          Kernel.withPoint(before.0) { p in
            Kernel.withPoint(before.1) { q in
              var (l, r, p, q) = (l, r, p, q)
              ck_side_costs(&l, &r, &p, &q, count, &keep, &swap, &apart)
            }
          }
        }
      }
    }

    /// Frames in which exchanged sides fit four times better than the named ones, and the sides are
    /// apart.
    package var exchanged: Int { ck_exchanged(keep, swap, apart, keep.count) }

    private typealias Point = (x: [Float], y: [Float], z: [Float])

    /// Both points with frames that lack either filled by the last that has both.
    private static func held(_ left: Point, _ right: Point) -> (Point, Point) {
      var (left, right) = (left, right)
      for i in left.x.indices.dropFirst() where !(left.x[i].isFinite && right.x[i].isFinite) {
        left.x[i] = left.x[i - 1]
        left.y[i] = left.y[i - 1]
        right.x[i] = right.x[i - 1]
        right.y[i] = right.y[i - 1]
        guard !left.z.isEmpty, !right.z.isEmpty else { continue }
        left.z[i] = left.z[i - 1]
        right.z[i] = right.z[i - 1]
      }
      // What comes before both were seen once must not be compared with.
      if let x = left.x.first, let y = right.x.first, !(x.isFinite && y.isFinite) {
        let first = left.x.indices.first { left.x[$0].isFinite && right.x[$0].isFinite }
        for i in 0..<(first ?? left.x.count) { left.x[i] = .nan }
      }
      return (left, right)
    }
  }
}
