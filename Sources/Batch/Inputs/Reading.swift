package import PoseCSV

/// Reads input files with the keypoint reader.
package enum Reading {
  /// A reader of files with the options of the command line; what stands in a sidecar is added
  /// file by file.
  package static func with(_ options: ReadOptions = ReadOptions()) -> ReadRecordings {
    { file in
      var options = options
      let sidecar = Sidecar(besides: file)
      options.sidecar = sidecar.given
      options.warnings += sidecar.warnings
      return try PoseReader.read(
        path: file.path, name: PathText.text(file.name), followingLink: file.isNamed,
        options: options
      ).recordings
    }
  }
}
