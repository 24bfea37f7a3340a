extension MarkupWriter {
  /// Opens a table in a frame that scrolls sideways where the window is too narrow. Both have the
  /// name, which a screen reader says, and the Tab key reaches the frame, so that the arrow keys
  /// can scroll it.
  mutating func openTable(_ name: String) {
    tag("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    text(name)
    tag("\"><table aria-label=\"")
    text(name)
    tag("\">")
  }

  mutating func closeTable() { tag("</table></div>") }
}
