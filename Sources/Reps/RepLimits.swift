/// What counts as a rep. Depths are hip drops over the leg's length.
package struct RepLimits: Sendable, Equatable {
  /// A movement with less drop is a dip, not a rep.
  package var leastDrop: Float = 0.15
  /// Two low points belong to one rep unless the hips rise between them by this share of the
  /// smaller drop.
  package var leastRise: Float = 0.5
  /// A rep starts and ends within this share of its drop from standing height.
  package var edge: Float = 0.02
  /// A pause in the hole: slower than this many leg lengths a second …
  package var stillSpeed: Float = 0.06
  /// … for this long, in seconds.
  package var leastPause = 0.3
  /// Shorter or longer movements are no reps, in seconds.
  package var duration = 0.4...20.0
  /// The knees bend by at least this much in a squat, in degrees; less is a hip hinge.
  package var leastKneeFlexion: Float = 40
  /// An ankle that travels further than this during a movement makes it a step, over the leg's
  /// length.
  package var ankleTravel: Float = 0.20

  package init() {}
}
