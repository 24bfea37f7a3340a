import Pose

/// The ways in which programs lay the same keypoints out in a table.
enum TableForm: String, CaseIterable, Sendable {
  case wide, dotted, numberedFrom0, numberedFrom1, letterFirst, openPose, semicolons, kinovea
  case tidy, deepLabCut, deepLabCutPeople, sleap, list, trc, nexus

  /// Whether the form can hold the layout: numbers need an order, some forms have no depth, and
  /// laboratories' files have no less. For the tests' time, big layouts and the depth of layouts
  /// that are usually flat are written in few forms.
  func holds(_ layout: Layout, dimensions: Int) -> Bool {
    if layout.keypoints.count > 100, ![.wide, .letterFirst, .tidy].contains(self) { return false }
    let common: [TableForm] = [.wide, .numberedFrom1, .letterFirst, .tidy, .list, .trc, .nexus]
    if layout.keypoints.count > 20, !common.contains(self) { return false }
    let isUnusual = dimensions == 3 && layout.dimensions.contains(2)
    if isUnusual, ![.wide, .numberedFrom0, .list, .trc].contains(self) { return false }
    return switch self {
    case .wide, .dotted, .semicolons, .tidy, .deepLabCut, .deepLabCutPeople: true
    case .numberedFrom0, .numberedFrom1, .letterFirst, .list: !layout.namesOnly
    case .openPose: !layout.namesOnly && dimensions == 2
    case .kinovea, .sleap: dimensions == 2
    case .trc, .nexus: dimensions == 3
    }
  }

  /// Whether the file says when a row was recorded.
  var hasTime: Bool {
    switch self {
    case .wide, .dotted, .semicolons, .kinovea, .tidy, .trc, .nexus: true
    default: false
    }
  }
}

/// Where a file's coordinates begin, which way they run, and in what they count.
enum TableSpace: String, CaseIterable, Sendable {
  case pixels, pixelsUp, normalized
  case metres, metresDown, metresZUp, millimetres

  var dimensions: Int {
    switch self {
    case .pixels, .pixelsUp, .normalized: 2
    default: 3
    }
  }

  static let width = 1280.0
  static let height = 960.0

  /// A point of the made set in the file's coordinates.
  func place(_ p: SIMD3<Double>) -> SIMD3<Double> {
    switch self {
    case .pixels: SIMD3(p.x, Self.height - p.y, 0)
    case .pixelsUp, .metres: p
    case .normalized: SIMD3(p.x / Self.width, 1 - p.y / Self.height, 0)
    case .metresDown: SIMD3(p.x, -p.y, -p.z)
    case .metresZUp: SIMD3(p.x, -p.z, p.y)
    case .millimetres: SIMD3(p.x, -p.z, p.y) * 1000
    }
  }

  /// Digits behind the point that keep a tenth of a millimetre or of a pixel.
  var decimals: Int {
    switch self {
    case .pixels, .pixelsUp, .millimetres: 2
    default: 5
    }
  }
}
