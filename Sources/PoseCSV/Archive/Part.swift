import Pose

/// One table that a file holds: the file itself, or a member of the archive that it is.
package struct Part: ~Copyable {
  /// The member's name in the archive, safe to show; empty for the file itself.
  package let name: [UInt8]
  /// The bytes of the member `NAME.json` beside a member `NAME.csv`.
  package let sidecar: [UInt8]?
  let content: Result<UnsafeBufferPointer<UInt8>, PoseCSVError>
  /// What unpacking has to say.
  var warnings: [Warning] = []
  /// Where the bytes came from, when that is a file.
  var file: FileBytes?

  /// Reads the table; `name` is how results and errors call it.
  package borrowing func read(
    name: String, options: ReadOptions
  ) throws(PoseCSVError) -> ReadResult {
    do throws(PoseCSVError) {
      var options = options
      options.warnings += warnings
      let bytes = try content.get()
      if !self.name.isEmpty, Magic.isArchive(bytes) {
        throw PoseCSVError(.otherFormat, "is an archive within an archive; unpack it first")
      }
      let result = try PoseReader.read(bytes, name: name, options: options)
      try file?.checkUnchanged()
      return result
    } catch {
      throw error.inFile(name)
    }
  }
}

/// Members of an archive that are no recordings and none of whose content is missed.
package struct PassedOverMembers: Sendable, Equatable {
  package var folders = 0
  package var hidden = 0
  package var sidecars = 0

  package init(folders: Int = 0, hidden: Int = 0, sidecars: Int = 0) {
    self.folders = folders
    self.hidden = hidden
    self.sidecars = sidecars
  }

  package var count: Int { folders + hidden + sidecars }

  /// Those that hold something, such as "2 hidden files"; nil when there are none. The members
  /// within a folder speak for it, and recordings for their sidecars.
  package var words: String? { hidden > 0 ? counted(hidden, "hidden file") : nil }
}
