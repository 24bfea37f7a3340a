import Pose

/// From a table of numbers to recordings: points, space, people, time.
struct Assembly {
  var name: String
  var plan: TablePlan
  var table: RowTable
  var options: ReadOptions

  mutating func assemble() throws(PoseCSVError) -> ReadResult {
    let layout = plan.layout ?? .named
    var detections = Detections.wide(table, plan: plan)
    try Needs.check(detections.columns.map(\.joint), unknown: plan.unknown)
    _ = detections.eraseMissingPoints()
    guard detections.columns.contains(where: { $0.x.contains(where: \.isFinite) }) else {
      throw PoseCSVError(.noUsableFrame, "has no usable frame: every point is missing")
    }
    let space = Space.resolve(&detections, plan: plan, layout: layout, options: options)
    let builder = RecordingBuilder(
      name: name, plan: plan, layout: layout, space: space, table: table, options: options)
    let recordings = [builder.build(detections, person: "0")].compactMap { $0 }
    guard let first = recordings.first else {
      throw PoseCSVError(.noUsableFrame, "has no usable frame")
    }
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
    description.fps = first.fps
    description.fpsSource = first.fpsSource.rawValue
    description.people = recordings.map(\.person)
    description.joints = first.joints
    description.missing = layout.keypoints.compactMap(\.joint).filter { first[$0] == nil }
    description.unknownNames = plan.unknown
    return ReadResult(
      recordings: recordings, passedOver: [], description: description, rejected: table.rejected)
  }
}
