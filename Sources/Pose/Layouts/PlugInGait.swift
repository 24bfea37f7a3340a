extension Layout {
  /// The full-body Plug-in Gait marker set: 39 markers on the skin, millimetres.
  ///
  /// Markers are not joint centers; `Kinematics` computes those from them.
  package static let plugInGait = Layout(
    id: "plug_in_gait",
    title: "Plug-in Gait, 39 optical markers (Vicon)",
    dimensions: [3],
    usualUnits: .millimetres,
    namesOnly: true,
    source: "Vicon Plug-in Gait reference guide, full-body marker set",
    keypoints: [
      Keypoint("LFHD", .leftFrontHead), Keypoint("RFHD", .rightFrontHead),
      Keypoint("LBHD", .leftBackHead), Keypoint("RBHD", .rightBackHead),
      Keypoint("C7", .c7), Keypoint("T10", .t10),
      Keypoint("CLAV", .sternalNotch), Keypoint("STRN", .xiphoid), Keypoint("RBAK"),
      Keypoint("LSHO", .leftAcromion), Keypoint("LUPA"), Keypoint("LELB", .leftElbow),
      Keypoint("LFRM"), Keypoint("LWRA", .leftWrist), Keypoint("LWRB"), Keypoint("LFIN"),
      Keypoint("RSHO", .rightAcromion), Keypoint("RUPA"), Keypoint("RELB", .rightElbow),
      Keypoint("RFRM"), Keypoint("RWRA", .rightWrist), Keypoint("RWRB"), Keypoint("RFIN"),
      Keypoint("LASI", .leftASIS, aliases: ["LASIS"]),
      Keypoint("RASI", .rightASIS, aliases: ["RASIS"]),
      Keypoint("LPSI", .leftPSIS, aliases: ["LPSIS"]),
      Keypoint("RPSI", .rightPSIS, aliases: ["RPSIS"]),
      Keypoint("LTHI", .leftThighWand), Keypoint("LKNE", .leftLateralKnee),
      Keypoint("LTIB", .leftShankWand), Keypoint("LANK", .leftLateralAnkle),
      Keypoint("LHEE", .leftHeel), Keypoint("LTOE", .leftToe),
      Keypoint("RTHI", .rightThighWand), Keypoint("RKNE", .rightLateralKnee),
      Keypoint("RTIB", .rightShankWand), Keypoint("RANK", .rightLateralAnkle),
      Keypoint("RHEE", .rightHeel), Keypoint("RTOE", .rightToe),
    ])
}
