/// What a browser may do with a page: show it, run the script it came with, and nothing else.
enum PagePolicy {
  static let markup: Markup = {
    var writer = MarkupWriter()
    writer.tag("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; ")
    writer.tag("style-src 'sha256-")
    writer.text(base64(SHA256.digest(Array(Style.sheet.utf8))))
    writer.tag("'; script-src 'sha256-")
    writer.text(base64(SHA256.digest(Array(Script.source.utf8))))
    writer.tag("'")
    return writer.markup
  }()

  /// The bytes in base64, padded.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[word >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
