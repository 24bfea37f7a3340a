/// Tables with columns for each of several people: `person0_left_knee_x`, `P1_LKnee_X`, or markers
/// called by subject and name.
enum PeopleColumns {
  private static let people: Set<String> = [
    "person", "p", "player", "lifter", "subject", "athlete", "skeleton", "body", "human", "track",
    "id", "pose", "individual", "instance",
  ]

  /// Each group without the word that numbers its person, and that word; nil where not all groups
  /// have one, or all the same.
  static func split(
    _ groups: [WideForm.Group]
  ) -> (groups: [WideForm.Group], owners: [String])? {
    var named = groups
    var owners: [String] = []
    for i in named.indices {
      let words = named[i].words
      guard words.count > 1, let (stem, number) = Words.numbered(words[0]), people.contains(stem)
      else { return nil }
      owners.append("\(number)")
      named[i].words.removeFirst()
    }
    return Set(owners).count > 1 ? (named, owners) : nil
  }

  /// The subjects of markers called `Lifter:LKNE`; nil where fewer than two have a body's worth of
  /// them, three.
  static func subjects(_ groups: [WideForm.Group]) -> [String]? {
    let owners = groups.map { group -> String in
      guard let colon = group.text.firstIndex(of: ":") else { return "" }
      return group.text[..<colon].trimmingPrefix(" ").description
    }
    let counts = Dictionary(owners.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 1, counts[""] == nil, counts.values.allSatisfy({ $0 >= 3 }) else {
      return nil
    }
    return owners
  }
}
