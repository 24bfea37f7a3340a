/// Numbers and lists as sentences need them.
package enum Wording {
  /// A number with so many digits after the point, halves rounded away from zero; no minus zero.
  package static func fixed(_ value: Float, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value.isNaN ? "unknown" : "very large" }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int(Double(abs(value)) * Double(scale) + 0.5)
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: digits - fraction.utf8.count)
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }

  /// "ears", "ears and eyes", "ears, eyes and nose".
  package static func list(_ words: [String], joinedBy conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Reps that a sentence names.
  private static let mostReps = 100

  /// "rep 3", "reps 1, 3 and 4"; of very many, the first ones and how many more.
  package static func reps(_ indices: [Int]) -> String {
    var names = indices.prefix(mostReps).map { "\($0)" }
    if indices.count > mostReps { names.append("\(indices.count - mostReps) more") }
    return (indices.count == 1 ? "rep " : "reps ") + list(names)
  }

  /// The sentence with its first letter capital and a full stop at its end.
  package static func sentence(_ text: String) -> String {
    guard let first = text.first else { return "" }
    let capital = first.uppercased() + text.dropFirst()
    return capital.hasSuffix(".") ? capital : capital + "."
  }
}
