/// Settings that replace limits: for everyone, for a style of squat, for a class of athletes, or
/// for one of them.
///
///     style: high_bar
///     limits:
///       knee_cave:
///         separation: [0.85, 0.70, 0.55]
///     styles:
///       low_bar:
///         forward_lean: {trunk_minus_shank: {mild: 38}}
///     classes:
///       juniors:
///         athletes: [B. Lifter, C. Lifter]
///         limits:
///           insufficient_depth: {thigh_elevation: {mild: 5}}
///     athletes:
///       A. Lifter:
///         style: low_bar
///         limits:
///           heels_rise: {rise: [0.08, 0.12, 0.17]}
///
/// A list holds the mild, moderate and severe limit; a mapping, those that change. The more
/// special setting wins: athlete over class over style over everyone.
package struct Config: Sendable, Equatable {
  /// New values of one limit set; nil keeps what was there.
  package struct Override: Sendable, Equatable {
    package var fault: FaultID
    package var limit: String
    package var mild: Float?
    package var moderate: Float?
    package var severe: Float?

    /// The limits with the new values in place of the old.
    func applied(to set: LimitSet) -> LimitSet {
      var set = set
      set.mild = mild ?? set.mild
      set.moderate = moderate ?? set.moderate
      set.severe = severe ?? set.severe
      return set
    }
  }

  package struct Athlete: Sendable, Equatable {
    package var style: Style?
    package var limits: [Override]
  }

  /// Athletes who are judged alike.
  package struct Group: Sendable, Equatable {
    package var name: String
    package var members: [String]
    package var settings: Athlete
  }

  /// The style of squat where nothing else names one.
  package var style: Style?
  package var limits: [Override] = []
  package var styles: [Style: [Override]] = [:]
  /// In the order of the file; where an athlete is in several, the later one wins.
  package var classes: [Group] = []
  package var athletes: [String: Athlete] = [:]

  package init() {}

  /// The style in force: what the recording says, else the athlete's, else their class's, else the
  /// file's.
  package func style(of athlete: String? = nil, recorded: Style? = nil) -> Style {
    recorded ?? athlete.flatMap { athletes[$0]?.style } ?? classes(of: athlete).last {
      $0.style != nil
    }?.style
      ?? style ?? .unknown
  }

  /// The limits in force for a style of squat and an athlete.
  package func limits(style: Style, athlete: String? = nil) -> Limits {
    var result = Limits(style: style)
    let shared = classes(of: athlete).flatMap(\.limits)
    let special = athlete.flatMap { athletes[$0]?.limits } ?? []
    for override in limits + (styles[style] ?? []) + shared + special {
      result[override.fault, override.limit] =
        override.applied(to: result[override.fault, override.limit])
    }
    return result
  }

  private func classes(of athlete: String?) -> [Athlete] {
    guard let athlete else { return [] }
    return classes.filter { $0.members.contains(athlete) }.map(\.settings)
  }
}

/// What is wrong with a settings file, and where.
package struct ConfigError: Error, Equatable, CustomStringConvertible {
  package var file: String
  /// From 1.
  package var line: Int
  package var column: Int
  /// What was found and what was expected.
  package var message: String

  package var description: String { "\(file):\(line):\(column): \(message)" }
}
