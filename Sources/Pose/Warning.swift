/// Something a person should know about how a recording was read or cleaned.
package struct Warning: Sendable, Equatable {
  package var code: WarningCode
  /// A sentence.
  package var message: String
  /// The frame it concerns, counted from 0; nil when it concerns all of them.
  package var frame: Int?

  package init(code: WarningCode, message: String, frame: Int? = nil) {
    self.code = code
    self.message = message
    self.frame = frame
  }
}

/// The kinds of warnings, spelled as they stand in the results.
package enum WarningCode: String, Sendable, CaseIterable {
  case rowRejected = "row_rejected"
  case fileMayBeCut = "file_may_be_cut"
  case repeatedHeader = "repeated_header"
  case invalidText = "invalid_text"
  case framesOmitted = "frames_omitted"
  case framesOutOfOrder = "frames_out_of_order"
  case framesDuplicated = "frames_duplicated"
  case timeIrregular = "time_irregular"
  case timeBackwards = "time_backwards"
  case timeAssumed = "time_assumed"
  case missingPoints = "missing_points"
  case gapFilled = "gap_filled"
  case gapLeft = "gap_left"
  case outlierRemoved = "outlier_removed"
  case limbLengthJump = "limb_length_jump"
  case frozenPose = "frozen_pose"
  case sidesExchanged = "sides_exchanged"
  case axesExchanged = "axes_exchanged"
  case shapeEstimated = "shape_estimated"
  case shapeUnknown = "shape_unknown"
  case outsideImage = "outside_image"
  case implausibleCoordinates = "implausible_coordinates"
  case scoreAboveOne = "score_above_one"
  case trackCut = "track_cut"
  case personPassedOver = "person_passed_over"
  case unitDoubtful = "unit_doubtful"
  case cameraTilted = "camera_tilted"
  case viewUncertain = "view_uncertain"
  case lowFrameRate = "low_frame_rate"
  case noRep = "no_rep"
  case movementNotSquat = "movement_not_squat"
  case givenUnused = "given_unused"
  case sidecarUnreadable = "sidecar_unreadable"
  case layoutAmbiguous = "layout_ambiguous"
}
