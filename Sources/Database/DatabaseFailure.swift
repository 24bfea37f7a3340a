internal import GRDB

/// Why a database cannot be written or read: a sentence without the file's name.
package struct DatabaseFailure: Error, Sendable, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }

  /// Runs something and turns what it throws into a sentence.
  static func naming<Result>(_ body: () throws -> Result) throws(DatabaseFailure) -> Result {
    do {
      return try body()
    } catch let failure as DatabaseFailure {
      throw failure
    } catch let error as DatabaseError {
      throw DatabaseFailure(error.message ?? "SQLite error \(error.extendedResultCode.rawValue)")
    } catch {
      throw DatabaseFailure("\(error)")
    }
  }
}
