internal import GRDB
internal import GRDBSQLite

/// A prepared INSERT of one or more rows, whose parameters are bound one after another.
///
/// It goes around GRDB's arguments, which cost as much as the insertion itself: a run inserts some
/// hundred rows a recording. Most of what is left is the start and the end of a statement, so rows
/// that come by the dozen share one.
struct Insertion {
  private let statement: Statement
  private let parameters: Int32
  private var bound: Int32 = 0
  private var code = SQLITE_OK
  /// The words that are bound, by parameter: they outlast the insertion of a row.
  private var words: [String?]

  /// `table` is a name of the schema's.
  init(into table: String, columns: Int, rows: Int = 1, _ database: Database) throws {
    let row = "(\(Array(repeating: "?", count: columns).joined(separator: ", ")))"
    let all = Array(repeating: row, count: rows).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES \(all)")
    parameters = Int32(columns * rows)
    words = Array(repeating: nil, count: columns * rows)
  }

  /// A text byte for byte, with any NUL in it.
  mutating func text(_ text: String?) {
    guard var text else { return null() }
    bound += 1
    let code = text.withUTF8 { bytes in
      unsafe sqlite3_bind_text64(
        statement.sqliteStatement, bound,
        UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
        sqlite3_uint64(bytes.count), Self.copied, UInt8(SQLITE_UTF8))
    }
    note(code)
  }

  /// One of a few words of ASCII; bound only where it is another than the row before had there.
  mutating func word(_ word: String?) {
    let place = Int(bound)
    if let word, word == words[place] {
      bound += 1
    } else {
      text(word)
      words[place] = word
    }
  }

  mutating func integer(_ number: Int?) {
    guard let number else { return null() }
    bound += 1
    note(unsafe sqlite3_bind_int64(statement.sqliteStatement, bound, Int64(number)))
  }

  /// NaN is null.
  mutating func number(_ number: Double) {
    if number.isNaN { return null() }
    bound += 1
    note(unsafe sqlite3_bind_double(statement.sqliteStatement, bound, number))
  }

  mutating func null() {
    bound += 1
    note(unsafe sqlite3_bind_null(statement.sqliteStatement, bound))
  }

  /// Inserts the row or rows.
  mutating func run() throws {
    precondition(bound == parameters, "a row has a value for each column")
    if code == SQLITE_OK { code = unsafe sqlite3_step(statement.sqliteStatement) }
    let done = code
    code = SQLITE_OK
    bound = 0
    guard done == SQLITE_DONE else {
      let text = unsafe String(
        cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
      unsafe sqlite3_reset(statement.sqliteStatement)
      throw DatabaseError(resultCode: ResultCode(rawValue: done), message: text)
    }
    unsafe sqlite3_reset(statement.sqliteStatement)
  }

  private mutating func note(_ code: Int32) {
    if code != SQLITE_OK { self.code = code }
  }

  /// SQLite takes its own copy of a text.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
