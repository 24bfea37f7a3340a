/// Something that must hold whatever the bytes.
package struct FuzzTarget: Sendable {
  package var name: String
  /// What does not hold for these bytes, in a sentence; nil when all does.
  package var violation: @Sendable ([UInt8]) -> String?

  package static let all = [
    rows, recordings, stretches, dialect, numbers, lanes, settings, archives, texts, reports,
  ]
}
