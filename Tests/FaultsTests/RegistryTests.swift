import Faults
import Foundation
import Testing

@Suite struct RegistryTests {
  let documentation = FaultRegistry.all.map(\.documentation)

  @Test func everyFaultHasOneRuleInTheOrderOfItsDeclaration() {
    #expect(documentation.map(\.id) == FaultID.allCases)
  }

  @Test(arguments: FaultID.allCases) func everyRuleSaysWhatAPersonNeeds(_ id: FaultID) {
    let rule = FaultRegistry.rule(id).documentation
    let texts = [
      rule.title, rule.technicalTitle, rule.measures, rule.formula, rule.view, rule.keypoints,
      rule.source, rule.confidence, rule.failureModes, rule.cue,
    ]
    #expect(texts.allSatisfy { !$0.isEmpty })
    #expect(!rule.exercises.isEmpty)
    #expect(!rule.limits.isEmpty)
    #expect(rule.limits.allSatisfy { $0.isOrdered })
    #expect(Set(rule.limits.map(\.name)).count == rule.limits.count)
  }

  @Test func titlesAreDifferent() {
    #expect(Set(documentation.map(\.title)).count == FaultID.allCases.count)
  }

  @Test func everyRuleIsAFileNamedAsItsType() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Faults/Rules").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let types = FaultRegistry.all.map { "\(type(of: $0)).swift" }.sorted()
    #expect(files == types)
    for rule in FaultRegistry.all {
      let name = "\(type(of: rule))"
      let snake = name.reduce(into: "") { text, letter in
        if letter.isUppercase, !text.isEmpty { text += "_" }
        text += letter.lowercased()
      }
      #expect(snake == rule.documentation.id.rawValue)
    }
  }
}
