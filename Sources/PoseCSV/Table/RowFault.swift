/// What is wrong with a row: the first fault, and whether the row only repeats the header.
struct RowFault {
  /// The columns' names; empty where a column has none.
  let names: [String]
  private(set) var first: PoseCSVError?
  private var headerCells = 0
  private var faultyCells = 0

  init(names: [String]) { self.names = names }

  /// Begins with the next row.
  mutating func clear() {
    first = nil
    headerCells = 0
    faultyCells = 0
  }

  /// Takes a fault of the row as a whole, which comes before those of its fields.
  mutating func take(_ fault: PoseCSVError) { first = fault }

  /// Rejects the row for a field, of which the column's name and `problem` make a sentence; with the
  /// field's bytes where it may be a repeated name.
  mutating func reject(
    _ kind: PoseCSVError.Kind, _ problem: String, line: Int, column: Int,
    _ bytes: UnsafeBufferPointer<UInt8>? = nil
  ) {
    faultyCells += 1
    if let bytes, isHeader(bytes, column) { headerCells += 1 }
    guard first == nil else { return }
    first = PoseCSVError(kind, "\(named(column)) \(problem)", line: line, column: column + 1)
  }

  /// Whether a field repeats its column's name; of a column of texts, where it is no other fault.
  mutating func takesHeader(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Bool {
    guard isHeader(bytes, column) else { return false }
    headerCells += 1
    faultyCells += 1
    return true
  }

  func isHeader(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int) -> Bool {
    let name = names[column].utf8
    return !name.isEmpty && name.count == bytes.count && name.elementsEqual(bytes)
  }

  /// Whether all that is wrong with a row of so many fields is that it holds the names again.
  func isRepeatedHeader(fields: Int) -> Bool {
    headerCells > 0 && headerCells == faultyCells && fields == names.count
  }

  /// What a message calls a column.
  func named(_ column: Int) -> String {
    let name = names[column]
    return name.isEmpty ? "column \(column + 1)" : "'\(Shown.text(name))'"
  }

  /// A field in a message.
  static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    "\"\(Shown.text(String(decoding: bytes.prefix(40), as: UTF8.self)))\(bytes.count > 40 ? "…" : "")\""
  }
}
