extension MarkupWriter {
  /// Opens a table in a frame that scrolls sideways where the window is too narrow. Both have the
  /// name, which a screen reader says, and the Tab key reaches the frame, so that the arrow keys
  /// can scroll it. `frame` is its class, and `attributes` are further ones of the table.
  mutating func openTable(
    _ name: String, frame: Literal = "scroll", attributes: Literal = ""
  ) {
    tag("<div class=\"")
    tag(frame)
    tag("\" role=\"region\" tabindex=\"0\" aria-label=\"")
    text(name)
    tag("\"><table")
    tag(attributes)
    tag(" aria-label=\"")
    text(name)
    tag("\">")
  }

  mutating func closeTable() { tag("</table></div>") }
}
