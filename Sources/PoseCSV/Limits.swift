/// What one file may ask of the reader. A file that goes beyond is refused, naming the limit.
package struct Limits: Sendable, Equatable {
  /// Bytes of a row, all of its lines included.
  package var rowBytes = 1 << 20
  /// Bytes of a text field.
  package var fieldBytes = 64 << 10
  package var columns = 4096
  package var rows = 10_000_000
  /// People or keypoint names in one file.
  package var names = 4096
  /// The share of rows that may be rejected before the file is.
  package var rejectedShare = 0.10
  /// Bytes that come out of one archive or compressed file.
  package var expandedBytes = 1 << 30
  /// How many times its size an archive may expand to.
  package var expansion = 200
  /// Bytes that an archive may expand to whatever its size.
  package var freelyExpandedBytes = 16 << 20
  /// Members of one archive.
  package var members = 10_000

  package init() {}

  /// Bytes of a number.
  static let numberBytes = 64
  /// Coordinates at or beyond this magnitude are no coordinates.
  static let coordinate = 1e7
}
