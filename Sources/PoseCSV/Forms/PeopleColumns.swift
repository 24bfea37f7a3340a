/// Tables with columns for each of several people: `person0_left_knee_x`, `P1_LKnee_X`,
/// `person_0_13_x`, or markers called by subject and name.
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
      if words.count > 1, let (stem, number) = Words.numbered(words[0]), people.contains(stem) {
        owners.append("\(number)")
        named[i].words.removeFirst()
      } else if words.count > 2, people.contains(words[0]), let number = Int(words[1]) {
        owners.append("\(number)")
        named[i].words.removeFirst(2)
      } else {
        return nil
      }
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
