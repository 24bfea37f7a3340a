import Testing

@testable import Reports

@Suite struct DecimalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var value: Double
    var decimals: Int
    var text: String
    var testDescription: String { "\(value) with \(decimals) decimals" }
  }

  @Test(arguments: [
    Case(value: 0, decimals: 1, text: "0.0"),
    Case(value: -0.0, decimals: 2, text: "0.00"),
    Case(value: -0.0001, decimals: 3, text: "0.000"),
    Case(value: -0.04, decimals: 1, text: "0.0"),
    Case(value: 121.44, decimals: 1, text: "121.4"),
    Case(value: -4.25, decimals: 1, text: "-4.2"),
    Case(value: 0.125, decimals: 2, text: "0.12"),
    Case(value: 0.375, decimals: 2, text: "0.38"),
    Case(value: 2.5, decimals: 0, text: "2"),
    Case(value: 3.5, decimals: 0, text: "4"),
    Case(value: 0.1, decimals: 9, text: "0.100000000"),
    Case(value: 1.005, decimals: 2, text: "1.00"),
    Case(value: 9.995, decimals: 2, text: "9.99"),
    Case(value: 0.9996, decimals: 3, text: "1.000"),
    Case(value: 999_999_999_999_999, decimals: 1, text: "999999999999999.0"),
    Case(value: 123_456_789.123_456_789, decimals: 6, text: "123456789.123457"),
    Case(value: .leastNonzeroMagnitude, decimals: 9, text: "0.000000000"),
    Case(value: 1e-7, decimals: 6, text: "0.000000"),
  ])
  func roundsOnce(_ sample: Case) {
    var out = ByteSink()
    let isWritten = out.append(sample.value, decimals: sample.decimals)
    #expect(isWritten)
    #expect(String(decoding: out.bytes, as: UTF8.self) == sample.text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e15, -1e300])
  func leavesOutWhatIsMissing(_ value: Double) {
    var out = ByteSink()
    let isWritten = out.append(value, decimals: 2)
    #expect(!isWritten)
    #expect(out.bytes.isEmpty)
  }

  @Test(arguments: zip([30.0, 29.97, 3.667, 4.2, -2], ["30.0", "29.97", "3.667", "4.2", "-2.0"]))
  func keepsOneDecimal(_ value: Double, _ text: String) {
    var out = ByteSink()
    out.append(value, decimals: 3, keeping: 1)
    #expect(String(decoding: out.bytes, as: UTF8.self) == text)
  }

  /// Rounding in two ways: by the bits of the double, and by comparing exact differences.
  @Test(arguments: [1 as UInt64, 2, 3])
  func isWithinHalfAUnit(seed: UInt64) throws {
    var state = seed
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let decimals = Int(state >> 60) % 4
      let value = Double(Int64(bitPattern: state) >> 20) / 1024 / 4096
      var out = ByteSink()
      out.append(value, decimals: decimals)
      let text = String(decoding: out.bytes, as: UTF8.self)
      let back = try #require(Double(text))
      var unit = 1.0
      for _ in 0..<decimals { unit /= 10 }
      #expect(abs(back - value) <= unit / 2 * 1.000_001, "\(value) became \(text)")
      #expect(text != "-0" && !text.hasPrefix("-0.0000"))
    }
  }

  @Test func writesIntegers() {
    var out = ByteSink()
    for number in [0, 7, -12, 1234, .max, .min] {
      out.append(number)
      out.append(" ")
    }
    #expect(
      String(decoding: out.bytes, as: UTF8.self)
        == "0 7 -12 1234 9223372036854775807 -9223372036854775808 ")
  }
}
