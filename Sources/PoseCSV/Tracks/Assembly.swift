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
    guard table.holdsSeveral else {
      if table.parts.count > 1 { table.parts = [] }
      return try cast([part(&plan)], plan)
    }
    var parts: [Part] = []
    var passedOver: [PassedOver] = []
    for (code, part) in table.parts.enumerated() {
      var one = copy self
      one.table = table.rows(ofPart: code)
      do throws(PoseCSVError) {
        parts.append(try one.part(&plan))
      } catch {
        passedOver.append(PassedOver(person: part.id, reason: "is left out: " + error.message))
        if passedOver.count == table.parts.count { throw error }
      }
    }
    return try cast(parts, plan, passedOver)
  }

  /// The people of one of the table's recordings.
  private struct Part {
    var id = ""
    var athlete: String?
    var people: [(id: String, detections: Detections)]

    var frames: Int { people.map(\.detections.frameCount).max() ?? 0 }

    /// What a person of this recording is called: by the recording where it has only one.
    func name(of person: String) -> String {
      if id.isEmpty { return person }
      return people.count == 1 && person == "0" ? id : "\(id)/\(person)"
    }
  }

  /// The one recording that the table holds.
  private mutating func part(_ plan: inout TablePlan) throws(PoseCSVError) -> Part {
    Part(
      id: table.parts.first?.id ?? "", athlete: table.parts.first?.athlete,
      people: try people(&plan))
  }

  private mutating func people(
    _ plan: inout TablePlan
  ) throws(PoseCSVError) -> [(id: String, detections: Detections)] {
    if plan.form == .tidy {
      let tidy = try Detections.tidy(table, plan: plan, layout: options.chosenLayout)
      plan.layout = tidy.match.layout
      plan.found = table.keypoints
      plan.unknown = zip(table.keypoints, tidy.match.known).filter { !$0.1 }.map(\.0)
      return try separated(tidy.detections, unknown: plan.unknown)
    }
    if plan.people.isEmpty {
      let detections = Detections.wide(table, plan: plan)
      table.slots = []
      return try separated(detections, unknown: plan.unknown)
    }
    var people: [(id: String, detections: Detections)] = []
    for (index, id) in plan.people.enumerated() {
      var detections = Detections.wide(table, plan: plan, person: index)
      guard Needs.areMet(detections.columns.map(\.joint)) else { continue }
      detections.eraseMissingPoints()
      detections.rankFrames(keepingRows: options.place != nil)
      people.append((id, detections))
    }
    if people.isEmpty { try Needs.check(plan.points.map(\.joint), unknown: plan.unknown) }
    return people
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

  /// Chooses the people, decides the space of each, and builds.
  private func cast(
    _ parts: [Part], _ plan: TablePlan, _ lost: [PassedOver] = []
  ) throws(PoseCSVError) -> ReadResult {
    let layout = plan.layout ?? .named
    var seen: [Seen] = []
    for part in parts {
      for person in part.people where person.detections.isSeen {
        seen.append(
          Seen(
            id: part.name(of: person.id), part: part.id, athlete: part.athlete,
            detections: person.detections, frames: part.frames))
      }
    }
    guard !seen.isEmpty else {
      throw PoseCSVError(.noUsableFrame, "has no usable frame: every point is missing")
    }
    let (chosen, others) = try choose(seen)
    var passedOver = lost + others
    var recordings: [Recording] = []
    var space = Space()
    for index in chosen {
      var detections = seen[index].detections
      space = Space.resolve(&detections, plan: plan, layout: layout, options: options)
      let builder = RecordingBuilder(
        name: name, plan: plan, layout: layout, space: space, table: table, options: options,
        athlete: seen[index].athlete)
      do throws(PoseCSVError) {
        recordings += try builder.build(detections, person: seen[index].id)
      } catch {
        if chosen.count == 1 { throw error }
        passedOver.append(
          PassedOver(person: seen[index].id, reason: "is left out: " + error.message))
      }
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

  /// A person of one of the table's recordings, seen at least once.
  private struct Seen {
    var id: String
    var part: String
    var athlete: String?
    var detections: Detections
    /// Frames of that recording.
    var frames: Int
  }

  /// Chooses in each of the table's recordings; someone who is asked for, in all of them.
  private func choose(
    _ people: [Seen]
  ) throws(PoseCSVError) -> (chosen: [Int], passedOver: [PassedOver]) {
    func candidate(_ index: Int) -> Casting.Candidate {
      Casting.Candidate(
        id: people[index].id, people[index].detections, frames: people[index].frames)
    }
    if case .id = options.person {
      return try Casting.choose(people.indices.map(candidate), person: options.person)
    }
    var chosen: [Int] = []
    var passedOver: [PassedOver] = []
    var start = 0
    while start < people.count {
      let end = people[start...].firstIndex { $0.part != people[start].part } ?? people.count
      defer { start = end }
      // One person alone is read whatever they do.
      if end - start == 1 {
        chosen.append(start)
        continue
      }
      let choice = try Casting.choose((start..<end).map(candidate), person: options.person)
      chosen += choice.chosen.map { start + $0 }
      passedOver += choice.passedOver
    }
    return (chosen, passedOver)
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
