import Pose

/// Whose poses are whose.
enum People {
  /// One person's rows.
  struct Group {
    var id: String
    var rows: [Int]
  }

  /// By the file's own identities where it has them; by nearness from frame to frame where
  /// several poses share a frame; else all rows are one person's, "0".
  static func separate(_ detections: Detections) -> [Group] {
    if !detections.person.isEmpty, !isIndex(detections) {
      var rows: [[Int]] = Array(repeating: [], count: detections.people.count)
      for (row, person) in detections.person.enumerated() where rows.indices.contains(Int(person)) {
        rows[Int(person)].append(row)
      }
      let groups = zip(detections.people, rows).map { Group(id: $0.isEmpty ? "0" : $0, rows: $1) }
      return groups.filter { !$0.rows.isEmpty }
    }
    if sharesFrames(detections) { return Tracker.follow(detections) }
    return [Group(id: "0", rows: Array(0..<detections.count))]
  }

  /// A column that numbers its rows is no column of people.
  private static func isIndex(_ detections: Detections) -> Bool {
    detections.people.count > 8 && 2 * detections.people.count > detections.count
  }

  /// Whether more than one frame in twenty has several poses that differ, of different people.
  private static func sharesFrames(_ detections: Detections) -> Bool {
    20 * sharing(detections).count > detections.count && !isCoarselyTimed(detections)
  }

  /// Whether rows of the same time are of different moments, since the clock is too coarse for the
  /// rate: where hardly any rows share a time with another pose, or where mostly the body has moved
  /// by less than a fifth of its height, as one lifter does between two frames and two do not.
  static func isCoarselyTimed(_ detections: Detections) -> Bool {
    guard detections.frames.isEmpty, detections.person.isEmpty else { return false }
    let rows = sharing(detections)
    guard 20 * rows.count > detections.count else { return !rows.isEmpty }
    guard let height = BodySize.height(detections) else { return false }
    let near = rows.count { row in
      guard let here = detections.center(row), let there = detections.center(row - 1) else {
        return false
      }
      let dx = here.x - there.x
      let dy = here.y - there.y
      return (dx * dx + dy * dy).squareRoot() < 0.2 * height
    }
    return 2 * near > rows.count
  }

  /// Rows with the frame number, or the time, of the row before and another pose.
  private static func sharing(_ detections: Detections) -> [Int] {
    let marks = detections.frames.isEmpty ? detections.times : detections.frames
    guard marks.count == detections.count else { return [] }
    return marks.indices.dropFirst().filter {
      marks[$0] == marks[$0 - 1] && !detections.isSame($0, $0 - 1)
    }
  }
}

/// Follows people through a file that does not say who is who.
enum Tracker {
  private struct Track {
    var id: Int
    var rows: [Int]
    var place: (x: Float, y: Float)
    var lastFrame: Int
  }

  /// Each pose goes to the person who was nearest in a frame shortly before, nearest pairs first,
  /// if within half a body height; else it begins a new person. O(poses · people).
  static func follow(_ detections: Detections) -> [People.Group] {
    let marks = detections.frames.isEmpty ? detections.times : detections.frames
    let order = marks.indices.filter { !marks[$0].isNaN }
      .sorted { (marks[$0], $0) < (marks[$1], $1) }
    let reach = 0.5 * (BodySize.height(detections) ?? .infinity)
    var tracks: [Track] = []
    var start = 0
    var frame = 0
    while start < order.count {
      var end = start
      while end < order.count, marks[order[end]] == marks[order[start]] { end += 1 }
      assign(Array(order[start..<end]), frame, detections, reach, &tracks)
      start = end
      frame += 1
    }
    return tracks.map { People.Group(id: "\($0.id)", rows: $0.rows) }
  }

  private static func assign(
    _ rows: [Int], _ frame: Int, _ detections: Detections, _ reach: Float, _ tracks: inout [Track]
  ) {
    var open = rows.compactMap { row in detections.center(row).map { (row: row, place: $0) } }
    var free = Set(tracks.indices.filter { frame - tracks[$0].lastFrame < 60 })
    while !open.isEmpty {
      var best: (pose: Int, track: Int, distance: Float)?
      for (i, pose) in open.enumerated() {
        for track in free.sorted() {
          let dx = pose.place.x - tracks[track].place.x
          let dy = pose.place.y - tracks[track].place.y
          let distance = (dx * dx + dy * dy).squareRoot()
          if distance < reach, distance < best?.distance ?? .infinity {
            best = (i, track, distance)
          }
        }
      }
      let pose = open.remove(at: best?.pose ?? 0)
      if let best {
        tracks[best.track].rows.append(pose.row)
        tracks[best.track].place = pose.place
        tracks[best.track].lastFrame = frame
        free.remove(best.track)
      } else {
        tracks.append(
          Track(id: tracks.count, rows: [pose.row], place: pose.place, lastFrame: frame))
      }
    }
  }
}

extension Detections {
  /// The mean of the points seen in a row.
  func center(_ row: Int) -> (x: Float, y: Float)? {
    var x: Float = 0
    var y: Float = 0
    var seen: Float = 0
    for column in columns where !column.x[row].isNaN {
      x += column.x[row]
      y += column.y[row]
      seen += 1
    }
    return seen == 0 ? nil : (x / seen, y / seen)
  }
}

/// How large a body is in the units of its file.
enum BodySize {
  /// Of a person's height, the leg from the hip to the ankle.
  private static let legShare: Float = 0.5

  /// The standing height, from the legs; nil where they are not seen.
  static func height(_ detections: Detections) -> Float? {
    Landmarks(detections).legLength.map { $0 / legShare }
  }
}
