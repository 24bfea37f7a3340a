import Pose

/// The times of the rows that two stretches share, by which the second is placed.
struct SharedClock {
  private var rows: [Int32] = []
  private var times: [Double] = []
  private var fps = 30.0

  init() {}

  init(_ recordings: [Recording], from row: Int) {
    guard let last = recordings.last else { return }
    fps = last.fps
    rows = last.rows.filter { Int($0) >= row }
    times = last.times.suffix(rows.count)
    if rows.isEmpty, let row = last.rows.last, let time = last.times.last {
      rows = [row]
      times = [time]
    }
  }

  /// Moves a recording's times, which begin with 0, to where its rows lie.
  func place(_ recording: inout Recording) {
    guard let firstRow = rows.first, let firstTime = times.first, let row = recording.rows.first
    else { return }
    var start = firstTime + Double(row - firstRow) / fps
    if let common = recording.rows.firstIndex(where: { $0 >= firstRow }),
      let place = rows.firstIndex(of: recording.rows[common])
    {
      start = times[place] - recording.times[common]
    }
    for i in recording.times.indices { recording.times[i] += start }
  }
}
