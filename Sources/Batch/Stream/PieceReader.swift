internal import Glibc

/// The pieces of a stream between terminators, one after another; the last one may lack its own.
struct PieceReader {
  /// A piece without its terminator.
  struct Piece {
    /// At most the limit of them.
    var bytes: [UInt8]
    /// It was longer than the limit.
    var isCut: Bool
    /// From 1.
    var number: Int
  }

  let descriptor: Int32
  let terminator: UInt8
  /// Bytes of a piece that are kept.
  let limit: Int

  private var block = [UInt8](repeating: 0, count: 64 << 10)
  private var position = 0
  private var end = 0
  private var number = 0

  init(descriptor: Int32, terminator: UInt8, limit: Int) {
    self.descriptor = descriptor
    self.terminator = terminator
    self.limit = limit
  }

  /// The next piece; nil at the end of the stream. Waits for no more than the piece needs.
  mutating func next() throws(SystemError) -> Piece? {
    var bytes: [UInt8] = []
    var isCut = false
    var hasBegun = false
    while true {
      if position == end, try !fill() {
        guard hasBegun else { return nil }
        break
      }
      hasBegun = true
      let stop = block[position..<end].firstIndex(of: terminator)
      let room = limit - bytes.count
      let part = block[position..<(stop ?? end)]
      bytes += part.prefix(room)
      isCut = isCut || part.count > room
      position = stop.map { $0 + 1 } ?? end
      if stop != nil { break }
    }
    number += 1
    return Piece(bytes: bytes, isCut: isCut, number: number)
  }

  /// Takes in what is there; false at the end.
  private mutating func fill() throws(SystemError) -> Bool {
    position = 0
    end = try retrying {
      block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    }
    return end > 0
  }
}
