import CLibcsv
import Glibc

/// One libcsv parser for one stretch of bytes, in strict mode, with a bounded field.
///
/// The rules that keep libcsv safe are kept by this type: options are given once; a parser is
/// never used after `finish` or an error; the hook that grows the field buffer refuses to pass
/// one mebibyte; callbacks only hand on what they are given.
struct LibcsvParser: ~Copyable {
  /// Why the parser stopped.
  enum Stop { case quote, fieldTooLong }

  private let parser: UnsafeMutablePointer<csv_parser>
  private let sink: RowSink

  /// Bytes of the largest field buffer libcsv may ask for.
  static let bufferCap = 1 << 20
  /// Bytes handed to libcsv in one call.
  static let blockBytes = 64 << 10

  init(delimiter: UInt8, trimming: Bool, sink: RowSink) {
    precondition(
      Dialect.delimiters.contains(delimiter) || delimiter == Dialect.blank,
      "a delimiter is one of , ; tab | and the blank")
    self.sink = sink
    parser = .allocate(capacity: 1)
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(parser, delimiter)
    csv_set_realloc_func(parser) { old, size in
      size > LibcsvParser.bufferCap ? nil : realloc(old, size)
    }
    csv_set_blk_size(parser, LibcsvParser.blockBytes)
    if !trimming { csv_set_space_func(parser) { _ in 0 } }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  /// Parses at most `blockBytes` bytes. Returns nil, or why it stopped; the parser may then not
  /// be used again.
  borrowing func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Stop? {
    let context = Unmanaged.passUnretained(sink).toOpaque()
    let taken = csv_parse(parser, bytes.baseAddress, bytes.count, onField, onRow, context)
    return taken == bytes.count ? nil : stop
  }

  /// Ends the last row. The parser may not be used again.
  borrowing func finish() -> Stop? {
    let context = Unmanaged.passUnretained(sink).toOpaque()
    return csv_fini(parser, onField, onRow, context) == 0 ? nil : stop
  }

  private var stop: Stop { csv_error(parser) == CSV_EPARSE ? .quote : .fieldTooLong }
}

private func onField(
  _ start: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context else { return }
  Unmanaged<RowSink>.fromOpaque(context)._withUnsafeGuaranteedRef { sink in
    sink.fieldsInRow += 1
    sink.field(
      UnsafeBufferPointer(
        start: start.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) },
        count: start == nil ? 0 : count))
  }
}

private func onRow(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<RowSink>.fromOpaque(context)._withUnsafeGuaranteedRef { sink in
    sink.rows += 1
    sink.endRow()
    sink.fieldsInRow = 0
  }
}
