import Evaluation
import Testing

@Suite struct ConfusionTableTests {
  @Test func knownByHand() throws {
    // 35 of 50 agree, 25 would by chance: (0.7 − 0.5) / 0.5.
    let table = ConfusionTable(tp: 20, fp: 5, fn: 10, tn: 15)
    #expect(table.count == 50)
    #expect(table.precision == 0.8)
    #expect(table.recall == 20.0 / 30)
    #expect(table.f1 == 40.0 / 55)
    #expect(abs(try #require(table.kappa) - 0.4) < 1e-12)
  }

  @Test func extremes() {
    let agreed = ConfusionTable(tp: 7, fp: 0, fn: 0, tn: 3)
    #expect(agreed.kappa == 1)
    #expect(agreed.f1 == 1)
    #expect(ConfusionTable(tp: 0, fp: 5, fn: 5, tn: 0).kappa == -1)
    #expect(ConfusionTable(tp: 4, fp: 4, fn: 4, tn: 4).kappa == 0)
    #expect(ConfusionTable(tp: 0, fp: 0, fn: 3, tn: 9).kappa == 0)
  }

  @Test func whatIsNotDefined() {
    let silent = ConfusionTable(tp: 0, fp: 0, fn: 0, tn: 9)
    #expect(silent.precision == nil)
    #expect(silent.recall == nil)
    #expect(silent.f1 == nil)
    #expect(silent.kappa == nil)
    #expect(ConfusionTable().kappa == nil)
  }
}
