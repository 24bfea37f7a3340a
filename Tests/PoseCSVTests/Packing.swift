import CLibarchive
import Glibc

/// Archives made for the tests by libarchive's own writer.
enum Packing {
  static let folder = mode_t(0o040000)
  static let symbolicLink = mode_t(0o120000)

  struct Member {
    var name: String
    var bytes: [UInt8] = []
    var type = mode_t(0o100000)
    var link: String?
  }

  static func file(_ name: String, _ text: String) -> Member {
    Member(name: name, bytes: Array(text.utf8))
  }

  enum Form { case tar, zip, raw }

  /// Packs members; `filter` is a compression by libarchive's name.
  static func pack(
    _ members: [Member], as form: Form, filter: String = "none", password: String? = nil
  ) -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    switch form {
    case .tar: archive_write_set_format_pax_restricted(archive)
    case .zip: archive_write_set_format_zip(archive)
    case .raw: archive_write_set_format_raw(archive)
    }
    if filter != "none" { archive_write_add_filter_by_name(archive, filter) }
    if let password {
      archive_write_set_options(archive, "zip:encryption=traditional")
      archive_write_set_passphrase(archive, password)
    }
    archive_write_set_bytes_in_last_block(archive, 1)
    let sink = Sink()
    archive_write_open(
      archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
      { _, context, bytes, count in
        guard let context else { return -1 }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        sink.bytes += UnsafeRawBufferPointer(start: bytes, count: count)
        return count
      }, nil)
    for member in members {
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, member.name)
      archive_entry_set_filetype(entry, member.type)
      archive_entry_set_perm(entry, 0o644)
      archive_entry_set_size(entry, Int64(member.bytes.count))
      if let link = member.link { archive_entry_set_symlink(entry, link) }
      archive_write_header(archive, entry)
      if !member.bytes.isEmpty { archive_write_data(archive, member.bytes, member.bytes.count) }
    }
    archive_write_close(archive)
    return sink.bytes
  }

  private final class Sink { var bytes: [UInt8] = [] }
}
