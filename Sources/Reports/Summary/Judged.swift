internal import Faults

/// Which mistakes the recordings of a run could be judged on, and why not the others.
package struct Judged: Sendable {
  package struct Answer: Sendable {
    package var isJudged = false
    /// The reason that was given first.
    package var reason: String?

    package init(isJudged: Bool = false, reason: String? = nil) {
      self.isJudged = isJudged
      self.reason = reason
    }
  }

  /// In the order of the mistakes.
  package private(set) var answers = [Answer](repeating: Answer(), count: FaultID.allCases.count)

  package init() {}

  /// The answers, one a mistake; nil for another number of them.
  package init?(_ answers: [Answer]) {
    guard answers.count == FaultID.allCases.count else { return nil }
    self.answers = answers
  }

  package mutating func add(_ report: RecordingReport) {
    for (place, fault) in FaultID.allCases.enumerated() where !answers[place].isJudged {
      var reason: String?
      for rep in report.reps {
        guard let finding = rep.finding(fault, near: place) else { continue }
        guard finding.status == .notObservable else {
          answers[place].isJudged = true
          break
        }
        reason = reason ?? finding.reason
      }
      if !answers[place].isJudged, answers[place].reason == nil { answers[place].reason = reason }
    }
  }

  /// Puts later recordings behind these.
  package mutating func add(_ later: Judged) {
    for place in answers.indices {
      answers[place].isJudged = answers[place].isJudged || later.answers[place].isJudged
      answers[place].reason = answers[place].reason ?? later.answers[place].reason
    }
  }

  /// Those that no recording could be judged on, by reason.
  var unseen: Unseen {
    var unseen = Unseen()
    for (fault, answer) in zip(FaultID.allCases, answers) where !answer.isJudged {
      if let reason = answer.reason { unseen.add(fault, because: reason) }
    }
    return unseen
  }
}
