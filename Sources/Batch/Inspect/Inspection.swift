package import PoseCSV
internal import Faults
internal import Kinematics
internal import Pose
internal import Reports

/// What was recognized in a file, and what it allows to judge.
package struct Inspection: Sendable {
  package let name: String
  /// Why nothing in it can be used: a sentence. Nil when it can.
  package private(set) var failure: String?
  private(set) var description: InputDescription?
  /// The recording is long, and all this is of its first rows.
  private(set) var isBeginning = false
  private(set) var passedOver: [PassedOver] = []
  private(set) var people: [RecordingReport] = []

  /// Inspects a file: each table in it, by the bytes of its name, and what an archive holds
  /// besides, in words.
  package static func all(
    _ file: InputFile, options: ReadOptions, settings: AnalysisSettings
  ) -> (inspections: [Inspection], passedOver: String?) {
    var found: [(name: [UInt8], inspection: Inspection)] = []
    var passedOver = PassedOverMembers()
    func add(_ file: InputFile, _ result: Result<ReadResult, PoseCSVError>) {
      found.append((file.name, Inspection(file, result, settings: settings)))
    }
    func addBeginning(_ file: InputFile, _ table: LongTable) {
      do throws(PoseCSVError) {
        add(file, .success(try table.beginning()))
        found[found.count - 1].inspection.isBeginning = true
      } catch {
        add(file, .failure(error))
      }
    }
    func refuse(_ reason: String) {
      add(file, .failure(PoseCSVError(.unreadable, reason, file: PathText.text(file.name))))
    }
    if let obstacle = file.obstacle {
      refuse(obstacle)
    } else {
      do throws(PoseCSVError) {
        passedOver = try Reading.tables(of: file, options, long: addBeginning, add)
        if found.isEmpty { refuse("holds no recording") }
      } catch {
        add(file, .failure(error))
      }
    }
    found.sort { $0.name.lexicographicallyPrecedes($1.name) }
    let words = passedOver.words.map { "\(PathText.text(file.name)): passed over \($0)" }
    return (found.map(\.inspection), words)
  }

  private init(
    _ file: InputFile, _ result: Result<ReadResult, PoseCSVError>, settings: AnalysisSettings
  ) {
    name = PathText.text(file.name)
    switch result {
    case .success(let result):
      description = result.description
      passedOver = result.passedOver
      people = result.recordings.map { Pipeline.analyze($0, settings: settings) }
    case .failure(let error):
      failure = "\(error)"
    }
  }

  // MARK: - Text

  /// A paragraph for people.
  package var text: String {
    guard let description else { return Terminal.visible(failure ?? name) + "\n" }
    var lines = [name]
    for (label, value) in rows(description) where !value.isEmpty {
      let space = String(repeating: " ", count: max(1, 14 - label.count))
      lines.append("  " + label + space + Terminal.visible(value))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ description: InputDescription) -> [(String, String)] {
    var rows = [
      ("layout", "\(description.layout), \(description.layoutTitle)"),
      ("table", table(description)),
      (
        "looked at",
        isBeginning
          ? "the first \(description.rows) rows: it is long, and analyzed in stretches" : ""
      ),
      ("joints", words(description.joints)),
      ("missing", words(description.missing)),
      ("unknown", description.unknownNames.joined(separator: ", ")),
    ]
    rows += description.suggestions.map { ("perhaps", $0) }
    rows += [
      ("units", "\(description.units) (\(description.unitsReason)), up is \(description.axes)"),
      ("frame rate", "\(Self.short(description.fps)) a second (\(description.fpsSource))"),
      ("people", Self.counted(description.people)),
    ]
    rows += passedOver.map { ("passed over", "person \($0.person): \($0.reason)") }
    for person in people {
      let prefix = people.count > 1 ? "person \(person.person): " : ""
      rows.append(("view", prefix + Self.view(person)))
      rows.append(("quality", prefix + Self.quality(person.accounts)))
      for warning in person.warnings { rows.append(("beware", prefix + warning.message)) }
      let judged = person.setFindings.filter { $0.status != .notObservable }
      if !judged.isEmpty {
        let faults = judged.map(\.fault.rawValue).joined(separator: ", ")
        rows.append(("judged", prefix + faults))
      }
      for (reason, faults) in Self.unseen(person) {
        rows.append(("not judged", "\(prefix)\(faults.joined(separator: ", ")): \(reason)"))
      }
      if let error = person.error { rows.append(("not usable", error)) }
    }
    return rows
  }

  private func table(_ description: InputDescription) -> String {
    "\(description.form), \(description.columns) columns, \(description.rows) rows, "
      + "\(description.delimiter), decimal \(description.decimalMark), \(description.encoding)"
  }

  private func words(_ joints: [Joint]) -> String {
    joints.map(\.words).joined(separator: ", ")
  }

  // MARK: - Parts

  /// How many people there are, and what they are called where the file says it: "2 (anna, ben)".
  private static func counted(_ people: [String]) -> String {
    people == ["0"] ? "1" : "\(people.count) (\(people.joined(separator: ", ")))"
  }

  private static func view(_ report: RecordingReport) -> String {
    guard let view = report.view else { return "unknown" }
    let yaw = "\(Int(view.yaw.rounded()))° ± \(Int(view.yawSD.rounded()))° from the side"
    return "\(view.kind.rawValue), facing \(view.facing.rawValue), \(yaw)"
  }

  private static func quality(_ accounts: FrameAccounts) -> String {
    "\(accounts.used) of \(accounts.read) rows used, \(accounts.rejected) rejected, "
      + "\(accounts.blank) blank; \(accounts.filled) frames with a bridged gap, "
      + "\(accounts.lost) missing from the file"
  }

  private static func unseen(_ report: RecordingReport) -> [(reason: String, faults: [String])] {
    var groups: [(reason: String, faults: [String])] = []
    for finding in report.setFindings where finding.status == .notObservable {
      if let place = groups.firstIndex(where: { $0.reason == finding.reason }) {
        groups[place].faults.append(finding.fault.rawValue)
      } else {
        groups.append((finding.reason, [finding.fault.rawValue]))
      }
    }
    return groups
  }

  private static func short(_ number: Double) -> String {
    var out = ByteSink()
    out.append(number, decimals: 2, keeping: 0)
    return String(decoding: out.bytes, as: UTF8.self)
  }
}
