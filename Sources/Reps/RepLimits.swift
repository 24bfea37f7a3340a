/// What counts as a rep. Depths are hip drops over the leg's length.
package struct RepLimits: Sendable, Equatable {
  /// A movement with less drop is a dip, not a rep.
  package var leastDrop: Float = 0.15
  /// Two low points belong to one rep unless the hips rise between them by this share of the
  /// smaller drop.
  package var leastRise: Float = 0.5
  /// A rep starts and ends within this share of its drop from standing height.
  package var edge: Float = 0.02
  /// A recording that begins or ends with the hips lower than this share of the drop cuts the rep
  /// off; higher, it misses a tenth of a second of a start that can still be told.
  package var cutShare: Float = 0.15
  /// The same where the recording holds one movement only: it was trimmed to the rep.
  package var cutShareAlone: Float = 0.30
  /// From here on a stay in the hole counts as a pause, in seconds.
  package var leastPause = 0.3
  /// Shorter or longer movements are no reps, in seconds.
  package var duration = 0.4...20.0
  /// Both knees bend by at least this much in a squat, in degrees; less is a hip hinge.
  package var leastKneeFlexion: Float = 35
  /// A foot that stands elsewhere against the other after a movement than before makes it a step,
  /// over the leg's length; twice this where coordinates are relative to the hips, whose depth is
  /// noisy.
  package var ankleTravel: Float = 0.20
  /// The same for a foot that is elsewhere at the low point only, where estimators lose feet.
  package var ankleTravelAtTheLow: Float = 0.35
  /// One foot that comes lower in the picture than while standing by more than this makes a
  /// movement seen from the front a lunge, over the leg's length.
  package var footTowardsCamera: Float = 0.15
  /// Feet that stand within this of where they stood are in the same place, over the leg's length.
  package var place: Float = 0.03
  /// The middle of the feet that moves further than this makes a movement a walk, over the leg's
  /// length.
  package var bodyTravel: Float = 0.30
  /// A center of mass further behind the ankles than this cannot be held by the feet, over the
  /// leg's length: heels reach 0.06 behind, keypoints may be off by as much, and arms held out
  /// or a bar shift the middle by up to 0.1.
  package var seated: Float = -0.24
  /// Knees at heights that differ by more than this are a lunge or a step, over the leg's length.
  package var kneeHeights: Float = 0.20
  /// Feet further apart from front to back than this are a lunge, over the leg's length.
  package var splitStance: Float = 0.45

  package init() {}
}
