import Foundation
import Testing

@testable import PoseCSV

@Suite struct NumberTests {
  static func parse(_ text: String, mark: Character = ".") -> NumberParser.Outcome {
    Array(text.utf8).withUnsafeBufferPointer {
      NumberParser(mark: mark.asciiValue ?? 0x2E).parse($0)
    }
  }

  static func value(_ text: String, mark: Character = ".") -> Double? {
    if case .number(let value) = parse(text, mark: mark) { value } else { nil }
  }

  @Test(arguments: [
    ("0", 0.0), ("-0.0", -0.0), ("+1", 1), ("1.5", 1.5), (" 12 ", 12), ("1e3", 1000),
    ("1E-3", 0.001), ("-7.25e+2", -725), (".5", 0.5), ("5.", 5), ("0.1", 0.1),
    ("123456789.123456789", 123456789.123456789), ("9007199254740993", 9007199254740992),
    ("1e22", 1e22), ("1e23", 1e23), ("5e-324", .leastNonzeroMagnitude), ("1e400", .infinity),
  ])
  func aNumberIsRead(text: String, value: Double) {
    #expect(Self.value(text) == value)
  }

  @Test(arguments: [
    "0x1p3", "1e", "e5", "1.2.3", "1 2", "１２", "--1", "+", "..", "nan(0x1)", "1_000", "1,000.5",
    "12px", "0.\u{0}95", String(repeating: "1", count: 65),
  ])
  func whatIsNoNumberIsRefused(text: String) {
    guard case .invalid = Self.parse(text) else {
      Issue.record("\(text) was taken for \(Self.parse(text))")
      return
    }
  }

  @Test(arguments: [
    "", "  ", "nan", "NaN", "-nan", "NA", "n/a", "#N/A", "null", "None", "<NA>", "-", "--", "inf",
    "-Inf", "Infinity", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", ".", "?",
    "-nan(ind)", "#DIV/0!", "#VALUE!", "N.A.", "missing", "undefined",
  ])
  func missingValuesAreKnown(text: String) {
    guard case .missing = Self.parse(text) else {
      Issue.record("\(text) was taken for \(Self.parse(text))")
      return
    }
  }

  @Test func theOtherDecimalMarkIsNoticed() {
    #expect(Self.value("1,5", mark: ",") == 1.5)
    guard case .otherMark = Self.parse("1,5"), case .otherMark = Self.parse("1.5", mark: ",")
    else {
      Issue.record("the other mark was not noticed")
      return
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func numbersEqualThoseOfTheCLibrary(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    for _ in 0..<20_000 {
      var text = generator.next() % 2 == 0 ? "-" : ""
      for _ in 0...(generator.next() % 20) { text += "\(generator.next() % 10)" }
      if generator.next() % 4 != 0 {
        text += "."
        for _ in 0..<(generator.next() % 20) { text += "\(generator.next() % 10)" }
      }
      if generator.next() % 3 == 0 { text += "e\(Int(generator.next() % 640) - 320)" }
      #expect(Self.value(text)?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }
}

/// A small seeded generator.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
