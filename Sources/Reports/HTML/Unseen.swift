internal import Faults

/// The mistakes that could nowhere be judged, put together by the reason that is given first.
enum Unseen {
  /// `answers` are all judgements of one mistake: what it says, and why.
  static func grouped(
    _ answers: (FaultID) -> [(status: Status, reason: String)]
  ) -> [[String: Any]] {
    var groups: [(reason: String, titles: [String])] = []
    for fault in FaultID.allCases {
      let said = answers(fault)
      guard let first = said.first, said.allSatisfy({ $0.status == .notObservable }) else {
        continue
      }
      let title = fault.title.lowercased()
      if let place = groups.firstIndex(where: { $0.reason == first.reason }) {
        groups[place].titles.append(title)
      } else {
        groups.append((first.reason, [title]))
      }
    }
    return groups.map {
      ["faults": Sentence.capital($0.titles.joined(separator: ", ")), "reason": $0.reason]
    }
  }
}
