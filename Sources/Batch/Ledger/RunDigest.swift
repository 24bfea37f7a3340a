internal import Glibc

extension BatchRun.Options {
  /// Stands for everything that shapes the results besides the inputs: the settings, and the
  /// program itself.
  var digest: Digest {
    let formats = formats.map(\.rawValue).sorted().joined(separator: ",")
    let words = [version, formats, "\(angles)"] + settings.flatMap { [$0.name, $0.value] }
    return Digest(parts: words.map { Array($0.utf8) } + sources + [Self.program])
  }

  /// The beginning of the program's file, where the linker puts the identity of the build.
  private static let program: [UInt8] = {
    let file = try? Descriptor(Array("/proc/self/exe".utf8), flags: O_RDONLY)
    return (try? file?.read(1 << 12, at: 0)) ?? []
  }()
}
