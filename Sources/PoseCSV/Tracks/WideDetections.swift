import Pose

extension Detections {
  /// The detections of a table that has a row a frame (and person).
  static func wide(_ table: RowTable, plan: TablePlan, person: Int = 0) -> Detections {
    func column(_ slot: Int?) -> [Float] {
      slot.map { table.slots[$0] } ?? []
    }
    return Detections(
      count: table.count, ordinals: table.ordinals, frames: table.frames, times: table.times,
      person: table.person, people: table.people,
      columns: plan.points.filter { $0.person == person }.map { point in
        Columns(
          joint: point.joint, x: column(point.x), y: column(point.y), z: column(point.z),
          score: column(point.score))
      },
      frameCount: Int(table.ordinals.last ?? -1) + 1)
  }
}
