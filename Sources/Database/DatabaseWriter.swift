internal import Faults
internal import GRDB
internal import Kinematics
internal import Pose
package import Reports

/// Writes a database of results into an empty file, report by report, in one transaction.
///
/// The same reports in the same order give the same bytes (for one version of SQLite, which puts
/// its number into the file), and every number is the one that the other outputs show. The caller
/// gives the file its name once `finish` has returned; until then it is no database.
package struct DatabaseWriter: ~Copyable {
  // Let go in this order where the run is given up: statements that outlive their connection would
  // roll back what it began when its hooks are gone.
  private var rows: RowWriter?
  private let connection: Connection

  /// `path` leads to an empty file.
  package init(path: String) throws(DatabaseFailure) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // The file is nobody's before it is whole, and synchronized by the caller: no journal.
      try database.execute(
        sql: """
          PRAGMA page_size = 16384;
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA temp_store = MEMORY;
          PRAGMA secure_delete = ON;
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = \(Schema.version);
          """)
    }
    let configured = configuration
    (rows, connection) = try DatabaseFailure.naming {
      let connection = Connection(try DatabaseQueue(path: path, configuration: configured))
      let rows = try connection.queue.writeWithoutTransaction { database in
        try database.beginTransaction(.immediate)
        try database.execute(sql: Schema.all)
        var faults = try Insertion(into: "faults", columns: 11, database)
        for (place, rule) in FaultRegistry.all.enumerated() {
          let words = rule.documentation
          faults.text(rule.id.rawValue)
          faults.integer(place + 1)
          for text in [words.title, words.technicalTitle, words.measures, words.formula] {
            faults.text(text)
          }
          faults.text(words.unit.rawValue)
          for text in [words.view, words.keypoints, words.source, words.cue] { faults.text(text) }
          try faults.run()
        }
        return try RowWriter(database)
      }
      return (rows, connection)
    }
  }

  /// Adds the rows of one report.
  package mutating func add(_ line: ResultsReader.Line) throws(DatabaseFailure) {
    try DatabaseFailure.naming {
      try connection.queue.writeWithoutTransaction { _ in try rows?.write(line) }
    }
  }

  /// Completes the database and closes it.
  package consuming func finish() throws(DatabaseFailure) {
    rows = nil
    try DatabaseFailure.naming {
      try connection.queue.writeWithoutTransaction { try $0.commit() }
      try connection.queue.close()
    }
  }
}
