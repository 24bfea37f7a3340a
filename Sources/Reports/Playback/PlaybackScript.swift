internal import Pose

/// `recordings/NAME.js`: a playback as a script that hands it to the page.
///
/// One call with one object: names in JSON, then every column as differences (`DeltaColumn`) in one
/// text of base64, in the order of the fields. No text of the input is in it.
package enum PlaybackScript {
  private static let opening = "formcheck("
  private static let closing = ");\n"

  package static func render(_ playback: Playback) -> [UInt8] {
    let columns = 3 + playback.columns.count + 2 * playback.lines.count
    let room = columns * playback.rows.count * DeltaColumn.longest
    let bytes = [UInt8](capacity: room) { bytes in
      DeltaColumn.append(intervals(playback.rows), to: &bytes)
      DeltaColumn.append(intervals(playback.times), to: &bytes)
      if !playback.numbers.isEmpty { DeltaColumn.append(intervals(playback.numbers), to: &bytes) }
      for column in playback.columns { DeltaColumn.append(column, to: &bytes) }
      for line in playback.lines {
        DeltaColumn.append(line.values, to: &bytes)
        DeltaColumn.append(line.deviations, to: &bytes)
      }
    }
    var json = JSONWriter()
    json.object { json in
      json.field("frames", playback.frames)
      json.field("kept", playback.rows.count)
      json.field("numbered", !playback.numbers.isEmpty)
      json.field("dimensions", playback.dimensions)
      json.array("joints", playback.joints) { json, joint in
        json.element(String(describing: joint))
      }
      json.array("bones", playback.bones.joined().map { $0 }) { json, end in json.element(end) }
      json.array("curves", playback.lines) { json, line in json.element(line.name.rawValue) }
      json.field("spine", playback.spineSource)
      json.array("sparkline", playback.sparkline) { json, point in json.element(Int(point)) }
    }
    var out = ByteSink(capacity: bytes.count * 4 / 3 + 4096)
    out.append(opening)
    out.append(json.bytes.dropLast().map { $0 })
    out.append(",\"data\":\"")
    out.append(base64: bytes)
    out.append("\"}" + closing)
    return out.bytes
  }

  /// The playback of a file that `render` wrote; nil for any other.
  package static func read(_ file: [UInt8]) -> Playback? {
    let (start, end) = (opening.utf8.count, file.count - closing.utf8.count)
    guard start < end, file.starts(with: opening.utf8), file[end...].elementsEqual(closing.utf8)
    else { return nil }
    return PlaybackReader(file, in: start..<end).playback
  }

  /// Each number's distance from the one before; the first stands as it is.
  private static func intervals(_ numbers: [Int32]) -> [Int32] {
    var last: Int32 = 0
    return numbers.map { number in
      defer { last = number }
      return number &- last
    }
  }
}
