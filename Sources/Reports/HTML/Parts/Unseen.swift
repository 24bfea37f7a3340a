internal import Faults

/// The mistakes that could nowhere be judged, put together by the reason that is given first.
struct Unseen {
  var groups: [(faults: [FaultID], reason: String)] = []

  /// Adds a mistake that was nowhere judged.
  mutating func add(_ fault: FaultID, because reason: String) {
    if let place = groups.firstIndex(where: { $0.reason == reason }) {
      groups[place].faults.append(fault)
    } else {
      groups.append(([fault], reason))
    }
  }

  func draw(_ html: inout MarkupWriter) {
    html.tag("<ul>\n")
    for group in groups {
      html.tag("<li><strong>")
      html.text(
        Wording.sentence(group.faults.map { $0.title.lowercased() }.joined(separator: ", "))
          .dropLast().description)
      html.tag("</strong>: ")
      html.text(group.reason)
      html.tag("</li>\n")
    }
    html.tag("</ul>\n")
  }
}
