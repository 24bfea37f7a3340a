import Kinematics
import Pose
import PoseCSV
import Reps
import Signals
import Testing

/// One set written in every layout, form, unit and direction: each file must be known for what it
/// is and give the same angles.
@Suite struct SameAnglesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var layout: Layout
    var form: TableForm
    var space: TableSpace

    var testDescription: String { "\(layout.id), \(form.rawValue), \(space.rawValue)" }
  }

  /// Every form in one space, and every space in one form.
  static let cases: [Case] = LayoutRegistry.all.flatMap { layout in
    layout.dimensions.sorted().flatMap { dimensions in
      let forms = TableForm.allCases.filter { $0.holds(layout, dimensions: dimensions) }
      let spaces = TableSpace.allCases.filter { $0.dimensions == dimensions }
      let usual: TableSpace = dimensions == 2 ? .pixels : .metres
      return forms.map { form in
        let isLaboratory = form == .trc || form == .nexus
        return Case(layout: layout, form: form, space: isLaboratory ? .millimetres : usual)
      } + spaces.filter { $0 != usual }.map { Case(layout: layout, form: .wide, space: $0) }
    }
  }

  @Test(arguments: cases)
  func anyFileOfOneSetGivesTheSameAngles(of file: Case) throws {
    let recording = try Self.recording(of: file)
    #expect(recording.layout == file.layout.id)
    #expect(recording.dimensions == file.space.dimensions)
    #expect(recording.fps == MadeSet.rate)
    let wanted = try (file.space.dimensions == 2 ? Self.filmed : Self.solid).get()
    let found = try Analysis(recording)
    #expect(found.bottoms == wanted.bottoms)
    #expect(found.bottoms.count == 2)
    for (name, curve) in Self.compared {
      let furthest = try Self.distance(curve(found.angles), curve(wanted.angles))
      #expect(furthest < 0.5, "\(name)")
    }
  }

  /// What is compared: the angles, and the bottom of each rep.
  private struct Analysis {
    var angles: Angles
    var bottoms: [Int]

    init(_ recording: Recording) throws {
      let body = try #require(Body(Cleaning.clean(recording)))
      angles = Angles(body)
      bottoms = Segmenter().segment(body, angles).reps.map(\.bottom)
    }
  }

  private static let filmed = Result { try Analysis(MadeSet.filmed.recording) }
  private static let solid = Result { try Analysis(MadeSet.solid.recording) }

  private static let compared: [(name: String, curve: @Sendable (Angles) -> Curve)] = [
    ("left knee", { $0.kneeFlexion.left }), ("right knee", { $0.kneeFlexion.right }),
    ("left hip", { $0.hipFlexion.left }), ("right hip", { $0.hipFlexion.right }),
    ("trunk", { $0.trunkInclination }),
  ]

  /// The greatest difference in any frame; infinite where only one of the two was measured.
  private static func distance(_ a: Curve, _ b: Curve) throws -> Float {
    try #require(a.values.count == b.values.count)
    return zip(a.values, b.values).reduce(0) { furthest, pair in
      if pair.0.isNaN != pair.1.isNaN { return .infinity }
      return pair.0.isNaN ? furthest : max(furthest, abs(pair.0 - pair.1))
    }
  }

  private static func recording(of file: Case) throws -> Recording {
    let text = TableWriter(layout: file.layout, form: file.form, space: file.space).text
    var options = ReadOptions()
    if !file.form.hasTime { options.option.fps = MadeSet.rate }
    if file.space == .normalized {
      options.option.width = TableSpace.width
      options.option.height = TableSpace.height
    }
    let result = try PoseReader.read(Array(text.utf8), name: "set.csv", options: options)
    try #require(result.recordings.count == 1)
    return result.recordings[0]
  }
}
