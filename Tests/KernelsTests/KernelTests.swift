import Kernels
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Sizes around the widths of the vectors that the kernels may run on.
private let sizes = [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 100]

@Suite struct AngleKernels {
  @Test(arguments: sizes) func atan2EqualsItsPlainTwin(size: Int) {
    var y: [Float] = []
    var x: [Float] = []
    for i in 0..<size {
      y.append(Float(i * 37 % 101) - 50)
      x.append(Float(i * 53 % 97) - 48)
    }
    let out = Kernel.atan2Degrees(y: y, x: x)
    for i in 0..<size { #expect(out[i] == Scalar.atan2Degrees(y: y[i], x: x[i])) }
  }

  @Test func atan2IsWithinItsStatedError() {
    for k in 0..<3600 {
      let truth = Double(k) / 10 - 180
      let y = Float(sin(truth * .pi / 180))
      let x = Float(cos(truth * .pi / 180))
      let exact = atan2(Double(y), Double(x)) * 180 / .pi
      let error = abs(Double(Kernel.atan2Degrees(y: [y], x: [x])[0]) - exact)
      #expect(min(error, 360 - error) < 0.00003)
    }
  }

  @Test func atan2KeepsMissingMissing() {
    let out = Kernel.atan2Degrees(y: [.nan, 1, 0], x: [1, .nan, 0])
    #expect(out[0].isNaN && out[1].isNaN && out[2] == 0)
  }

  @Test(arguments: sizes) func lengthsEqualTheirPlainTwin(size: Int) {
    let x = (0..<size).map { Float($0) * 0.3 - 4 }
    let y = (0..<size).map { Float($0 * $0 % 11) }
    let z = (0..<size).map { Float($0 % 5) - 2 }
    let flat = Kernel.length(x: x, y: y)
    let space = Kernel.length(x: x, y: y, z: z)
    for i in 0..<size {
      #expect(flat[i] == Scalar.length(x[i], y[i]))
      #expect(space[i] == Scalar.length(x[i], y[i], z[i]))
    }
  }

  @Test(arguments: sizes) func outliersEqualTheirPlainTwin(size: Int) {
    let x: [Float] = (0..<size).map { i in
      let jump = i % 13 == 5 ? 90 : 0
      return Float(i * 7919 % 31 + jump)
    }
    let plain = x.indices.filter { i in
      let window = (-3...3).map { x[max(0, min(size - 1, i + $0))] }
      return Scalar.isOutlier(window, floor: 2)
    }
    #expect(Kernel.outliers(x, floor: 2) == plain)
  }
}

@Suite struct ScanningKernels {
  /// Every third value missing, and runs of them at both ends.
  private static func column(_ size: Int) -> [Float] {
    (0..<size).map { i in
      i % 3 == 1 || i < 2 || i > size - 3 ? .nan : Float((i * 7919) % 31) - 15
    }
  }

  @Test(arguments: sizes) func missingPlacesAreThoseOfNaN(size: Int) {
    for column in [Self.column(size), [Float](repeating: 1, count: size)] {
      #expect(Kernel.missingPlaces(column) == column.indices.filter { column[$0].isNaN })
    }
  }

  @Test(arguments: sizes) func rangePassesMissingValuesBy(size: Int) {
    let column = Self.column(size)
    let present = column.filter { !$0.isNaN }
    let range = Kernel.range(column)
    #expect(range?.low == present.min() && range?.top == present.max())
    for place in column.indices {
      var one = [Float](repeating: .nan, count: size)
      one[place] = 3
      #expect(Kernel.range(one)?.low == 3 && Kernel.range(one)?.top == 3)
    }
  }
}

@Suite struct ElementaryFunctions {
  @Test func agreeWithTheCLibrary() {
    for k in 1..<120 {
      let x = Double(k) / 100
      #expect(abs(Elementary.tan(x) - tan(x)) < 1e-12)
    }
    for k in -720...720 {
      #expect(abs(Elementary.sinDegrees(Double(k)) - sin(Double(k) * .pi / 180)) < 1e-12)
      #expect(abs(Elementary.cosDegrees(Double(k)) - cos(Double(k) * .pi / 180)) < 1e-12)
    }
    for k in -500...500 {
      let x = Double(k) / 10
      #expect(abs(Elementary.exp(x) / exp(x) - 1) < 1e-12)
    }
    for k in -60...60 {
      let z = Double(k) / 10
      #expect(abs(Elementary.normalCDF(z) - 0.5 * erfc(-z / 2.0.squareRoot())) < 2e-7)
    }
  }

  @Test func refuseWhatIsNoNumber() {
    #expect(Elementary.sinDegrees(.infinity).isNaN)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.normalCDF(.nan).isNaN)
  }
}

@Suite struct LowPassFilter {
  @Test(arguments: [10.0, 25, 30, 60, 120, 240]) func keepsConstantsAndSlowMotion(rate: Double) {
    let filter = LowPass(cutoff: 4, rate: rate)
    let count = Int(6 * rate)
    let constant = [Float](repeating: 512, count: count)
    let slow = (0..<count).map { Float(100 * sin(2 * .pi * 0.3 * Double($0) / rate)) }
    var columns = [constant, slow]
    filter.apply(&columns)
    #expect(columns[0].allSatisfy { abs($0 - 512) < 1e-3 })
    for i in Int(rate)..<(count - Int(rate)) { #expect(abs(columns[1][i] - slow[i]) < 0.5) }
  }

  @Test func isDownByThreeDecibelsAtItsCutoff() {
    let filter = LowPass(cutoff: 4, rate: 120)
    var columns = [(0..<2400).map { Float(sin(2 * .pi * 4 * Double($0) / 120)) }]
    filter.apply(&columns)
    let peak = columns[0][600..<1800].max() ?? 0
    #expect(abs(Double(peak) - 0.7071) < 0.03)
  }

  @Test func lowersWhiteNoiseByItsStatedGain() {
    var state: UInt64 = 1
    let noise = (0..<20_000).map { _ -> Float in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) - 0.5
    }
    for cutoff in [2.0, 4, 6] {
      let filter = LowPass(cutoff: cutoff, rate: 30)
      var columns = [noise]
      filter.apply(&columns)
      func sd(_ x: [Float]) -> Double {
        (x.reduce(0) { $0 + Double($1) * Double($1) } / Double(x.count)).squareRoot()
      }
      #expect(abs(sd(columns[0]) / sd(noise) - filter.noiseGain) < 0.05)
    }
  }

  @Test func eightChannelsAreEightSingleOnes() {
    let filter = LowPass(cutoff: 5, rate: 50)
    let columns = (0..<8).map { c in (0..<200).map { Float(($0 * (c + 3)) % 17) } }
    var together = columns
    filter.apply(&together)
    for c in 0..<8 {
      var alone = [columns[c]]
      filter.apply(&alone)
      #expect(alone[0] == together[c])
    }
  }

  @Test(arguments: 1...8, [3, 40, 200])
  func residualsAreWhatEachFilterTakesAway(channels: Int, count: Int) {
    let columns = (0..<channels).map { c in (0..<count).map { Float(($0 * (c + 3)) % 17) } }
    let filters = [1.0, 2, 4, 8, 11].map { LowPass(cutoff: $0, rate: 50) }
    let order = [3, 0, 4, 4, 1, 2]
    let found = LowPass.residuals(columns, of: filters) { residual in order.map(residual) }
    for (index, answer) in zip(order, found) {
      var filtered = columns
      filters[index].apply(&filtered)
      let squares = zip(columns, filtered).flatMap { a, b in
        zip(a, b).map { Double($0 - $1) * Double($0 - $1) }
      }
      let expected = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
      #expect(abs(answer - expected) < 1e-9 * expected)
    }
  }

  @Test(arguments: [0, 1, 2, 3]) func takesVeryShortColumns(count: Int) {
    var columns = [[Float](repeating: 1, count: count)]
    LowPass(cutoff: 4, rate: 30).apply(&columns)
    #expect(columns[0].allSatisfy { abs($0 - 1) < 1e-5 })
  }
}

@Suite struct OrderStatistics {
  /// As a signal, as a noise, with ties, with far outliers, all alike, in each with missing values.
  private static let kinds: [@Sendable (Int) -> Float] = [
    { sin(Float($0) / 9) }, { Float($0 * 7919 % 10_007) }, { Float($0 * 7919 % 23) },
    { $0 % 50 == 7 ? Float($0) * 1e30 : Float($0 * 7919 % 101) / 1e6 }, { _ in 0.25 },
    { $0 % 3 == 0 ? .infinity : -Float($0) },
  ]

  @Test(arguments: sizes + [95, 96, 97, 128, 1501], kinds.indices)
  func equalSorting(size: Int, kind: Int) {
    let all = (0..<size).map(Self.kinds[kind])
    for values in [all, all.enumerated().map { $0.offset % 7 == 5 ? .nan : $0.element }] {
      let sorted = values.filter { !$0.isNaN }.sorted()
      let ranks = Set(stride(from: 0, to: sorted.count, by: max(1, sorted.count / 50)))
      for rank in ranks.union([sorted.count - 1]) where rank >= 0 {
        #expect(Robust.value(of: values) { _ in rank } == sorted[rank])
      }
      var doubles = sorted.reversed().map(Double.init)
      for rank in ranks { #expect(Robust.select(&doubles, rank: rank) == Double(sorted[rank])) }
    }
  }

  @Test func passMissingValuesBy() {
    #expect(Robust.median([.nan, 3, 1, .nan, 2]) == 2)
    #expect(Robust.median([.nan]).isNaN)
    #expect(Robust.quantile([4, 1, 3, 2, 5], 1) == 5)
  }
}
