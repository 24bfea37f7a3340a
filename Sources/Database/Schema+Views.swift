internal import Reports

extension Schema {
  /// The common questions.
  static let views = """
    CREATE VIEW athletes AS         -- who lifted, when, and how many reps were good
      SELECT athlete, count(DISTINCT date) AS dates, min(date) AS first_date,
        max(date) AS last_date, count(*) AS recordings, sum(complete_reps) AS complete_reps,
        sum(good_reps) AS good_reps
      FROM recordings WHERE athlete IS NOT NULL AND status <> 'rejected' GROUP BY athlete;
    CREATE VIEW sets AS             -- a row a set, with the mistakes it shows
      SELECT id AS recording_id, recording, person, athlete, date, set_name, load_kg,
        complete_reps, good_reps,
        (SELECT group_concat(fault, ' ') FROM set_findings
          WHERE recording_id = recordings.id AND status = 'present') AS present,
        (SELECT group_concat(fault, ' ') FROM set_findings
          WHERE recording_id = recordings.id AND status = 'borderline') AS borderline
      FROM recordings WHERE status <> 'rejected';
    CREATE VIEW mistakes AS         -- a row a mistake that is present in a rep
      SELECT recording, person, athlete, date, set_name, rep, findings.fault, title, severity,
        confidence, value, sd, limit_value, findings.unit, frame, reason
      FROM findings JOIN reps ON reps.id = rep_id JOIN recordings ON recordings.id = recording_id
        JOIN faults ON faults.fault = findings.fault
      WHERE findings.status = 'present';
    CREATE VIEW progress AS         -- a row an athlete, date and mistake that could be judged
      SELECT athlete, date, findings.fault, title, count(*) AS judged_reps,
        sum(findings.status = 'present') AS present_reps,
        sum(findings.status = 'borderline') AS borderline_reps
      FROM findings JOIN reps ON reps.id = rep_id JOIN recordings ON recordings.id = recording_id
        JOIN faults ON faults.fault = findings.fault
      WHERE findings.status <> 'not_observable' AND athlete IS NOT NULL
      GROUP BY athlete, date, findings.fault;
    CREATE VIEW rep_table AS        -- a row a rep with all its measures: the table reps.csv
      SELECT recording, person, athlete, date, set_name, load_kg, reps.rep, complete, start_frame,
        bottom_frame, end_frame, start_s, bottom_s, end_s, good,
        (SELECT group_concat(fault, ' ') FROM findings
          WHERE rep_id = reps.id AND findings.status = 'present') AS present,
        (SELECT group_concat(fault, ' ') FROM findings
          WHERE rep_id = reps.id AND findings.status = 'borderline') AS borderline,
        measures.*
      FROM reps JOIN recordings ON recordings.id = recording_id
        LEFT JOIN measures ON measures.rep_id = reps.id;

    """

  /// The measures one under another, for programs that go through them by name.
  static var measureValues: String {
    let rows = MeasureCatalog.names.map { name in
      "SELECT rep_id, '\(name)' AS measure, \(name) AS value, "
        + "\(MeasureCatalog.deviationName(name)) AS sd FROM measures WHERE \(name) IS NOT NULL"
    }
    return """
      CREATE VIEW measure_values AS   -- a row a rep and measure that was taken
        \(rows.joined(separator: "\n  UNION ALL "));

      """
  }
}
