import Batch
import Faults
import Pose
import Reports
import Reps
import TestSupport
import Testing

@Suite struct PipelineTests {
  /// A lifter who walks in after 200 frames of other people is told of by the file's frames.
  @Test func framesAreCountedInTheFile() throws {
    let alone = Lifter().filmed(yaw: 8)
    var late = alone
    late.rows = alone.rows.map { $0 + 200 }
    let wanted = Pipeline.analyze(alone)
    let found = Pipeline.analyze(late)

    try #require(wanted.reps.count == 3)
    #expect(found.reps.count == wanted.reps.count)
    for (rep, same) in zip(found.reps, wanted.reps) {
      #expect(rep.startFrame == same.startFrame + 200)
      #expect(rep.bottomFrame == same.bottomFrame + 200)
      #expect(rep.endFrame == same.endFrame + 200)
      #expect(rep.bottomSeconds == same.bottomSeconds)
      #expect(rep.findings.map(\.frame) == same.findings.map { $0.frame.map { $0 + 200 } })
      #expect(found.seconds(ofFrame: rep.bottomFrame) == rep.bottomSeconds)
      let table = try #require(found.frames)
      let place = try #require(table.position(ofRow: rep.bottomFrame))
      #expect(table.reps[place] == rep.index)
    }
    #expect(wanted.reps.contains { $0.findings.contains { $0.frame != nil } })
  }

  /// Frames that an estimator left out are missing from the rows, and counted all the same.
  @Test func framesThatWereLeftOutAreCounted() throws {
    let whole = Lifter().filmed(yaw: 8)
    let kept = (0..<whole.count).filter { $0 < 10 || $0 >= 14 }
    let thinned = whole.keeping(kept)
    let wanted = Pipeline.analyze(whole).reps.map(\.bottomFrame)
    #expect(!wanted.isEmpty)
    #expect(Pipeline.analyze(thinned).reps.map(\.bottomFrame) == wanted)
  }

  /// The table of frames and the results agree on where a rep starts, turns and ends, also where
  /// the very frames of it are not in the file.
  @Test(arguments: [0, 1, 2, 3]) func phasesAgreeWithTheReps(_ lost: Int) throws {
    let whole = Lifter().filmed(yaw: 8)
    let reps = Pipeline.analyze(whole).reps
    let gone = reps.flatMap { [$0.startFrame, $0.bottomFrame, $0.endFrame] }
    let kept = (0..<whole.count).filter { row in !gone.contains { abs($0 - row) < lost } }
    let report = Pipeline.analyze(whole.keeping(kept))
    #expect(report.reps.count == reps.count)
    let table = try #require(report.frames)
    for rep in report.reps {
      let place = try #require(table.position(ofRow: rep.bottomFrame))
      #expect(table.phases[place] == .bottom)
      let rows = table.reps.indices.filter { table.reps[$0] == rep.index }.map { table.rows[$0] }
      #expect(rows.first == Int32(rep.startFrame) && rows.last == Int32(rep.endFrame))
    }
  }
}

extension Recording {
  /// The same flat recording with only these of its rows.
  fileprivate func keeping(_ kept: [Int]) -> Recording {
    var thinned = Recording(name: name, layout: layout, dimensions: 2, count: kept.count)
    thinned.rows = kept.map { rows[$0] }
    thinned.times = kept.map { times[$0] }
    thinned.fps = fps
    for joint in joints {
      guard let track = self[joint] else { continue }
      thinned[joint] = Track(
        x: kept.map { track.x[$0] }, y: kept.map { track.y[$0] }, z: [],
        score: track.score.isEmpty ? [] : kept.map { track.score[$0] })
    }
    return thinned
  }
}
