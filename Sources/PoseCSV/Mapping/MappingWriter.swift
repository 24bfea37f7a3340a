package import Pose

/// Writes a layout as a mapping file to start from.
package enum MappingWriter {
  /// The mapping file's text. Reading it back gives the layout's keypoints.
  package static func yaml(_ layout: Layout) -> String {
    var lines = [
      "# A mapping file: what each keypoint of a file is. Give it with --layout FILE.",
      "# \(layout.title)",
      "name: my_\(layout.id)",
      "dimensions: \(layout.dimensions.min() ?? 2)",
    ]
    if let units = layout.usualUnits { lines.append("units: \(units.rawValue)") }
    lines += [
      "# units: px, m, mm or normalised; fps: 30; header: false where the first row is data",
      "# frame, time and person name their columns, or number them from 1; time_unit: s, ms, us, ns",
      "# Keypoints stand in the order of the file. 'joint' says what one is; without it the",
      "# keypoint is passed over. 'x', 'y', 'z' and 'score' name the columns where the header",
      "# does not follow the pattern <name>_x.",
      "keypoints:",
    ]
    for keypoint in layout.keypoints {
      let joint = keypoint.joint.map { ", joint: \(JointNames.name($0))" } ?? ""
      let aliases =
        keypoint.aliases.isEmpty
        ? "" : ", aliases: [\(keypoint.aliases.map(quoted).joined(separator: ", "))]"
      lines.append("  - {name: \(quoted(keypoint.name))\(joint)\(aliases)}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
