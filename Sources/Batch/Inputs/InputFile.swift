/// A file that was found, and is to be read.
package struct InputFile: Sendable, Equatable {
  /// What results call it: the path relative to the input folder, `/` between folders.
  package var name: [UInt8]
  /// The path, or the folder in which the file stands under the last part of its name: files of
  /// one folder share its bytes.
  let place: [UInt8]
  let isPlaceFolder: Bool
  /// It was named on the command line, so a link there is followed; links within a folder are not.
  package var isNamed: Bool
  /// Why it is not read, where that is clear without opening it.
  package var obstacle: String?
  /// It is a member of the archive at `path`.
  package private(set) var isMember = false

  package init(path: [UInt8], name: [UInt8], isNamed: Bool, obstacle: String? = nil) {
    self.init(at: path, isFolder: false, name: name, isNamed: isNamed, obstacle: obstacle)
  }

  /// A file that was found in a folder.
  init(in folder: [UInt8], name: [UInt8], obstacle: String? = nil) {
    self.init(at: folder, isFolder: true, name: name, isNamed: false, obstacle: obstacle)
  }

  /// A file at a place, or in the folder there.
  init(at place: [UInt8], isFolder: Bool, name: [UInt8], isNamed: Bool, obstacle: String?) {
    self.place = place
    isPlaceFolder = isFolder
    self.name = name
    self.isNamed = isNamed
    self.obstacle = obstacle
  }

  /// Where it is, byte for byte as the system names it.
  package var path: [UInt8] {
    isPlaceFolder ? PathText.joined(place, PathText.lastComponent(name)) : place
  }

  /// A member of this archive.
  func member(_ member: [UInt8]) -> InputFile {
    var file = InputFile(
      path: path, name: PathText.joined(name, member), isNamed: isNamed, obstacle: obstacle)
    file.isMember = true
    return file
  }

  /// How standard input is given, and what results call it.
  static let standardInput = (path: [UInt8(ascii: "-")], name: Array("standard-input".utf8))

  var isStandardInput: Bool { isNamed && path == Self.standardInput.path }
}
