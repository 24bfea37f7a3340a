package import Reports

/// Why a run cannot go on: a sentence.
package enum RunError: Error, Sendable, CustomStringConvertible {
  /// Another run is writing into the folder.
  case inUse(folder: String)
  /// An output cannot be written.
  case failed(path: String, reason: String)
  /// The accounts do not balance: a mistake of this program.
  case unbalanced(RunAccounts)

  package var description: String {
    switch self {
    case .inUse(let folder): "\(folder): another run is writing into this folder"
    case .failed(let path, let reason): "\(path): cannot be written: \(reason)"
    case .unbalanced(let accounts): "the accounts of this run do not balance: \(accounts)"
    }
  }
}
