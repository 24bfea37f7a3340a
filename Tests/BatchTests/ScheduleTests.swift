import Synchronization
import Testing

@testable import Batch

@Suite struct ScheduleTests {
  private static func schedule(
    _ count: Int, jobs: Int, suspects: Set<Int> = []
  ) -> Schedule {
    Schedule(count: count, jobs: jobs) { suspects.contains($0) }
  }

  private static func started(_ schedule: inout Schedule) throws -> Schedule.Job {
    let job = schedule.start()
    return try #require(job)
  }

  private static func starts(_ schedule: inout Schedule) -> Bool { schedule.start() != nil }

  private static func collected(_ schedule: inout Schedule) -> Int? { schedule.collect()?.count }

  @Test func noMoreAreInWorkThanJobs() throws {
    var schedule = Self.schedule(5, jobs: 2)
    let first = try Self.started(&schedule)
    let second = try Self.started(&schedule)
    #expect(second.index == 1 && !first.isAlone)
    #expect(!Self.starts(&schedule))
    schedule.finish(first, Outcome())
    let third = try Self.started(&schedule)
    #expect(third.index == 2)
  }

  @Test func sharesAreCollectedInOrder() throws {
    var schedule = Self.schedule(3, jobs: 3)
    let jobs = try (0..<3).map { _ in try Self.started(&schedule) }
    schedule.finish(jobs[2], Outcome())
    schedule.finish(jobs[1], Outcome())
    #expect(Self.collected(&schedule) == nil)
    schedule.finish(jobs[0], Outcome())
    for count in 1...3 { #expect(Self.collected(&schedule) == count) }
    #expect(Self.collected(&schedule) == nil)
    #expect(schedule.isOver && schedule.isIdle)
  }

  /// However far others could run ahead of one slow file, what waits for it is bounded.
  @Test func aSlowFileHoldsTheOthersUp() throws {
    var schedule = Self.schedule(1000, jobs: 2)
    _ = try Self.started(&schedule)
    var ahead = 0
    while let job = schedule.start() {
      schedule.finish(job, Outcome())
      ahead += 1
    }
    #expect(ahead == 31)
  }

  @Test func aSuspectFileIsAlone() throws {
    var schedule = Self.schedule(3, jobs: 2, suspects: [1])
    let first = try Self.started(&schedule)
    #expect(!Self.starts(&schedule))
    schedule.finish(first, Outcome())
    let suspect = try Self.started(&schedule)
    #expect(suspect.index == 1 && suspect.isAlone)
    #expect(!Self.starts(&schedule))
    schedule.finish(suspect, Outcome())
    let last = try Self.started(&schedule)
    #expect(!last.isAlone)
  }

  @Test func whatTheRunEndedInIsNotCollected() throws {
    var schedule = Self.schedule(2, jobs: 2)
    let jobs = try (0..<2).map { _ in try Self.started(&schedule) }
    var unfinished = Outcome()
    unfinished.isUnfinished = true
    schedule.finish(jobs[0], unfinished)
    schedule.finish(jobs[1], Outcome())
    #expect(Self.collected(&schedule) == nil)
  }

  @Test func aStoppedScheduleStartsNothing() {
    var schedule = Self.schedule(2, jobs: 1)
    schedule.stop()
    #expect(schedule.isOver && !Self.starts(&schedule))
    #expect(Self.schedule(0, jobs: 1).isOver)
  }

  /// Every value is handed over once, whoever waits for whom.
  @Test func threadsWaitForEachOther() {
    let shared = Shared<[Int]>([])
    let sum = Atomic(0)
    let helpers = Helpers(3) {
      while case let value = shared.wait({ $0.popLast() }), value > 0 {
        sum.add(value, ordering: .relaxed)
      }
    }
    #expect(helpers.count == 3)
    for value in 1...1000 { shared.with { $0.append(value) } }
    _ = shared.wait { $0.isEmpty ? true : nil as Bool? }
    shared.with { $0 += [0, 0, 0] }
    helpers.join()
    #expect(sum.load(ordering: .relaxed) == 500_500)
  }
}
