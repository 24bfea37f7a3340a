import Pose

/// From a table of numbers to recordings: points, people, space, time.
struct Assembly {
  var name: String
  var plan: TablePlan
  var table: RowTable
  var options: ReadOptions

  /// The columns are changed in place, which takes that nobody else holds the table.
  consuming func assemble() throws(PoseCSVError) -> ReadResult {
    var plan = plan
    var people: [(id: String, detections: Detections)] = []
    if plan.form == .tidy {
      let tidy = try Detections.tidy(table, plan: plan, layout: options.chosenLayout)
      plan.layout = tidy.match.layout
      plan.found = table.keypoints
      plan.unknown = zip(table.keypoints, tidy.match.known).filter { !$0.1 }.map(\.0)
      people = try separated(tidy.detections, unknown: plan.unknown)
    } else if plan.people.isEmpty {
      let detections = Detections.wide(table, plan: plan)
      table.slots = []
      people = try separated(detections, unknown: plan.unknown)
    } else {
      for (index, id) in plan.people.enumerated() {
        var detections = Detections.wide(table, plan: plan, person: index)
        guard Needs.areMet(detections.columns.map(\.joint)) else { continue }
        detections.eraseMissingPoints()
        detections.rankFrames(keepingRows: options.place != nil)
        people.append((id, detections))
      }
      if people.isEmpty { try Needs.check(plan.points.map(\.joint), unknown: plan.unknown) }
    }
    return try cast(people, plan)
  }

  private func separated(
    _ detections: consuming Detections, unknown: [String]
  ) throws(PoseCSVError) -> [(id: String, detections: Detections)] {
    try Needs.check(detections.columns.map(\.joint), unknown: unknown)
    detections.eraseMissingPoints()
    detections.rankFrames(keepingRows: options.place != nil)
    let groups = People.separate(detections)
    if groups.count == 1, groups[0].rows.count == detections.count {
      return [(groups[0].id, detections)]
    }
    return groups.map { ($0.id, detections.selecting($0.rows)) }
  }

  /// Chooses the people, decides the space from the one who matters most, and builds.
  private func cast(
    _ people: [(id: String, detections: Detections)], _ plan: TablePlan
  ) throws(PoseCSVError) -> ReadResult {
    let layout = plan.layout ?? .named
    let frames = people.map(\.detections.frameCount).max() ?? 0
    let seen = people.filter { person in
      person.detections.columns.contains { $0.x.contains(where: \.isFinite) }
    }
    guard !seen.isEmpty else {
      throw PoseCSVError(.noUsableFrame, "has no usable frame: every point is missing")
    }
    let (chosen, passedOver) = try choose(seen, frames: frames)
    var recordings: [Recording] = []
    var space = Space()
    for index in chosen {
      var detections = seen[index].detections
      space = Space.resolve(&detections, plan: plan, layout: layout, options: options)
      let builder = RecordingBuilder(
        name: name, plan: plan, layout: layout, space: space, table: table, options: options)
      recordings += builder.build(detections, person: seen[index].id)
    }
    guard !recordings.isEmpty else { throw PoseCSVError(.noUsableFrame, "has no usable frame") }
    for index in recordings.indices {
      for person in passedOver {
        recordings[index].warn(
          .personPassedOver, "person '\(Shown.text(person.person))' \(person.reason)")
      }
    }
    return ReadResult(
      recordings: recordings, passedOver: passedOver,
      description: options.isDescribed
        ? describe(recordings, space, layout, plan) : InputDescription(),
      rejected: table.rejected)
  }

  private func choose(
    _ people: [(id: String, detections: Detections)], frames: Int
  ) throws(PoseCSVError) -> (chosen: [Int], passedOver: [PassedOver]) {
    // One person alone is read whatever they do, unless another is asked for.
    if people.count == 1 {
      if case .id = options.person {} else { return ([0], []) }
    }
    let candidates = people.map { Casting.Candidate(id: $0.id, $0.detections, frames: frames) }
    return try Casting.choose(candidates, person: options.person)
  }

  private func describe(
    _ recordings: [Recording], _ space: Space, _ layout: Layout, _ plan: TablePlan
  ) -> InputDescription {
    var description = InputDescription()
    description.form = plan.form.rawValue
    description.layout = layout.id
    description.layoutTitle = layout.title
    description.columns = plan.roles.count
    description.rows = table.count
    description.dimensions = space.dimensions
    description.units = space.units.rawValue
    description.unitsReason = space.unitsReason
    description.axes = space.axes.up
    description.people = recordings.map(\.person)
    description.unknownNames = plan.unknown
    if let first = recordings.first {
      description.fps = first.fps
      description.fpsSource = first.fpsSource.rawValue
      description.joints = first.joints
      description.missing = layout.keypoints.compactMap(\.joint).filter { first[$0] == nil }
    }
    description.suggestions = NearMiss.sentences(
      layout, present: plan.points.map(\.joint) + description.joints, unknown: plan.unknown)
    return description
  }
}
