import Foundation
import Pose

/// Writes the made set as the text of a file. Keypoints that are no joint are left empty, and
/// BlazePose's places in space are counted from the hips.
struct TableWriter {
  var layout: Layout
  var form: TableForm
  var space: TableSpace

  private var set: MadeSet { .of(dimensions: space.dimensions) }
  private var names: [String] { layout.keypoints.map(\.name) }
  private var axes: [String] { space.dimensions == 2 ? ["x", "y"] : ["x", "y", "z"] }

  var text: String {
    switch form {
    case .wide: wide { "\($0)_\($1)" }
    case .dotted: wide { "\($0).\($1)" }
    case .numberedFrom0: wide(score: "c") { "\($2)_\($1)" }
    case .numberedFrom1: wide(score: "c") { "kp\($2 + 1)_\($1)" }
    case .letterFirst: wide(score: space.dimensions == 2 ? "c" : "v") { "\($1)\($2)" }
    case .openPose: openPose
    case .semicolons: wide(separator: ";") { "\($0)_\($1)" }
    case .kinovea: kinovea
    case .tidy: tidy
    case .deepLabCut: deepLabCut(person: nil)
    case .deepLabCutPeople: deepLabCut(person: "lifter")
    case .sleap: sleap
    case .list: list
    case .trc: trc
    case .nexus: nexus
    }
  }

  // MARK: - A row a frame

  private func wide(
    separator: String = ",", score: String? = nil, _ spell: (String, String, Int) -> String
  ) -> String {
    let columns = names.enumerated().flatMap { index, name in
      (axes + (score.map { [$0] } ?? [])).map { spell(name, $0, index) }
    }
    let start = ["frame"] + (form.hasTime ? ["time"] : [])
    return table(start + columns, separator: separator) { frame in
      ["\(frame)"] + (form.hasTime ? [time(frame)] : [])
        + cells(frame, score: score == nil ? nil : "0.9")
    }
  }

  private func wide(separator: String = ",", _ spell: (String, String) -> String) -> String {
    wide(separator: separator, score: nil) { name, axis, _ in spell(name, axis) }
  }

  /// What was not seen is exactly 0, the score too.
  private var openPose: String {
    table(names.indices.flatMap { ["x\($0)", "y\($0)", "c\($0)"] }, separator: ",") { frame in
      cells(frame, score: "0.9").map { $0.isEmpty ? "0" : $0 }
    }
  }

  private var kinovea: String {
    func quoted(_ text: String) -> String { "\"\(text)\"" }
    let columns = names.flatMap { ["lifter/\($0)/X", "lifter/\($0)/Y"] }
    return table((["Time"] + columns).map(quoted), separator: ";") { frame in
      ([time(frame)] + cells(frame)).map(quoted)
    }
  }

  private var sleap: String {
    let columns = names.flatMap { ["\($0).x", "\($0).y", "\($0).score"] }
    return table(["track", "frame_idx", "instance.score"] + columns, separator: ",") { frame in
      ["track_0", "\(frame)", "0.8"] + cells(frame, score: "0.9")
    }
  }

  private var list: String {
    table(["frame", "keypoints"], separator: ",") { frame in
      let points = layout.keypoints.map { keypoint in
        let point = self.cells(keypoint, frame) ?? axes.map { _ in "0" }
        return "[" + (point + ["0.9"]).joined(separator: ", ") + "]"
      }
      return ["\(frame)", "\"[" + points.joined(separator: ", ") + "]\""]
    }
  }

  // MARK: - A row a keypoint

  private var tidy: String {
    let rows = set.frames.indices.flatMap { frame in
      layout.keypoints.map { keypoint in
        let place = cells(keypoint, frame) ?? axes.map { _ in "" }
        return (["\(frame)", time(frame), keypoint.name] + place).joined(separator: ",")
      }
    }
    let header = (["frame", "time", "keypoint"] + axes).joined(separator: ",")
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  // MARK: - Several rows of header

  private func deepLabCut(person: String?) -> String {
    let kinds = axes + ["likelihood"]
    func header(_ first: String, _ cell: (String, String) -> String) -> String {
      ([first] + names.flatMap { name in kinds.map { cell(name, $0) } }).joined(separator: ",")
    }
    var lines = [header("scorer") { _, _ in "net" }]
    if let person { lines.append(header("individuals") { _, _ in person }) }
    lines += [header("bodyparts") { name, _ in name }]
    return lines.joined(separator: "\n") + "\n"
      + table(
        header("coords") { _, kind in kind }.components(separatedBy: ","), separator: ","
      ) { ["\($0)"] + cells($0, score: "0.9") }
  }

  private var trc: String {
    let count = names.count
    return """
      PathFileType\t4\t(X/Y/Z)\tset.trc
      DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate
      20.00\t20.00\t\(set.frames.count)\t\(count)\t\(space == .millimetres ? "mm" : "m")\t20.00
      Frame#\tTime\t\(names.joined(separator: "\t\t\t"))\t\t
      \t\t\((1...count).map { "X\($0)\tY\($0)\tZ\($0)" }.joined(separator: "\t"))


      """ + table(nil, separator: "\t") { ["\($0 + 1)", time($0)] + cells($0) }
  }

  private var nexus: String {
    let unit = space == .millimetres ? "mm" : "m"
    return """
      Trajectories
      20
      ,,\(names.map { "Ann:\($0)" }.joined(separator: ",,,")),,
      Frame,Sub Frame,\(names.map { _ in "X,Y,Z" }.joined(separator: ","))
      ,,\(names.map { _ in "\(unit),\(unit),\(unit)" }.joined(separator: ","))

      """ + table(nil, separator: ",") { ["\($0 + 1)", "0"] + cells($0) }
  }

  // MARK: - Cells

  private func table(
    _ header: [String]?, separator: String, _ row: (Int) -> [String]
  ) -> String {
    var lines = header.map { [$0.joined(separator: separator)] } ?? []
    for frame in set.frames.indices {
      let line = row(frame).joined(separator: separator)
      lines.append(separator == ";" ? line.replacingOccurrences(of: ".", with: ",") : line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ frame: Int, score: String? = nil) -> [String] {
    layout.keypoints.flatMap { keypoint in
      (cells(keypoint, frame) ?? axes.map { _ in "" }) + (score.map { [$0] } ?? [])
    }
  }

  /// Nil for a keypoint that the set does not have.
  private func cells(_ keypoint: Layout.Keypoint, _ frame: Int) -> [String]? {
    guard let joint = keypoint.joint, let point = set.frames[frame][joint] else { return nil }
    let isWorld = layout.id == Layout.mediaPipe33.id && space.dimensions == 3
    let origin = isWorld ? set.frames[frame][.pelvis] ?? .zero : .zero
    let place = space.place(point - origin)
    return axes.indices.map { String(format: "%.\(space.decimals)f", place[$0]) }
  }

  private func time(_ frame: Int) -> String { String(format: "%.4f", Double(frame) / MadeSet.rate) }
}
