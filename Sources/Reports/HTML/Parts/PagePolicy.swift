/// What a browser may do with a page: show it, run the program's own scripts beside it, and
/// nothing else. `file:` stands beside `'self'` because files have no origin to be the same as.
enum PagePolicy {
  static let text =
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
    + "style-src 'sha256-\(Base64.text(SHA256.digest(Assets.style)))'; script-src 'self' file:"
}
