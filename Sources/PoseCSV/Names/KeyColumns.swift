/// Recognizes the columns that are not coordinates: frame, time, person, keypoint, athlete, and the
/// recording that a row is of.
enum KeyColumns {
  /// What such a column holds.
  enum Kind: Equatable { case frame, time(TimeUnit?), person, keypoint, athlete, recording }

  /// The unit that a time column's name gives.
  enum TimeUnit: String {
    case minutes, seconds, milliseconds, microseconds, nanoseconds, frames
  }

  /// What the words say, or nil for any other column.
  static func kind(_ words: [String]) -> Kind? {
    let joined = words.joined()
    if frames.contains(joined) { return .frame }
    if people.contains(joined) { return .person }
    if isKeypoint(joined) { return .keypoint }
    if athletes.contains(joined) { return .athlete }
    if isRecording(words) { return .recording }
    if let unit = units[joined] { return .time(unit) }
    if isTime(words[...]) { return .time(nil) }
    guard let last = words.last, let unit = suffixes[last] else { return nil }
    let rest = words.dropLast()
    guard isTime(rest) || rest.first.map(times.contains) == true else { return nil }
    return .time(unit)
  }

  /// `time`, `frame_time`, `video_timestamp`.
  private static func isTime(_ words: ArraySlice<String>) -> Bool {
    if times.contains(words.joined()) { return true }
    guard words.count == 2, let first = words.first, let last = words.last else { return false }
    return clocks.contains(first) && (last == "time" || last == "timestamp")
  }

  private static let frames: Set<String> = [
    "frame", "frames", "frameid", "frameidx", "frameindex", "framenumber", "frameno", "framenum",
    "imageid", "framecount", "fnum",
  ]
  private static let people: Set<String> = [
    "person", "personid", "personidx", "track", "trackid", "individual", "individuals", "instance",
    "instanceid", "animal", "pid", "objectid", "playerid", "player", "personindex", "id",
    "bodyid", "detection", "skeleton", "skeletonid", "human", "humanid", "poseid",
  ]
  /// `joint`, `keypoint_name`, `kpt_idx`.
  private static func isKeypoint(_ joined: String) -> Bool {
    joined == "name" || joined == "label"
      || keypoints.contains {
        joined.hasPrefix($0) && keypointWords.contains(String(joined.dropFirst($0.count)))
      }
  }

  private static let keypoints = [
    "keypoint", "kpt", "kp", "joint", "bodyparts", "bodypart", "landmark", "marker", "point",
    "part", "node",
  ]
  private static let keypointWords: Set<String> = [
    "", "name", "id", "idx", "index", "no", "num", "number", "type", "label",
  ]
  private static let athletes: Set<String> = [
    "athlete", "athletename", "lifter", "subject", "participant",
  ]
  /// `video`, `video_name`, `trial_id`; not `time_set`.
  private static func isRecording(_ words: [String]) -> Bool {
    guard let first = words.first, recordings.contains(first) else { return false }
    return words.dropFirst().allSatisfy { recordingWords.contains($0) }
  }

  private static let recordings: Set<String> = [
    "video", "videos", "file", "clip", "recording", "trial", "take", "session", "set", "camera",
    "cam", "image", "img", "videoname", "videoid", "videofile", "filename",
    "filepath", "clipname", "imagename", "imagepath", "trialid", "sessionid", "cameraid",
  ]
  private static let recordingWords: Set<String> = [
    "name", "id", "file", "path", "number", "no", "num", "index", "idx", "filename",
  ]
  private static let times: Set<String> = [
    "time", "timestamp", "timestamps", "t", "elapsed", "elapsedtime", "seconds", "sec", "timesec",
    "videotime", "frametime", "pts", "ptstime", "datetime", "clock", "clocktime", "systemtime",
    "unixtime", "epoch", "utc", "relativetime", "timestamputc", "timecode", "smpte",
  ]
  private static let clocks: Set<String> = [
    "video", "frame", "unix", "system", "device", "sensor", "camera", "capture", "media",
    "relative", "elapsed",
  ]
  private static let units: [String: TimeUnit] = [
    "seconds": .seconds, "secs": .seconds, "sec": .seconds,
    "ms": .milliseconds, "msec": .milliseconds, "milliseconds": .milliseconds,
    "timems": .milliseconds, "times": .seconds, "timestampms": .milliseconds,
    "microseconds": .microseconds, "usec": .microseconds,
  ]
  private static let suffixes: [String: TimeUnit] = [
    "s": .seconds, "sec": .seconds, "secs": .seconds, "seconds": .seconds,
    "ms": .milliseconds, "msec": .milliseconds, "millis": .milliseconds,
    "milliseconds": .milliseconds,
    "us": .microseconds, "usec": .microseconds, "microseconds": .microseconds,
    "ns": .nanoseconds, "nsec": .nanoseconds, "nanoseconds": .nanoseconds,
    "min": .minutes, "mins": .minutes, "minutes": .minutes,
    "frames": .frames, "frame": .frames,
  ]
}
