internal import Mustache

/// The pages' templates, compiled when the first page is asked for.
///
/// Each begins with the name of its escaping, which a partial does not inherit; two braces escape,
/// three are for `Markup` alone.
enum Templates {
  static let compiled: MustacheLibrary = {
    MustacheContentTypes.register(PageContent(), named: "PAGE")
    var templates: [String: MustacheTemplate] = [:]
    for (name, text) in all {
      do {
        templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + text)
      } catch {
        preconditionFailure("the template '\(name)' does not compile: \(error)")
      }
    }
    return MustacheLibrary(templates: templates)
  }()

  static let all: [(name: String, text: String)] = [
    ("head", head), ("foot", foot), ("index", index), ("recording", recording),
    ("rep", rep), ("advice", advice),
  ]

  /// What comes before a page's own header.
  static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{{policy}}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body{{#isWide}} class="wide"{{/isWide}}>
    <a class="skip" href="#main">To the results</a>

    """

  static let foot = """
    <footer>
    <p>These are estimates from keypoints in video, each with its error; a value within its error \
    of a limit is called close, and what the camera cannot show is said to be not seen. They \
    describe movement, not health: pain is not judged, and nothing here is a diagnosis. Stop and \
    see a clinician when you have pain, numbness, weakness, pain at night, or after an accident.</p>
    <p>Made by formcheck {{version}}.</p>
    </footer>
    <script>{{{script}}}</script>
    </body>
    </html>

    """
}

/// Escapes every text of a page, scalar by scalar.
private struct PageContent: MustacheContentType {
  func escapeText(_ text: String) -> String { Escape.html(text) }
}
