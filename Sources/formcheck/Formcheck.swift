@main
struct Formcheck {
  static func main() {}
}
