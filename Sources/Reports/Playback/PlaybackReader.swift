internal import Pose

/// Reads `recordings/NAME.js` back: the other way of `PlaybackScript.render`.
struct PlaybackReader {
  private(set) var playback: Playback?

  private var frames = 0
  private var kept = 0
  private var isNumbered = false
  private var dimensions = 0
  private var joints: [Joint] = []
  private var ends: [Int] = []
  private var curves: [CurveName] = []
  private var spine: String?
  private var sparkline: [UInt8] = []
  private var data: [UInt8] = []

  private static let named = Dictionary(
    uniqueKeysWithValues: Joint.allCases.map { (String(describing: $0), $0) })

  /// Reads the object in a part of some bytes; nothing comes of one that this program did not
  /// write.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var json = JSONReader(bytes, in: range)
    do throws(JSONFailure) {
      try json.object { (json, key) throws(JSONFailure) in try take(key, &json) }
      try json.finish()
    } catch {
      return
    }
    playback = decoded()
  }

  private mutating func take(_ key: String, _ json: inout JSONReader) throws(JSONFailure) {
    switch key {
    case "frames": frames = try json.integer()
    case "kept": kept = try json.integer()
    case "numbered": isNumbered = try json.bool()
    case "dimensions": dimensions = try json.integer()
    case "joints":
      joints = try json.list { (json) throws(JSONFailure) in
        guard let joint = Self.named[try json.text()] else { throw json.failure("no joint") }
        return joint
      }
    case "bones": ends = try json.list { (json) throws(JSONFailure) in try json.integer() }
    case "curves":
      curves = try json.list { (json) throws(JSONFailure) in try json.word("a curve") }
    case "spine": spine = try json.textOrNull()
    case "sparkline":
      sparkline = try json.list { (json) throws(JSONFailure) in
        UInt8(clamping: try json.integer())
      }
    case "data":
      guard let bytes = Base64.bytes(Array(try json.text().utf8)[...]) else {
        throw json.failure("no base64")
      }
      data = bytes
    default: try json.skip()
    }
  }

  private func decoded() -> Playback? {
    guard (2...3).contains(dimensions), kept > 0, ends.count.isMultiple(of: 2),
      ends.allSatisfy(joints.indices.contains)
    else { return nil }
    var rest = data[...]
    guard let rows = intervals(&rest), let times = intervals(&rest),
      let numbers = isNumbered ? intervals(&rest) : []
    else { return nil }
    var columns: [[Int16]] = []
    for _ in 0..<joints.count * dimensions {
      guard let column: [Int16] = DeltaColumn.read(kept, from: &rest) else { return nil }
      columns.append(column)
    }
    var lines: [Playback.Line] = []
    for name in curves {
      guard let values: [Int16] = DeltaColumn.read(kept, from: &rest),
        let deviations: [Int16] = DeltaColumn.read(kept, from: &rest)
      else { return nil }
      lines.append(Playback.Line(name: name, values: values, deviations: deviations))
    }
    guard rest.isEmpty else { return nil }
    return Playback(
      frames: frames, rows: rows, times: times, numbers: numbers, dimensions: dimensions,
      joints: joints,
      bones: stride(from: 0, to: ends.count, by: 2).map { [ends[$0], ends[$0 + 1]] },
      columns: columns, lines: lines, spineSource: spine, sparkline: sparkline)
  }

  /// Numbers that are written as their distances.
  private func intervals(_ bytes: inout ArraySlice<UInt8>) -> [Int32]? {
    guard let steps: [Int32] = DeltaColumn.read(kept, from: &bytes) else { return nil }
    var sum: Int32 = 0
    return steps.map { step in
      sum &+= step
      return sum
    }
  }
}
