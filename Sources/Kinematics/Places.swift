import Kernels
import Pose

/// Points or directions, a column a coordinate; a missing one is NaN in each. In two dimensions z is
/// empty and counts as 0.
struct Places {
  var x: [Float]
  var y: [Float]
  var z: [Float]

  init(x: [Float], y: [Float], z: [Float]) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// A track's; missing throughout without one.
  init(_ track: Track?, count: Int) {
    let missing = track == nil ? [Float](repeating: .nan, count: count) : []
    x = track?.x ?? missing
    y = track?.y ?? missing
    z = track?.z ?? []
  }

  static func - (a: Places, b: Places) -> Places {
    Places(
      x: Kernel.difference(a.x, b.x), y: Kernel.difference(a.y, b.y),
      z: a.z.isEmpty || b.z.isEmpty ? [] : Kernel.difference(a.z, b.z))
  }

  /// The middle of both; either where the other is missing.
  func middle(_ other: Places) -> Places {
    if isMissing { return other }
    if other.isMissing { return self }
    return Places(
      x: Kernel.middle(x, other.x), y: Kernel.middle(y, other.y),
      z: z.isEmpty ? [] : Kernel.middle(z, other.z))
  }

  /// The middle of both; missing where either is.
  func mean(_ other: Places) -> Places {
    func mean(_ a: [Float], _ b: [Float]) -> [Float] {
      a.isEmpty || b.isEmpty ? [] : Kernel.mean(a, b)
    }
    return Places(x: mean(x, other.x), y: mean(y, other.y), z: mean(z, other.z))
  }

  /// Puts others behind these.
  mutating func append(_ others: Places) {
    x += others.x
    y += others.y
    z += others.z
  }

  /// With what is missing taken from others.
  func filled(from other: Places) -> Places {
    guard Kernel.missing(x) > 0, !other.isMissing else { return self }
    if isMissing { return other }
    var filled = self
    for i in x.indices where x[i].isNaN {
      filled.x[i] = other.x[i]
      filled.y[i] = other.y[i]
      if !z.isEmpty { filled.z[i] = other.z[i] }
    }
    return filled
  }

  var isMissing: Bool { Kernel.missing(x) == x.count }

  /// The frames in which it is seen.
  var seen: [Int] {
    Kernel.missing(x) == 0 ? Array(x.indices) : x.indices.filter { x[$0].isFinite }
  }

  /// Those of some frames.
  func at(_ frames: [Int]) -> Places {
    Places(x: x.at(frames), y: y.at(frames), z: z.isEmpty ? [] : z.at(frames))
  }

  /// The part along a direction.
  func along(_ axis: Vector) -> [Float] { Kernel.project(x: x, y: y, z: z, onto: axis) }

  var lengths: [Float] { Kernel.length(x: x, y: y, z: z) }

  /// The median of each coordinate; NaN of none.
  var median: Vector {
    let median = Vector(Robust.median(x), Robust.median(y), z.isEmpty ? 0 : Robust.median(z))
    return median.isFinite ? median : Vector(repeating: .nan)
  }
}

extension [Float] {
  /// The values of some frames, in their order.
  func at(_ frames: [Int]) -> [Float] { frames.map { self[$0] } }
}
