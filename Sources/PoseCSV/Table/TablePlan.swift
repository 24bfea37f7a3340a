import Pose

/// What each column of a table is, decided from its header before any row is read.
struct TablePlan {
  /// What the sink does with a column's field.
  enum Role: Equatable {
    case ignored, frame, time, person, keypoint, athlete
    /// Names the recording that the row is of, where a table holds several.
    case recording
    /// A number that goes to this slot of the row.
    case value(Int)
    /// All keypoints of a row in one field, in brackets.
    case list
    /// All numbers of one keypoint in one field, which go to so many slots from the first one on.
    case point(first: Int, count: Int)
  }

  /// A keypoint and the slots in which its coordinates lie.
  struct Point {
    var joint: Joint
    var name: String
    /// Index into `people`, 0 where columns belong to one person.
    var person = 0
    var x: Int
    var y: Int
    var z: Int?
    var score: Int?
  }

  var form: TableForm
  /// The layout as far as the header tells; nil where the rows must tell (tidy tables, lists).
  var layout: Layout?
  var roles: [Role]
  /// The column names, for messages and to know a repeated header.
  var names: [String]
  var points: [Point] = []
  /// Slots of a row.
  var slots = 0
  /// People that the header names, in order; empty where it names none.
  var people: [String] = []
  /// Rows of the table before the first row of data.
  var headerRows = 1
  var timeUnit: KeyColumns.TimeUnit?
  /// The time column holds hours, minutes, seconds and frames.
  var timecode: Timecode?
  /// The frame column holds the names of pictures, which number the frames.
  var framesArePictures = false
  var units: Units?
  /// The file says centimetres, which are read as millimetres by ten.
  var fps: Double?
  var imageSize: ImageSize?
  /// Names of coordinate columns that no layout knows, and all keypoint names found.
  var unknown: [String] = []
  var found: [String] = []

  func has(_ role: Role) -> Bool { roles.contains(role) }
}

/// The shape of a table, in the words of reports.
package enum TableForm: String, Sendable {
  case wide = "wide, named columns"
  case numbered = "wide, numbered columns"
  case stacked = "wide, several header rows"
  case tidy = "tidy, a row a keypoint"
  case list = "a list of keypoints in a cell"
  case pointCells = "a keypoint in a cell"
  case headerless = "numbers without a header"
}
