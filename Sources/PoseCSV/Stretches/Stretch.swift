package import Pose

/// Rows of a long recording that are read together: those that are new, behind some that the
/// stretch before it has as well.
package struct Stretch: Sendable {
  /// The lifter in these rows, with rows, times and accounts of the whole recording; several where
  /// the track is cut, none where nobody is seen.
  package var recordings: [Recording]
  /// What became of the rows that are new here.
  package var accounts: FrameAccounts
  /// All of its rows, counted from the recording's first.
  package var rows: Range<Int>
  /// Those that the next stretch has as well; nil for the last one.
  package var shared: Range<Int>?
}

/// What reading a stretch must know of the recording that it is part of.
struct StretchPlace {
  /// Rows that are counted here rather than in the stretches beside it.
  var own: Range<Int32>
  /// The frame's shape that the stretches before it were read with.
  var shape: ImageSize?
}
