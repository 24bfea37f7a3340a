import Kernels
import Pose

/// Bends of the spine from whatever points lie along it.
extension Angles {
  /// Points between pelvis and shoulders from below, with whether they belong to the thorax.
  fileprivate static let vertices: [(joint: Joint, thoracic: Bool)] = [
    (.l5, false), (.l3, false), (.t12, true), (.t10, true), (.spineMiddle, true), (.t8, true),
    (.t4, true),
  ]

  /// Adds thoracic and lumbar flexion.
  ///
  /// Thoracic is the direction of the highest spine segment minus that of the lowest thoracic
  /// one; with a single point, the bend at it. Lumbar is the direction of that lowest thoracic
  /// segment minus that of the lowest segment, so that both together are the whole bend. Both
  /// + flexed. Without a point between pelvis
  /// and shoulders both stay missing: the line from hips to shoulders hardly shortens when the
  /// back rounds.
  mutating func addSpine(_ body: Body, _ error: ErrorModel.Scaled) {
    let present = Self.vertices.compactMap { vertex in
      body[vertex.joint].map { (vertex.joint, vertex.thoracic, $0) }
    }
    guard !present.isEmpty, let base = body[.pelvis] ?? body.midHip,
      let top = body[.c7] ?? body[.spineTop] ?? body.midShoulder
    else { return }
    var chain = [base]
    chain += present.map(\.2)
    chain.append(top)
    var segments: [Segment] = []
    for i in 1..<chain.count { segments.append(Segment(from: chain[i - 1], to: chain[i])) }

    func bend(_ upper: Segment, _ lower: Segment) -> Curve {
      Curve(
        values: Kernel.angleDifference(upper.fromVertical, lower.fromVertical),
        sd: ErrorModel.combined(
          error.direction(upper, of: \.spine), error.direction(lower, of: \.spine)))
    }
    // Segment i ends at point i of `present`, counted from 0; the last one ends at the top.
    let last = segments.count - 1
    let thorax = present.firstIndex { $0.1 } ?? present.count - 1
    let lowest = thorax + 1 < last ? thorax + 1 : thorax
    thoracicFlexion = bend(segments[last], segments[lowest])
    if thorax > 0 { lumbarFlexion = bend(segments[lowest], segments[0]) }
    spineBends = lumbarFlexion.isMissing ? 1 : 2
    spineSource = present.map(\.0.words).joined(separator: ", ")
  }
}

extension Body {
  /// There is a point on the spine between pelvis and shoulders.
  package var hasSpine: Bool { Angles.vertices.contains { self[$0.joint] != nil } }
}
