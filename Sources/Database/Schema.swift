internal import Reports

/// The database's tables and views.
///
/// The comments are part of the statements, so that SQLite keeps them: `.schema` prints the
/// documentation of a database from the database itself.
enum Schema {
  /// "fchk", which tells the file from other SQLite databases.
  static let applicationID = 0x6663_686B
  /// Counts up when a table, a column or the meaning of one changes.
  static let version = 1

  static var all: String { tables + measures + indexes + views + measureValues }

  private static let tables = """
    CREATE TABLE recordings (       -- a row a recording and person
      id INTEGER PRIMARY KEY,       -- counts from 1 in the order of the results
      recording TEXT NOT NULL,      -- path relative to the input
      person TEXT NOT NULL,         -- identity within the file
      status TEXT NOT NULL,         -- ok, warned, rejected
      error TEXT,                   -- why it was rejected
      athlete TEXT, date TEXT, set_name TEXT, load_kg REAL, style TEXT, -- as given with the recording
      layout TEXT, dimensions INTEGER, units TEXT, -- what the keypoints were taken for
      fps REAL, fps_source TEXT,    -- frames a second
      view TEXT, facing TEXT,       -- side, front, oblique, 3d; left, right, camera, away, unknown
      yaw_deg REAL, yaw_sd_deg REAL, view_given INTEGER, -- angle from a pure side view
      rows_read INTEGER NOT NULL, rows_used INTEGER NOT NULL, frames_filled INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL, rows_blank INTEGER NOT NULL, frames_lost INTEGER NOT NULL,
      complete_reps INTEGER NOT NULL, good_reps INTEGER NOT NULL,
      angles_file TEXT, page TEXT   -- within the output folder
    );
    CREATE TABLE warnings (         -- what to know about how a recording was read
      recording_id INTEGER NOT NULL REFERENCES recordings, code TEXT NOT NULL,
      message TEXT NOT NULL, frame INTEGER
    );
    CREATE TABLE reps (             -- a row a rep
      id INTEGER PRIMARY KEY,
      recording_id INTEGER NOT NULL REFERENCES recordings,
      rep INTEGER NOT NULL,         -- counts from 1 within the recording
      complete INTEGER NOT NULL,    -- 1: start, bottom and end are in the recording
      good INTEGER NOT NULL,        -- 1: complete, and no mistake was found
      start_frame INTEGER NOT NULL, bottom_frame INTEGER NOT NULL, end_frame INTEGER NOT NULL,
      start_s REAL, bottom_s REAL, end_s REAL
    );
    CREATE TABLE findings (         -- a row a complete rep and mistake, also where it is absent
      rep_id INTEGER NOT NULL REFERENCES reps,
      fault TEXT NOT NULL REFERENCES faults,
      status TEXT NOT NULL,         -- present, borderline, absent, not_observable
      severity TEXT,                -- mild, moderate, severe; only when present
      confidence REAL,              -- probability of the likelier side of the limit, 0.5 to 1
      value REAL, sd REAL,          -- measured, with its standard deviation, in the unit
      limit_value REAL,             -- limit of the mild degree
      unit TEXT NOT NULL,
      frame INTEGER,                -- row of the recording that shows it best
      reason TEXT NOT NULL,
      PRIMARY KEY (rep_id, fault)
    ) WITHOUT ROWID;
    CREATE TABLE set_findings (     -- a row a recording and mistake: its reps together
      recording_id INTEGER NOT NULL REFERENCES recordings,
      fault TEXT NOT NULL REFERENCES faults,
      status TEXT NOT NULL, severity TEXT, reason TEXT NOT NULL,
      reps TEXT NOT NULL,           -- the reps that show it: '1 2 5'
      PRIMARY KEY (recording_id, fault)
    ) WITHOUT ROWID;
    CREATE TABLE advice (           -- what to work on first, at most three things a recording
      recording_id INTEGER NOT NULL REFERENCES recordings, place INTEGER NOT NULL,
      fault TEXT NOT NULL REFERENCES faults, PRIMARY KEY (recording_id, place)
    ) WITHOUT ROWID;
    CREATE TABLE assessment (       -- the ten criteria of the Back Squat Assessment
      recording_id INTEGER NOT NULL REFERENCES recordings, number INTEGER NOT NULL,
      criterion TEXT NOT NULL, result TEXT NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (recording_id, number)
    ) WITHOUT ROWID;
    CREATE TABLE other_movements (  -- movements that are no squats
      recording_id INTEGER NOT NULL REFERENCES recordings, start_frame INTEGER NOT NULL,
      end_frame INTEGER NOT NULL, what TEXT NOT NULL
    );
    CREATE TABLE faults (           -- the mistakes that are judged, in words
      fault TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT NOT NULL,
      technical_title TEXT NOT NULL, measures TEXT NOT NULL, formula TEXT NOT NULL,
      unit TEXT NOT NULL, view TEXT NOT NULL, keypoints TEXT NOT NULL, source TEXT NOT NULL,
      cue TEXT NOT NULL
    ) WITHOUT ROWID;

    """

  /// The columns of a rep's measures are those of `reps.csv`.
  private static var measures: String {
    let columns = MeasureCatalog.names.map { name in
      "  \(name) REAL, \(MeasureCatalog.deviationName(name)) REAL"
    }
    return """
      CREATE TABLE measures (         -- a row a rep: each measure and its standard deviation;
        rep_id INTEGER PRIMARY KEY REFERENCES reps, -- names end in the unit, others are ratios
      \(columns.joined(separator: ",\n"))
      );

      """
  }

  private static let indexes = """
    CREATE INDEX recordings_by_name ON recordings (recording, person);
    CREATE INDEX recordings_by_athlete ON recordings (athlete, date) WHERE athlete IS NOT NULL;
    CREATE INDEX warnings_by_recording ON warnings (recording_id);
    CREATE INDEX reps_by_recording ON reps (recording_id, rep);
    CREATE INDEX present_findings ON findings (fault, severity) WHERE status = 'present';
    CREATE INDEX present_in_sets ON set_findings (fault, severity) WHERE status = 'present';
    CREATE INDEX other_movements_by_recording ON other_movements (recording_id);

    """
}
