import ArgumentParser
import Pose
import PoseCSV

/// `formcheck layouts`: the keypoint layouts that are known.
struct Layouts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts",
    abstract: "List the keypoint layouts, or print one as a mapping file.",
    discussion: """
      With a layout's name, prints it as a mapping file to start from: change it to say which \
      columns of your files hold which joints, and give it to --layout.
      """)

  @Argument(help: "The layout to print.")
  var name: String?

  func validate() throws {
    if let name, LayoutRegistry.layout(named: name) == nil {
      throw ValidationError("'\(name)' is not a known layout; 'formcheck layouts' lists them.")
    }
  }

  func run() throws {
    if let layout = name.flatMap(LayoutRegistry.layout(named:)) {
      _ = try Console.answer(Array(MappingWriter.yaml(layout).utf8))
      return
    }
    let width = LayoutRegistry.all.map(\.id.utf8.count).max() ?? 0
    let text = LayoutRegistry.all.map { layout in
      let dimensions = layout.dimensions.sorted().map { "\($0)-D" }.joined(separator: ", ")
      return layout.id + String(repeating: " ", count: width - layout.id.utf8.count + 2)
        + "\(layout.title) (\(dimensions), \(layout.keypoints.count) keypoints)\n"
    }.joined()
    _ = try Console.answer(Array(text.utf8))
  }
}
