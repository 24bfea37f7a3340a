/// Decides which columns that might name a row's recording do so in this file.
///
/// A name that never changes tells nothing, and one that changes with every picture names no
/// recording but numbers frames. Such columns are left aside, so that the table keeps its faster
/// lane.
enum RecordingColumns {
  /// Rows of a recording, at least, where there are more than a few: half a second.
  private static let leastRows = 15
  /// The same with a row a keypoint, of which a skeleton has at least so many.
  private static let leastKeypoints = 12
  private static let few = 8

  /// Takes the role from columns that tell no recordings apart; where `rows` are only the beginning
  /// of a file, it may come to several names yet.
  static func settle(_ plan: inout TablePlan, _ rows: RowBytes, isWhole: Bool) {
    let least = plan.form == .tidy ? leastRows * leastKeypoints : leastRows
    for column in plan.roles.indices where plan.roles[column] == .recording {
      switch names(rows, column, leastRows: least) {
      case .pictures: plan.roles[column] = .ignored
      case .numberedPictures where plan.has(.frame): plan.roles[column] = .ignored
      case .numberedPictures:
        plan.roles[column] = .frame
        plan.framesArePictures = true
      case .one where isWhole: plan.roles[column] = .ignored
      case .one, .several: continue
      }
    }
  }

  private enum Names { case one, several, pictures, numberedPictures }

  /// Whether the column has several texts, or one for every few rows. Where quotes stand before its
  /// end, the bytes do not tell, and it is taken to have several. O(bytes) at most.
  private static func names(_ rows: RowBytes, _ column: Int, leastRows: Int) -> Names {
    var texts = Set<[UInt8]>()
    var last: [UInt8]?
    var count = 0
    var areNumbered = true
    let isPlain = rows.forEach(column) { field in
      count += 1
      if let last, last.elementsEqual(field) { return true }
      areNumbered = areNumbered && PictureName.number(field) != nil
      last = Array(field)
      texts.insert(Array(field))
      return true
    }
    guard isPlain else { return .several }
    if texts.count > few, count < leastRows * texts.count {
      return areNumbered ? .numberedPictures : .pictures
    }
    return texts.count > 1 ? .several : .one
  }
}
