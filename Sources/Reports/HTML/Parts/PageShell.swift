/// What stands around the contents of every page.
struct PageShell {
  var title: String
  /// The path from the page to the output folder: "" or "../".
  var root: String
  var version: String
  /// Wide tables want the whole window, and paper across.
  var isWide = false
  /// The name of a data script beside the page.
  var data: String?

  func page(capacity: Int, _ body: (inout MarkupWriter) -> Void) -> [UInt8] {
    var html = MarkupWriter(capacity: capacity + Assets.style.count + 2048)
    html.tag("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.tag("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    // The policy is the program's own, and an attribute's quotes are not among its characters.
    html.asset(Array(PagePolicy.text.utf8))
    html.tag("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.tag("<title>")
    html.text(title)
    html.tag("</title>\n<style>")
    html.asset(Assets.style)
    html.tag("</style>\n<script src=\"")
    html.text("\(root)assets/\(Assets.scriptName)")
    html.tag("\" defer></script>\n")
    if let data {
      html.tag("<script src=\"")
      html.text(data)
      html.tag("\" defer></script>\n")
    }
    html.tag("</head>\n")
    html.tag(isWide ? "<body class=\"wide\">\n" : "<body>\n")
    html.tag("<a class=\"skip\" href=\"#main\">To the results</a>\n")
    body(&html)
    foot(&html)
    return html.bytes
  }

  private func foot(_ html: inout MarkupWriter) {
    html.tag("<footer>\n<p>These are estimates from keypoints in video, each with its error; a ")
    html.tag("value so near to a limit that the error leaves open on which side is called close, ")
    html.tag("and what the camera cannot show is said to be not seen. They describe movement, not ")
    html.tag("health: pain is not judged, and nothing here is a diagnosis. Stop and see a ")
    html.tag("clinician when you have pain, numbness, weakness, pain at night, or after an ")
    html.tag("accident.</p>\n<p>Made by formcheck ")
    html.text(version)
    html.tag(".</p>\n</footer>\n</body>\n</html>\n")
  }
}
