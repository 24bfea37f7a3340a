import ArgumentParser
import Batch

/// What the program's exit codes mean.
enum ExitStatus {
  /// Done, and `--fail-on` was met.
  static let found = ExitCode(1)
  /// Done, but some inputs could not be used.
  static let someUnusable = ExitCode(2)
  /// No input at all.
  static let noInput = ExitCode(66)
  /// A mistake of this program.
  static let internalError = ExitCode(70)
  /// An output cannot be written.
  static let outputFailed = ExitCode(74)
  /// The output folder is in use.
  static let outputInUse = ExitCode(75)

  /// Ended by a signal.
  static func interrupted(by signal: Int32) -> ExitCode { ExitCode(128 + signal) }

  static func of(_ error: RunError) -> ExitCode {
    switch error {
    case .inUse: outputInUse
    case .failed: outputFailed
    case .unbalanced: internalError
    }
  }

  static func of(_ error: StreamRun.Failure) -> ExitCode {
    switch error {
    case .refused: outputFailed
    case .unusable: .validationFailure
    case .broken: someUnusable
    }
  }
}
