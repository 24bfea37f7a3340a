internal import Pose
internal import PoseCSV

extension ReadOptions {
  /// What was given of a recording and has no use: values of the manifest that the sidecar
  /// contradicts, and half of a frame's shape.
  var unused: [Warning] {
    var warnings: [Warning] = []
    let differing = [
      differing("fps", \.fps), differing("width", \.width), differing("height", \.height),
      differing("view", \.view), differing("athlete", \.athlete), differing("date", \.date),
      differing("set", \.set), differing("load_kg", \.loadKilograms), differing("style", \.style),
      differing("units", \.units),
    ].compactMap { $0 }
    if !differing.isEmpty {
      warnings.append(
        Warning(
          code: .givenUnused,
          message: "The sidecar beats the manifest: \(differing.joined(separator: ", "))."))
    }
    let (width, height) = (given(\.width), given(\.height))
    if (width == nil) != (height == nil) {
      let (known, lacking) = width == nil ? ("height", "width") : ("width", "height")
      warnings.append(
        Warning(
          code: .givenUnused,
          message: "The \(known) was passed over: the shape of the video's frame needs its "
            + "\(lacking) too."))
    }
    return warnings
  }

  /// "fps 25.0 rather than 30.0" where the sidecar and the manifest differ, and no option beats both.
  private func differing<Value: Equatable>(
    _ name: String, _ value: KeyPath<Given, Value?>
  ) -> String? {
    guard option[keyPath: value] == nil, let held = sidecar[keyPath: value],
      let beaten = manifest[keyPath: value], held != beaten
    else { return nil }
    return "\(name) \(held) rather than \(beaten)"
  }
}
