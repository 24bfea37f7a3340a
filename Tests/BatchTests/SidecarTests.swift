import Pose
import PoseCSV
import Testing

@testable import Batch

@Suite struct SidecarTests {
  private let root = TemporaryFolder()

  private func sidecar(_ text: String?) -> Sidecar {
    root.write(to: "set.csv")
    if let text { root.write(text, to: "set.json") }
    return Sidecar(
      besides: InputFile(
        path: root["set.csv"], name: Array("set.csv".utf8), isNamed: false, obstacle: nil))
  }

  @Test func isNotMissed() {
    let sidecar = sidecar(nil)
    #expect(sidecar.warnings.isEmpty && sidecar.given.fps == nil)
  }

  @Test func givesWhatItHolds() {
    let given = sidecar(
      #"{"width":1080,"height":1920,"fps":29.97,"view":"side","athlete":"A","load_kg":60,"units":"m","x":[]}"#
    ).given
    #expect(given.width == 1080 && given.height == 1920 && given.fps == 29.97)
    #expect(given.units == .metres)
    #expect(given.view == "side" && given.athlete == "A" && given.loadKilograms == 60)
  }

  @Test func emptyTextsSayNothing() {
    let sidecar = sidecar(#"{"athlete":"","date":" ","set":"","style":"","view":""}"#)
    #expect(sidecar.warnings.isEmpty)
    #expect(sidecar.given == ReadOptions.Given())
  }

  @Test func tellsKeysThatAreNearAKnownOne() {
    let sidecar = sidecar(#"{"widht": 1080, "height": 1920, "x": [], "coach": "B", "y": 1}"#)
    #expect(
      sidecar.warnings.map(\.message) == [
        "The sidecar set.json: passed over the key 'widht' (did you mean 'width'?)."
      ])
    #expect(sidecar.given.height == 1920)
  }

  /// Values that are given and not used are named; those that an option or each other confirm are not.
  @Test func tellsWhatIsNotUsed() {
    var options = ReadOptions()
    options.sidecar.fps = 25
    options.sidecar.athlete = "A"
    options.manifest.fps = 30
    options.manifest.athlete = "A"
    options.manifest.height = 1920
    #expect(
      options.unused.map(\.message) == [
        "The sidecar beats the manifest: fps 25.0 rather than 30.0.",
        "The height was passed over: the shape of the video's frame needs its width too.",
      ])
    options.sidecar.width = 1080
    options.option.fps = 60
    #expect(options.unused.isEmpty)
  }

  @Test(arguments: [
    "{", "[]", "{\"fps\":\"fast\"}", "{\"width\":0}", "{\"fps\":1e9}", "{\"athlete\":[1]}",
    "{\"style\":\"sumo\"}", "{\"units\":\"feet\"}", "{\"view\":\"top\"}",
  ])
  func warnsOfWhatItCannotUse(_ text: String) {
    #expect(sidecar(text).warnings.count == 1)
    #expect(sidecar(text).given.style == nil)
  }
}
