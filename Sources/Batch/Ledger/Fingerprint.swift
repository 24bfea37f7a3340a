/// What a file's share of the outputs is made from: while it stays the same, so does the share.
struct Fingerprint: Hashable, Sendable {
  /// Bytes of the file.
  var size: Int
  var content: Digest
  /// Of its name, the name of its outputs, and what stands in a sidecar and in the manifest.
  var circumstances: Digest
}

extension Fingerprint {
  /// That of no file: what is made from a file which was not looked at beforehand.
  static let unseen = Fingerprint(
    size: 0, content: Digest(high: 0, low: 0), circumstances: Digest(high: 0, low: 0))
}

/// What a reader says of a file before it takes it apart.
package struct Glimpse: Sendable {
  var size: Int
  var content: Digest
  /// What is known of the file besides its bytes, in a fixed order.
  var facts: [[UInt8]]

  init(_ bytes: UnsafeBufferPointer<UInt8>, facts: [[UInt8]]) {
    size = bytes.count
    content = Digest(bytes)
    self.facts = facts
  }

  /// The fingerprint of a file, given what its outputs are called.
  func fingerprint(of file: InputFile, outputName: String) -> Fingerprint {
    Fingerprint(
      size: size, content: content,
      circumstances: Digest(parts: [file.name, Array(outputName.utf8)] + facts))
  }
}
