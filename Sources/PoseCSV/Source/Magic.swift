/// Knows files of other kinds by their first bytes.
enum Magic {
  /// What the bytes are in words, such as "a PNG picture"; nil when nothing says that they are
  /// not a table.
  static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    for (mark, offset, name) in marks where matches(mark, at: offset, in: bytes) { return name }
    let opening = String(
      decoding: bytes.prefix(64).drop { $0 <= UInt8(ascii: " ") }, as: UTF8.self
    ).lowercased()
    for (mark, name) in texts where opening.hasPrefix(mark) { return name }
    return nil
  }

  /// Whether the bytes are compressed, or an archive, of a kind that can be unpacked.
  static func isArchive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    archives.contains { mark in matches(mark.mark, at: mark.offset, in: bytes) }
  }

  private static func matches(
    _ mark: [UInt8], at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    bytes.count >= offset + mark.count
      && zip(mark, bytes[offset...]).allSatisfy { $0 == $1 }
  }

  private static let archives: [(mark: [UInt8], offset: Int, name: String)] = [
    ([0x1F, 0x8B], 0, "gzip data"),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "Zstandard data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], 0, "xz data"),
    (Array("BZh".utf8), 0, "bzip2 data"),
    ([0x50, 0x4B, 0x03, 0x04], 0, "a zip archive"),
    ([0x50, 0x4B, 0x05, 0x06], 0, "an empty zip archive"),
    (Array("ustar".utf8), 257, "a tar archive"),
  ]

  private static let marks: [(mark: [UInt8], offset: Int, name: String)] =
    archives + [
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "a 7-Zip archive; unpack it first"),
      (Array("Rar!".utf8), 0, "a RAR archive; unpack it first"),
      ([0xD0, 0xCF, 0x11, 0xE0], 0, "an old Excel workbook; save the sheet as CSV"),
      (Array("PAR1".utf8), 0, "Parquet data; export it as CSV"),
      (Array("ARROW1".utf8), 0, "Arrow data; export it as CSV"),
      ([0x89, 0x48, 0x44, 0x46], 0, "HDF5 data; export it as CSV"),
      (Array("SQLite format 3".utf8), 0, "a SQLite database; export the table as CSV"),
      (Array("%PDF".utf8), 0, "a PDF document"),
      ([0x89, 0x50, 0x4E, 0x47], 0, "a PNG picture"),
      ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
      (Array("GIF8".utf8), 0, "a GIF picture"),
      (Array("RIFF".utf8), 0, "a RIFF file (AVI, WAV or WebP); run a pose estimator on it"),
      (Array("ftyp".utf8), 4, "an MP4 or MOV video; run a pose estimator on it"),
      ([0x1A, 0x45, 0xDF, 0xA3], 0, "a Matroska or WebM video; run a pose estimator on it"),
      (Array("c3d".utf8), 1, "a C3D recording; export the markers as CSV or TRC"),
      ([0x93] + Array("NUMPY".utf8), 0, "a NumPy array; save it as CSV"),
      ([0x7F, 0x45, 0x4C, 0x46], 0, "an executable program"),
    ]

  private static let texts: [(mark: String, name: String)] = [
    ("<!doctype", "an HTML page, perhaps an error page in place of a download"),
    ("<html", "an HTML page, perhaps an error page in place of a download"),
    ("<?xml", "an XML document"), ("<svg", "an SVG picture"),
    ("{\"", "JSON; convert it to CSV"), ("{\n", "JSON; convert it to CSV"),
    ("{\r", "JSON; convert it to CSV"),
    ("[{", "JSON; convert it to CSV"), ("{\\rtf", "an RTF document"),
  ]
}
