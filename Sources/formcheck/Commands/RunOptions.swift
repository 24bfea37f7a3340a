import ArgumentParser
import Glibc

/// How the program goes about it; nothing here changes a result.
struct RunOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many recordings are analyzed at a time. (default: the number of processors)",
      valueName: "n"))
  var jobs: Int?

  @Option(help: "Color on standard error; 'auto' means on a terminal unless NO_COLOR is set.")
  var color: Console.ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print every set in the summary, and what became of the rows.")
  var verbose = false

  @Flag(help: "Whether results that the output folder holds already are taken over.")
  var taking: Taking = .resume

  /// What becomes of the results of an earlier run.
  enum Taking: EnumerableFlag {
    case resume, fresh

    static func help(for value: Taking) -> ArgumentHelp? {
      switch value {
      case .resume:
        """
        Analyze only what the output folder does not hold yet, or holds from other files or \
        settings; a run that was cut short goes on.
        """
      case .fresh: "Analyze every recording anew, whatever the output folder holds."
      }
    }
  }

  func validate() throws {
    if quiet, verbose { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("'--jobs' is a number from 1 to 1024.")
    }
  }
}

extension Console.ColorChoice: ExpressibleByArgument {}

/// The machine's processors.
enum Processors {
  /// How many are online, at least 1.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
