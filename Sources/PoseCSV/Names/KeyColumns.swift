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
    if keypoints.contains(joined) { return .keypoint }
    if athletes.contains(joined) { return .athlete }
    if isRecording(words) { return .recording }
    if let unit = units[joined] { return .time(unit) }
    if times.contains(joined) { return .time(nil) }
    guard let last = words.last, let unit = suffixes[last] else { return nil }
    let rest = words.dropLast()
    guard times.contains(rest.joined()) || rest.first.map(times.contains) == true else {
      return nil
    }
    return .time(unit)
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
  private static let keypoints: Set<String> = [
    "keypoint", "keypointname", "keypointid", "joint", "jointname", "jointid", "bodypart",
    "bodyparts", "landmark", "landmarkname", "landmarkid", "landmarkindex", "marker", "markername",
    "kp", "kpname", "point", "pointname", "part", "node", "nodename", "jointtype", "name", "label",
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
    "unixtime", "epoch", "utc", "relativetime", "timestamputc",
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
