import Pose

/// Decides which of a file's people are read.
struct Casting {
  /// What is known of a person before their reps are.
  struct Candidate {
    var id: String
    /// The share of the file's frames in which the person is seen.
    var presence: Double
    /// The body's height in the file's units.
    var size: Float
    /// By how much the distance from the hips to the ankles shortens, of a leg.
    var travel: Double
    /// The person does not move at all: a drawing.
    var isStill: Bool

    var squats: Bool { travel >= Casting.squatTravel && presence >= Casting.leastPresence }
  }

  /// A complete rep drops the hips by 15 % of the leg; noise and steps stay below this.
  static let squatTravel = 0.13
  static let leastPresence = 0.1

  /// The indices of those who are read, and why the others are not.
  static func choose(
    _ candidates: [Candidate], person: ReadOptions.Person
  ) throws(PoseCSVError) -> (chosen: [Int], passedOver: [PassedOver]) {
    let all = Array(candidates.indices)
    let main = all.max { weight(candidates[$0]) < weight(candidates[$1]) }
    switch person {
    case .all: return (all, [])
    case .id(let id):
      let found = all.filter { candidates[$0].id == id || candidates[$0].id.hasPrefix("\(id)/") }
      guard !found.isEmpty else {
        let ids = candidates.prefix(20).map { "'\(Shown.text($0.id))'" }.joined(separator: ", ")
        throw PoseCSVError(
          .person, "has no person '\(Shown.text(id))'; the file has \(ids)")
      }
      return (found, passed(all, found, candidates) { _ in "another person was asked for" })
    case .main:
      let found = main.map { [$0] } ?? []
      return (
        found, passed(all, found, candidates) { _ in "only the main person was asked for" }
      )
    case .squatting:
      guard all.count > 1 else { return (all, []) }
      let squatting = all.filter { candidates[$0].squats }
      let found = squatting.isEmpty ? main.map { [$0] } ?? [] : squatting
      return (found, passed(all, found, candidates, because: reason))
    }
  }

  private static func passed(
    _ all: [Int], _ found: [Int], _ candidates: [Candidate], because reason: (Candidate) -> String
  ) -> [PassedOver] {
    all.filter { !found.contains($0) }.map { index in
      PassedOver(person: candidates[index].id, reason: reason(candidates[index]))
    }
  }

  private static func reason(_ candidate: Candidate) -> String {
    if candidate.isStill { return "does not move: a picture or a person who stands still" }
    if candidate.presence < leastPresence {
      return "is seen in only \(Int(candidate.presence * 100)) % of the frames"
    }
    return "does not squat: the hips travel \(Int(candidate.travel * 100)) % of the leg"
  }

  /// Squatters before others, then by size and presence.
  private static func weight(_ candidate: Candidate) -> Double {
    (candidate.squats ? 1000 : 1) * Double(candidate.size) * candidate.presence
      * (candidate.isStill ? 0.1 : 1)
  }
}

extension Casting.Candidate {
  /// Measures a person's detections, in order of their frames. `frames` are the file's.
  init(id: String, _ detections: Detections, frames: Int) {
    self.id = id
    let marks = Landmarks(detections)
    presence = frames == 0 ? 0 : Double(detections.count) / Double(frames)
    size = BodySize.height(detections) ?? 0
    guard let hips = marks.hips, let ankles = marks.ankles, let leg = marks.legLength, leg > 0
    else {
      travel = 0
      isStill = false
      return
    }
    let lengths = Self.smoothed(hips.distances(to: ankles))
    let long = Statistics.quantile(lengths, 0.95) ?? 0
    let short = Statistics.quantile(lengths, 0.01) ?? 0
    travel = Double((long - short) / leg)
    let spread = [hips.x, hips.y].map { column in
      (Statistics.quantile(column, 0.95) ?? 0) - (Statistics.quantile(column, 0.05) ?? 0)
    }
    isStill = travel < Casting.squatTravel && (spread.max() ?? 0) < 0.05 * leg
  }

  /// The running median of five, without what is missing.
  private static func smoothed(_ values: [Float]) -> [Float] {
    let seen = values.filter(\.isFinite)
    guard seen.count > 5 else { return seen }
    return (2..<(seen.count - 2)).map { i in seen[(i - 2)...(i + 2)].sorted()[2] }
  }
}
