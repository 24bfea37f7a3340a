internal import Pose
package import Reports

/// One athlete's sets over dates.
package struct History: Sendable {
  package struct Day: Sendable {
    /// Nil for the sets without a date, which come last.
    package var date: String?
    package var group: Group
  }

  /// Nil for the sets that name no athlete.
  package var athlete: String?
  /// In the order of the dates as texts, which for 2026-03-02 is that of time.
  package var days: [Day]

  /// Each athlete's, of all results; rejected recordings count for nothing.
  package static func all(_ reports: [RecordingReport]) -> [History] {
    let used = reports.filter { $0.status != .rejected }
    return used.athletes.map { athlete in
      let sets = used.of(athlete)
      let dates = Set(sets.compactMap(\.metadata.date)).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      var days = dates.map { date in
        Day(
          date: date,
          group: Group(name: date, reports: sets.filter { $0.metadata.date == date }))
      }
      let undated = sets.filter { $0.metadata.date == nil }
      if !undated.isEmpty {
        days.append(Day(date: nil, group: Group(name: "no date", reports: undated)))
      }
      return History(athlete: athlete, days: days)
    }
  }

  /// What is shown of the measures without being asked, and how a coach says it.
  static let keyMeasures = [
    (name: "thigh_elevation_min_deg", title: "thigh above the horizontal at the bottom"),
    ("trunk_inclination_bottom_deg", "lean of the trunk at the bottom"),
    ("kasr_min", "least distance of the knees over that of the ankles"),
    ("lowering_s", "time on the way down"),
    ("ascent_s", "time on the way up"),
  ]
}

extension [RecordingReport] {
  /// The same recording, person, athlete and date once: as the last of them has it.
  package var lastOfEach: [RecordingReport] {
    var places: [[UInt8]: Int] = [:]
    var reports: [RecordingReport] = []
    for report in self {
      let names = [
        report.recording, report.person, report.metadata.athlete ?? "", report.metadata.date ?? "",
      ]
      let key = [UInt8](names.joined(separator: "\0").utf8)
      if let place = places[key] {
        reports[place] = report
      } else {
        places[key] = reports.count
        reports.append(report)
      }
    }
    return reports
  }
}
