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
    let close = FaultID.allCases.map(\.rawValue).filter { $0.contains(fault) || fault.contains($0) }
    let hint = close.isEmpty ? "'formcheck explain' lists them" : "did you mean \(close[0])?"
    throw ValidationError("'\(fault)' is not a mistake that is judged; \(hint)")
  }

  func run() throws {
    let text = fault.flatMap(FaultID.init(rawValue:)).map(ExplainText.one) ?? ExplainText.all
    _ = try Console.answer(Array(text.utf8))
  }
}
