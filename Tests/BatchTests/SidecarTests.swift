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

  @Test(arguments: [
    "{", "[]", "{\"fps\":\"fast\"}", "{\"width\":0}", "{\"fps\":1e9}", "{\"athlete\":[1]}",
    "{\"style\":\"sumo\"}", "{\"units\":\"feet\"}", "{\"view\":\"top\"}",
  ])
  func warnsOfWhatItCannotUse(_ text: String) {
    #expect(sidecar(text).warnings.count == 1)
    #expect(sidecar(text).given.style == nil)
  }
}
