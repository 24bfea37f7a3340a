package import PoseCSV

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
