internal import Synchronization

/// Headers that were read before, with what they mean: the files of a folder mostly have one header,
/// and to understand it takes longer than to read some hundred rows.
package final class HeaderMemory: Sendable {
  private let plans = Mutex<[Header: TablePlan]>([:])

  /// Headers that are kept.
  private static let most = 256

  package init() {}

  /// The line of a header, as far as it decides by itself.
  struct Header: Hashable {
    private let line: [UInt8]

    /// Bytes of the longest header that is kept.
    private static let longest = 64 << 10

    /// Nil where more than the line decides: a mapping or layout that was given, quotes (in the rows
    /// they may hold decimal commas), a row that has a field more than the header.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, _ options: ReadOptions) {
      guard options.layout == nil, dialect.delimiter == UInt8(ascii: ",") else { return nil }
      let rest = bytes[dialect.start...].prefix(Self.longest)
      guard
        let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      else { return nil }
      line = Array(rest[..<end])
      let comma = UInt8(ascii: ",")
      var scanner = LineScanner(bytes)
      var position = dialect.start
      for row in 0...Sample.rowCount where position < bytes.count {
        let end = scanner.end(ofLineAt: position)
        let text = UnsafeBufferPointer(rebasing: bytes[position..<end])
        if ByteSearch.first(UInt8(ascii: "\""), in: text) != nil { return nil }
        if row == 1, ByteSearch.count(comma, in: text) > line.count(where: { $0 == comma }) {
          return nil
        }
        position = end
      }
    }
  }

  func plan(for header: Header) -> TablePlan? { plans.withLock { $0[header] } }

  /// Keeps a plan that its header alone has decided.
  func remember(_ plan: TablePlan, for header: Header) {
    guard plan.form == .wide, plan.headerRows == 1, !FactColumns.stand(in: plan) else { return }
    plans.withLock { plans in
      if plans.count < Self.most { plans[header] = plan }
    }
  }
}
