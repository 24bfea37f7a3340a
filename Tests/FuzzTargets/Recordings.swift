import Pose
import PoseCSV

extension FuzzTarget {
  /// Rows → recordings: every row is accounted for, time moves forward, and coordinates are
  /// numbers within bounds or missing; else there is a sentence.
  package static let recordings = FuzzTarget(name: "recordings") { bytes in
    do throws(PoseCSVError) {
      let result = try PoseReader.read(Headers.completed(bytes), name: "fuzz.csv")
      for recording in result.recordings {
        if let violation = violation(in: recording) { return violation }
      }
      return nil
    } catch {
      return error.message.isEmpty ? "an error without a sentence" : nil
    }
  }

  /// Bytes → archive → recordings.
  package static let archives = FuzzTarget(name: "archives") { bytes in
    var limits = Limits()
    limits.expandedBytes = 4 << 20
    var found: String?
    _ = PoseReader.forEachPart(bytes, limits: limits) { part in
      do throws(PoseCSVError) {
        let result = try part.read(name: "fuzz", options: ReadOptions())
        for recording in result.recordings { found = found ?? violation(in: recording) }
      } catch {
        if error.message.isEmpty { found = "an error without a sentence" }
      }
    }
    return found
  }

  static func violation(in recording: Recording) -> String? {
    let accounts = recording.accounts
    if accounts.read != accounts.used + accounts.rejected + accounts.blank {
      return "rows are not accounted for: \(accounts)"
    }
    return violation(inRows: recording)
  }

  /// The same but for the accounts, which those of a part are not.
  static func violation(inRows recording: Recording) -> String? {
    if recording.times.count != recording.count { return "a frame has no time" }
    if !zip(recording.times, recording.times.dropFirst()).allSatisfy({ $0 < $1 }) {
      return "time does not move forward"
    }
    if !zip(recording.rows, recording.rows.dropFirst()).allSatisfy({ $0 < $1 }) {
      return "rows are out of order"
    }
    if !(recording.fps > 0 && recording.fps.isFinite) { return "\(recording.fps) frames a second" }
    return nil
  }
}

/// Headers that stand before the bytes of a fuzzer, so that it need not find them out.
enum Headers {
  /// The first byte says which header there is, if any; the rest are the file's own.
  static func completed(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.first else { return bytes }
    let choice = Int(first) % (all.count + 1)
    return choice == 0 ? Array(bytes.dropFirst()) : all[choice - 1] + bytes.dropFirst()
  }

  private static let all = [
    wide(suffixes: ["_x", "_y", "_score"]), wide(suffixes: ["_x", "_y", "_z"]),
    "frame,time,person,keypoint,x,y,score\n", "frame;left_hip_x;left_hip_y\n",
  ].map { Array($0.utf8) }

  /// The joints without which there is no squat.
  private static func wide(suffixes: [String]) -> String {
    let joints = ["shoulder", "hip", "knee", "ankle"].flatMap { ["left_\($0)", "right_\($0)"] }
    let columns = joints.flatMap { joint in suffixes.map { joint + $0 } }
    return (["frame", "time"] + columns).joined(separator: ",") + "\n"
  }
}
