package import PoseCSV
internal import Glibc

/// Reads input files with the keypoint reader.
package enum Reading {
  /// A reader of files with the options of the command line; what stands in the manifest and in a
  /// sidecar is added file by file.
  package static func with(
    _ options: ReadOptions = ReadOptions(), manifest: Manifest? = nil
  ) -> ReadRecordings {
    { file in try result(of: file, options, manifest: manifest).recordings }
  }

  /// Everything that the reader says of a file.
  package static func result(
    of file: InputFile, _ options: ReadOptions, manifest: Manifest? = nil
  ) throws(PoseCSVError) -> ReadResult {
    if file.isStandardInput {
      let bytes = try StandardInput.read(file)
      return try PoseReader.read(bytes, name: PathText.text(file.name), options: options)
    }
    var options = options
    let sidecar = Sidecar(besides: file)
    options.sidecar = sidecar.given
    options.warnings += sidecar.warnings
    if let given = manifest?.given(file) { options.manifest = given }
    return try PoseReader.read(
      path: file.path, name: PathText.text(file.name), followingLink: file.isNamed,
      options: options)
  }
}

/// The recording that comes through a pipe.
private enum StandardInput {
  /// Bytes of the longest one that is taken in.
  static let limit = 1 << 30

  static func read(_ file: InputFile) throws(PoseCSVError) -> [UInt8] {
    let name = PathText.text(file.name)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Descriptor(Array("/dev/stdin".utf8), flags: O_RDONLY).read(atMost: limit + 1)
    } catch {
      throw PoseCSVError(.unreadable, "cannot be read: \(error)", file: name)
    }
    guard bytes.count <= limit else {
      throw PoseCSVError(.limit, "is longer than \(limit) bytes; give it as a file", file: name)
    }
    return bytes
  }
}
