/// Watches bytes that come block by block, and says as soon as that is clear that no table will
/// become of them: a stream without line ends would else be taken in to its end.
package struct StreamWatch {
  private let limits: Limits
  private var kind: Kind?
  private var lineStart = 0

  private enum Kind { case table, archive }

  /// Bytes after which the kind is known: a tar archive says what it is in its first 262.
  private static let opening = 512

  package init(limits: Limits) { self.limits = limits }

  /// Looks at what came since `start`; throws when reading on is in vain.
  package mutating func look(at bytes: [UInt8], from start: Int) throws(PoseCSVError) {
    if kind == nil, bytes.count >= Self.opening {
      let (isArchive, other) = bytes.withUnsafeBufferPointer {
        (Magic.isArchive($0), Magic.kind($0))
      }
      if let other, !isArchive {
        throw PoseCSVError(.otherFormat, "is not a table of keypoints but \(other)")
      }
      kind = isArchive ? .archive : .table
    }
    guard kind == .table else { return }
    let lineEnds: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if let last = bytes[start...].lastIndex(where: lineEnds) { lineStart = last + 1 }
    guard bytes.count - lineStart > limits.rowBytes else { return }
    let ends = zip(bytes[..<lineStart], bytes[1...]).count { byte, next in
      byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n"))
    }
    throw PoseCSVError(.limit, limits.longRow, line: ends + 1)
  }
}
