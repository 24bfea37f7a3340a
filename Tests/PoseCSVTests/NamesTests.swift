import Pose
import PoseCSV
import Testing

/// Spellings of columns that tools write.
@Suite struct NamesTests {
  /// The golden set, its coordinates' columns spelled otherwise.
  static let spellings: [(name: String, spell: @Sendable (String, String) -> String)] = [
    ("a word for the place", { "\($0)_pos_\($1)" }),
    ("a word behind the axis", { $1 == "score" ? "\($0)_score" : "\($0)_\($1)_coordinate" }),
    ("run together with the axis", { $1 == "score" ? "\($0)_conf" : "\($0)_\($1)coord" }),
    ("a last word that all have", { "\($0)_image_\($1)" }),
    ("the dimensions behind", { $1 == "score" ? "\($0)_score" : "\($0)_\($1)_2d" }),
    ("the number and the name", { "kp\(Sets.index($0))_\($0)_\($1)" }),
    ("the bare number and the name", { "\(Sets.index($0))_\($0)_\($1)" }),
    ("the name and the number", { "\($0)_\(Sets.index($0))_\($1)" }),
    ("a track of one point", { "\($0)/0/\($1)" }),
    ("letters run together", { "\($0.replacing("_", with: ""))\($1)" }),
    ("u and v", { $1 == "score" ? "\($0)_score" : "\($0)_\($1 == "x" ? "u" : "v")" }),
    ("pandas' pairs", { "\"('\($0)', '\($1)')\"" }),
  ]

  @Test(arguments: spellings.indices) func columnsAreReadHoweverTheyAreSpelled(index: Int) throws {
    let recording = try Sets.read(Sets.wide(Self.spellings[index].spell))
    let golden = try Sets.read(Sets.wide())
    #expect(recording.layout == "coco17", "\(Self.spellings[index].name)")
    #expect(recording[.leftKnee] == golden[.leftKnee])
    #expect(recording.joints == golden.joints)
  }

  @Test(arguments: [
    "id", "index", "kpt", "kpt_idx", "joint_index", "keypointIdx", "landmark_number", "part_id",
    "marker id", "node_no", "pointindex",
  ])
  func numbersOfKeypointsStandInAColumnOfManyNames(column: String) throws {
    let text = Sets.tidy(numbered: true).replacing("frame,keypoint", with: "frame,\(column)")
    let golden = try Sets.read(Sets.tidy())
    #expect(text.hasPrefix("frame,\(column)"))
    #expect(try Sets.read(text)[.leftKnee] == golden[.leftKnee])
  }

  @Test func aPersonsIdentityIsNoKeypointWhereAnotherColumnIs() throws {
    let text = Sets.tidy().split(separator: "\n").map { line in
      line.hasPrefix("frame") ? "id,\(line)" : "7,\(line)"
    }
    #expect(try Sets.read(text.joined(separator: "\n")).person == "7")
  }

  @Test func theFrameAroundAPersonIsNoKeypoint() throws {
    let text = Sets.wide { "kp\(Sets.index($0))_\($1)" }.split(separator: "\n").map { line in
      line.hasPrefix("frame") ? "\(line),bbox_x,bbox_y,bbox_w,bbox_h" : "\(line),400,100,300,800"
    }
    let recording = try Sets.read(text.joined(separator: "\n"))
    #expect(recording.layout == "coco17")
    #expect(recording[.leftKnee] == (try Sets.read(Sets.wide())[.leftKnee]))
  }

  @Test func rawNamesOfAppleVisionAreItsJoints() throws {
    let raw = [
      "shoulder": "shoulder_1_joint", "elbow": "forearm_joint", "wrist": "hand_joint",
      "hip": "upLeg_joint", "knee": "leg_joint", "ankle": "foot_joint", "eye": "eye_joint",
      "ear": "ear_joint",
    ]
    let text = Sets.wide { name, axis in
      let parts = name.split(separator: "_").map(String.init)
      let joint = parts.count == 2 ? "\(parts[0])_\(raw[parts[1]] ?? "")" : "head_joint"
      return "\(joint)_\(axis)"
    }
    let recording = try Sets.read(text)
    #expect(recording.layout == "apple_vision_2d")
    let golden = try Sets.read(Sets.wide())
    for joint in golden.joints { #expect(recording[joint] == golden[joint], "\(joint)") }
  }

  @Test(arguments: ["video_timestamp", "Video Timestamp (s)", "unix_timestamp_sec", "frame_time"])
  func aTimeMayBeOfAFilmOrOfAClock(column: String) throws {
    let text = Sets.wide().replacing("frame,time", with: "frame,\(column)")
    #expect(try Sets.read(text).fpsSource == .timeColumn)
  }

  /// Angles and speeds have x, y and z too, and are no places.
  @Test(arguments: ["angle", "velocity", "rotation"]) func otherQuantitiesAreNoPlaces(word: String)
  {
    let error = #expect(throws: PoseCSVError.self) {
      try Sets.read(Sets.wide { "\($0)_\(word)_\($1)" })
    }
    #expect(error?.message.hasPrefix("is not a table of keypoints") == true)
    let mixed = Sets.wide().split(separator: "\n").enumerated().map { row, line in
      line + (row == 0 ? ",Hip_\(word)_x,Hip_\(word)_y,Hip_\(word)_z" : ",1,2,3")
    }
    #expect(throws: Never.self) {
      let recording = try Sets.read(mixed.joined(separator: "\n"))
      #expect(recording[.pelvis] == nil && recording[.leftHip] != nil)
    }
  }
}
