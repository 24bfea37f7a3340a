package import Pose

/// A description of a file that no layout fits, from a YAML file: its keypoints in order, what
/// each is on the body, and, where names do not say it, which columns hold what.
package struct Mapping: Sendable {
  /// A column, by its header or by its number from 1.
  enum Column: Sendable, Equatable {
    case named(String)
    case number(Int)
  }

  /// The columns of one keypoint, where the mapping gives them.
  struct Columns: Sendable, Equatable {
    var x: Column
    var y: Column
    var z: Column?
    var score: Column?
  }

  /// The keypoints in the file's order, as a layout of their own.
  package var layout: Layout
  /// For each keypoint; nil where its name must be found among the columns.
  var columns: [Columns?] = []
  var frame: Column?
  var time: Column?
  var timeUnit: KeyColumns.TimeUnit?
  var person: Column?
  /// The first row is data.
  var isHeaderless = false
  var units: Units?
  var fps: Double?

  /// Whether the mapping names columns rather than keypoints only.
  var givesColumns: Bool { columns.contains { $0 != nil } }
}

extension ReadOptions {
  /// The layout given by name, or the mapping's own.
  var chosenLayout: Layout? {
    switch layout {
    case .layout(let layout): layout
    case .mapping(let mapping): mapping.layout
    case nil: nil
    }
  }

  var mapping: Mapping? {
    if case .mapping(let mapping) = layout { mapping } else { nil }
  }
}
