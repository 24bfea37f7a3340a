internal import Glibc

/// The hidden folder in which a run writes what is not complete yet.
enum WorkFolder {
  /// Makes the run's own, and sets that of a run which did not finish aside. Of two such runs,
  /// the one that came further is kept.
  static func begin(in folder: borrowing Descriptor) throws(SystemError) -> Descriptor {
    let now = OutputFolder.workName
    let before = OutputFolder.unfinishedName
    if progress(of: now, in: folder) > progress(of: before, in: folder) {
      remove(before, in: folder)
      _ = try retrying { renameat(folder.number, now, folder.number, before) }
    } else {
      remove(now, in: folder)
    }
    _ = try retrying { mkdirat(folder.number, now, 0o777) }
    return try open(now, in: folder)
  }

  /// Takes a folder of this kind and the files in it away, as far as that can be done.
  static func remove(_ name: String, in folder: borrowing Descriptor) {
    guard let place = try? open(name, in: folder) else { return }
    for entry in (try? Folder.entries(of: place.number)) ?? [] {
      _ = entry.name.withCString { unlinkat(place.number, $0, 0) }
    }
    unlinkat(folder.number, name, AT_REMOVEDIR)
  }

  /// How long the ledger in it is; less than nothing when there is no such folder.
  private static func progress(of name: String, in folder: borrowing Descriptor) -> Int {
    guard let place = try? open(name, in: folder) else { return -1 }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
    guard
      let ledger = try? Descriptor(
        Array(OutputFolder.ledgerName.utf8), in: place.number, flags: flags),
      let status = try? ledger.status()
    else { return 0 }
    return Int(status.st_size)
  }

  private static func open(
    _ name: String, in folder: borrowing Descriptor
  ) throws(SystemError) -> Descriptor {
    try Descriptor(
      Array(name.utf8), in: folder.number, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }
}
