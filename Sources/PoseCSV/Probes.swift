/// Parts of the reader that tests and fuzzing look at by themselves.
package enum Probes {
  /// A field as a number with this decimal mark; nil when it is none.
  package static func number(_ field: [UInt8], mark: UInt8) -> Double? {
    field.withUnsafeBufferPointer { field in
      guard case .number(let number) = NumberParser(mark: mark).parse(field) else { return nil }
      return number
    }
  }

  /// What separates fields, and how many bytes and lines stand before the table.
  package static func dialect(
    _ bytes: [UInt8]
  ) throws(PoseCSVError) -> (delimiter: UInt8, start: Int, line: Int) {
    let found: Result<Dialect, PoseCSVError> = bytes.withUnsafeBufferPointer { bytes in
      do throws(PoseCSVError) {
        return .success(try Dialect.find(bytes))
      } catch {
        return .failure(error)
      }
    }
    let dialect = try found.get()
    return (dialect.delimiter, dialect.start, dialect.line)
  }
}
