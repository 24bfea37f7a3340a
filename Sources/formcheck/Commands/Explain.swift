import ArgumentParser
import Faults
import Reports

/// `formcheck explain`: what a mistake means and how it is measured.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain how a mistake is measured, or list the mistakes.",
    discussion: """
      With a mistake's name, prints what is measured, its formula and unit, the view and the \
      keypoints it needs, the default limits with their source, and what can make it wrong. \
      Without one, lists all mistakes.
      """)

  @Argument(help: "The mistake, as results name it: knee_cave.")
  var fault: String?

  func validate() throws {
    guard let fault, FaultID(rawValue: fault) == nil else { return }
    let hint = Self.meant(by: fault).map { "did you mean '\($0.rawValue)'?" }
    throw ValidationError(
      "'\(fault)' is not a mistake that is judged; \(hint ?? "'formcheck explain' lists them")")
  }

  /// The mistake of which a name or a title is part of the word, or nearest to it.
  private static func meant(by word: String) -> FaultID? {
    guard !word.isEmpty else { return nil }
    let word = word.lowercased()
    let names = FaultID.allCases.flatMap { [($0.rawValue, $0), ($0.title.lowercased(), $0)] }
    if let part = names.first(where: { $0.0.contains(word) || word.contains($0.0) }) {
      return part.1
    }
    let nearest = Spelling.nearest(to: word, among: names.map(\.0))
    return names.first { $0.0 == nearest }?.1
  }

  func run() throws {
    let text = fault.flatMap(FaultID.init(rawValue:)).map(ExplainText.one) ?? ExplainText.all
    _ = try Console.answer(Array(text.utf8))
  }
}
