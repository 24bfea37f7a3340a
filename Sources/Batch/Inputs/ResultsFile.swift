internal import Glibc
package import Reports

/// `results.ndjson` of an earlier run, one line after another: memory holds a few at a time.
package struct ResultsFile: ~Copyable {
  /// As it can be shown.
  package let name: String
  private let file: Descriptor
  private var bytes: [UInt8] = []
  private var start = 0
  private var isRead = false
  /// The number of the line that was handed out last, from 1.
  package private(set) var line = 0

  private static let block = 1 << 20

  /// Opens the file, or `results.ndjson` where `path` is a folder.
  package init(_ path: [UInt8]) throws(TextFileError) {
    let isFolder = (try? FileKind(path: path, followingLinks: true)) == .folder
    let path = isFolder ? PathText.joined(path, Array("results.ndjson".utf8)) : path
    name = PathText.text(path)
    file = try Self.open(path, inFolder: isFolder)
  }

  private static func open(
    _ path: [UInt8], inFolder isExpected: Bool
  ) throws(TextFileError) -> Descriptor {
    do throws(SystemError) {
      let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      try file.requireFile()
      return file
    } catch {
      let hint = "; 'formcheck analyze' writes it, unless --formats leaves out json"
      throw TextFileError(
        description: "\(PathText.text(path)): \(error)"
          + (isExpected && error.code == ENOENT ? hint : ""))
    }
  }

  /// The next line; nil at the end. Blank lines are passed over. The error is a sentence with file,
  /// line and column.
  package mutating func next() throws(TextFileError) -> ResultsReader.Line? {
    while let range = try nextRange() {
      line += 1
      if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      do throws(JSONFailure) {
        return try ResultsReader.read(bytes, in: range)
      } catch {
        throw TextFileError(description: "\(name):\(line):\(error.column): \(error.message)")
      }
    }
    return nil
  }

  /// Where the next line stands in `bytes`, without its end; the last one may have none.
  private mutating func nextRange() throws(TextFileError) -> Range<Int>? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return start..<end
      }
      if isRead {
        defer { start = bytes.count }
        return start < bytes.count ? start..<bytes.count : nil
      }
      bytes.removeSubrange(..<start)
      searched = bytes.count
      start = 0
      do throws(SystemError) {
        bytes += try file.read(atMost: Self.block)
      } catch {
        throw TextFileError(description: "\(name): \(error)")
      }
      isRead = bytes.count - searched < Self.block
    }
  }
}
