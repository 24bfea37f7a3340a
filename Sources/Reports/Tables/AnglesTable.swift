internal import Kinematics
internal import Reps

/// `angles/NAME.csv`: a row a frame of the recording, empty where an angle could not be measured.
package enum AnglesTable {
  /// One column of the table: its name and where its numbers are.
  private struct Column {
    var name: String
    var values: [Float]
    var decimals: Int
  }

  /// The table of a report; nil where it has no frames.
  package static func render(_ report: RecordingReport) -> [UInt8]? {
    guard let table = report.frames else { return nil }
    let columns = columns(of: table.angles)
    let deviations = deviations(of: table.angles)
    var out = ByteSink(capacity: (table.times.count + 1) * (columns.count + 4) * 12)
    out.append("frame,time_s")
    for column in columns { out.append("," + column.name) }
    out.append(",phase,rep,source_frame")
    for column in deviations { out.append("," + column.name) }
    out.append(UInt8(ascii: "\n"))

    for position in table.times.indices {
      out.append(Int(table.rows[position]))
      comma(&out)
      out.append(table.times[position], decimals: 4)
      append(columns, at: position, to: &out)
      comma(&out)
      out.append(table.phases[position].rawValue)
      comma(&out)
      if table.reps[position] > 0 { out.append(table.reps[position]) }
      comma(&out)
      if !table.frameNumbers.isEmpty { out.append(Int(table.frameNumbers[position])) }
      append(deviations, at: position, to: &out)
      out.append(UInt8(ascii: "\n"))
    }
    return out.bytes
  }

  private static func append(_ columns: [Column], at position: Int, to out: inout ByteSink) {
    for column in columns {
      comma(&out)
      out.append(Double(column.values[position]), decimals: column.decimals)
    }
  }

  private static func comma(_ out: inout ByteSink) { out.append(UInt8(ascii: ",")) }

  private static func columns(of angles: Angles) -> [Column] {
    named(angles).map { name, unit, curve in
      Column(name: name + unit, values: curve.values, decimals: decimals(unit))
    }
  }

  private static func deviations(of angles: Angles) -> [Column] {
    named(angles).map { name, unit, curve in
      Column(name: name + "_sd" + unit, values: curve.sd, decimals: decimals(unit))
    }
  }

  private static func decimals(_ unit: String) -> Int { unit.isEmpty ? 3 : Precision.frameDegrees }

  /// Every curve under its column's name, without and with the unit.
  private static func named(_ angles: Angles) -> [(String, String, Curve)] {
    [
      ("neck_flexion", "_deg", angles.neckFlexion),
      ("head_pitch", "_deg", angles.headPitch),
      ("thoracic_flexion", "_deg", angles.thoracicFlexion),
      ("lumbar_flexion", "_deg", angles.lumbarFlexion),
      ("trunk_inclination", "_deg", angles.trunkInclination),
      ("hip_flexion_left", "_deg", angles.hipFlexion.left),
      ("hip_flexion_right", "_deg", angles.hipFlexion.right),
      ("knee_flexion_left", "_deg", angles.kneeFlexion.left),
      ("knee_flexion_right", "_deg", angles.kneeFlexion.right),
      ("shank_inclination_left", "_deg", angles.shankInclination.left),
      ("shank_inclination_right", "_deg", angles.shankInclination.right),
      ("thigh_elevation_left", "_deg", angles.thighElevation.left),
      ("thigh_elevation_right", "_deg", angles.thighElevation.right),
      ("knee_ankle_separation", "", angles.kneeAnkleSeparation),
    ]
  }
}
