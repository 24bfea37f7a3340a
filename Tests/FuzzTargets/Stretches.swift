import Pose
import PoseCSV

extension FuzzTarget {
  /// Bytes → stretches of a few hundred bytes: each row is counted once, stretches follow each
  /// other, and what can be read as a whole has as many rows in stretches.
  package static let stretches = FuzzTarget(name: "stretches") { bytes in
    let text = Headers.completed(bytes)
    var options = ReadOptions()
    options.isDescribed = false
    let size = Int(bytes.last ?? 0)
    options.limits.rowBytes = 600
    options.limits.stretchBytes = 700 + 4 * size
    options.limits.sharedBytes = 1 + 2 * size
    options.limits.rejectedShare = 1
    do throws(PoseCSVError) {
      return try violation(text, options)
    } catch {
      return error.message.isEmpty ? "an error without a sentence" : nil
    }
  }

  private static func violation(
    _ text: [UInt8], _ options: ReadOptions
  ) throws(PoseCSVError) -> String? {
    var place = 0
    var rest = text[...]
    let table = try LongTable(name: "fuzz.csv", options: options) { (most) throws(PoseCSVError) in
      defer { rest = rest.dropFirst(most) }
      return Array(rest.prefix(most))
    }
    guard let table else { return nil }
    var read = 0
    while let stretch = try table.next() {
      let accounts = stretch.accounts
      if accounts.read != accounts.used + accounts.rejected + accounts.blank {
        return "rows are not accounted for: \(accounts)"
      }
      if min(accounts.used, accounts.rejected, accounts.blank, accounts.lost) < 0 {
        return "less than no row: \(accounts)"
      }
      if stretch.rows.lowerBound > place { return "rows between stretches" }
      place = stretch.rows.upperBound
      read += accounts.read
      for recording in stretch.recordings {
        if let violation = FuzzTarget.violation(inRows: recording) { return violation }
        if let last = recording.rows.last, Int(last) >= place { return "rows behind the stretch" }
      }
    }
    // Rows that share a frame may be several people's as a whole, who are counted apart.
    let whole = try PoseReader.read(text, name: "fuzz.csv", options: options)
    guard let first = whole.recordings.first, whole.passedOver.isEmpty,
      whole.recordings.allSatisfy({ $0.person.first == "0" })
    else { return nil }
    let shared = first.warnings.contains {
      $0.code == .framesDuplicated || $0.code == .framesOutOfOrder
    }
    if !shared, first.accounts.read != read {
      return "\(read) rows in stretches and \(first.accounts.read) as a whole"
    }
    return nil
  }
}
