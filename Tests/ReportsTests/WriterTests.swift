import Pose
import Reports
import Testing

@Suite struct WriterTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func writesOneLineAPerson() {
    var json = JSONWriter()
    ResultsWriter.write(Sample.report(), anglesFile: "angles/monday_set1.csv", to: &json)
    #expect(
      text(json.bytes) == #"""
        {"recording":"monday/set1.csv","person":"0","status":"warned","error":null,\#
        "athlete":"A. Lifter","date":null,"set":null,"load_kg":62.5,"style":null,\#
        "layout":"coco17","dimensions":2,"units":"px","fps":30.0,"fps_source":"time column",\#
        "view":{"kind":"side","facing":"right","yaw_deg":4.0,"yaw_sd_deg":5.0,"given":false},\#
        "frames":{"read":6,"used":5,"filled":1,"rejected":1,"blank":0,"lost":0},\#
        "warnings":[{"code":"gap_filled","message":"One gap was bridged.","frame":2}],\#
        "reps":[{"index":1,"complete":true,"start_frame":1,"bottom_frame":2,"end_frame":4,\#
        "start_s":0.033,"bottom_s":0.067,"end_s":0.133,"measures":{\#
        "knee_flexion_max_left_deg":{"value":121.4,"sd":6.0},"descent_s":{"value":1.18,"sd":0.033},\#
        "kasr_min":{"value":null,"sd":null}},"findings":[\#
        {"fault":"insufficient_depth","status":"present","severity":"mild","confidence":0.93,\#
        "value":6.0,"sd":5.0,"limit":-2.0,"unit":"deg","frame":2,\#
        "reason":"The thighs stopped 8° above the limit."},\#
        {"fault":"fast_descent","status":"borderline","severity":null,"confidence":0.63,\#
        "value":1.18,"sd":0.03,"limit":1.2,"unit":"s","frame":1,\#
        "reason":"Within the error of the limit."},\#
        {"fault":"knee_cave","status":"not_observable","severity":null,"confidence":null,\#
        "value":null,"sd":null,"limit":null,"unit":"ratio","frame":null,\#
        "reason":"Side view: the knees hide each other."}]}],"set_findings":[\#
        {"fault":"insufficient_depth","status":"present","severity":"mild",\#
        "reason":"In 1 of 1 reps.","reps":[1]},\#
        {"fault":"knee_cave","status":"not_observable","severity":null,"reason":"Side view.",\#
        "reps":[]}],"advice":["insufficient_depth"],"assessment":[],"other_movements":[],\#
        "angles_file":"angles/monday_set1.csv"}

        """#)
  }

  @Test func writesRejectedRecordings() {
    var report = RecordingReport(recording: "x.csv", person: "0", status: .rejected)
    report.error = "x.csv:3:5: 'left_knee_x' is not a number (\"1,3\")"
    var json = JSONWriter()
    ResultsWriter.write(report, to: &json)
    #expect(
      text(json.bytes).contains(#""error":"x.csv:3:5: 'left_knee_x' is not a number (\"1,3\")""#))
    #expect(text(json.bytes).contains(#""fps":null"#))
    #expect(text(json.bytes).contains(#""reps":[]"#))
    #expect(AnglesTable.render(report) == nil)
  }

  @Test func writesOneRowARep() {
    var csv = CSVWriter()
    RepsTable.writeHeader(to: &csv)
    RepsTable.write(Sample.report(), to: &csv)
    let lines = text(csv.bytes).split(separator: "\n")
    #expect(lines.count == 2)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let row = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(header.count == row.count)
    #expect(Set(header).count == header.count)
    let fields = Dictionary(uniqueKeysWithValues: zip(header, row))
    #expect(fields["recording"] == "monday/set1.csv")
    #expect(fields["complete"] == "yes")
    #expect(fields["good"] == "no")
    #expect(fields["present"] == "insufficient_depth")
    #expect(fields["borderline"] == "fast_descent")
    #expect(fields["knee_flexion_max_left_deg"] == "121.4")
    #expect(fields["knee_flexion_max_left_sd_deg"] == "6.0")
    #expect(fields["kasr_min"] == "")
    #expect(fields["end_s"] == "0.133")
  }

  @Test func writesOneRowAFinding() {
    var csv = CSVWriter()
    FindingsTable.writeHeader(to: &csv)
    FindingsTable.write(Sample.report(athlete: "=cmd"), to: &csv)
    #expect(
      text(csv.bytes) == """
        recording,person,athlete,date,set,rep,fault,status,severity,confidence,value,sd,limit,\
        unit,frame,time_s,reps,reason
        monday/set1.csv,0,"'=cmd",,,1,insufficient_depth,present,mild,0.93,6.0,5.0,-2.0,deg,2,\
        0.067,,The thighs stopped 8° above the limit.
        monday/set1.csv,0,"'=cmd",,,1,fast_descent,borderline,,0.63,1.180,0.030,1.200,s,1,0.033,,\
        Within the error of the limit.
        monday/set1.csv,0,"'=cmd",,,1,knee_cave,not_observable,,,,,,ratio,,,,\
        Side view: the knees hide each other.
        monday/set1.csv,0,"'=cmd",,,,insufficient_depth,present,mild,,,,,,,,1,In 1 of 1 reps.
        monday/set1.csv,0,"'=cmd",,,,knee_cave,not_observable,,,,,,,,,,Side view.

        """)
  }

  @Test func programsGetTextsAsTheyAre() {
    var csv = CSVWriter(for: .program)
    for cell in ["=cmd", nil, "", "a,b", "-1;", "\"two\"\nlines"] { csv.text(cell) }
    csv.number(nil as Int?)
    csv.endRow()
    #expect(text(csv.bytes) == "=cmd,,\"\",\"a,b\",\"-1;\",\"\"\"two\"\"\nlines\",\n")
  }

  @Test func rowsForProgramsAreThoseOfTheTables() throws {
    let report = Sample.report()
    var reps = CSVWriter(for: .program)
    RepsTable.write(report, to: &reps)
    var findings = CSVWriter(for: .program)
    FindingsTable.write(report, to: &findings)
    let sizes = #"{"reps":\#(reps.bytes.count),"findings":\#(findings.bytes.count)}"#
    #expect(
      text(TableRows.render(report)) == sizes + "\n" + text(reps.bytes) + text(findings.bytes))
  }

  @Test func aBriefLineLeavesOutWhatIsInTheTables() {
    var json = JSONWriter()
    ResultsWriter.writeBriefly(Sample.report(), to: &json)
    let line = text(json.bytes)
    #expect(line.contains(#""reps":[{"index":1,"complete":true}],"set_findings":[{"fault":"#))
  }

  @Test func writesOneRowAFrame() throws {
    let table = text(try #require(AnglesTable.render(Sample.report())))
    let lines = table.split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    #expect(
      lines[0].hasPrefix(
        """
        frame,time_s,neck_flexion_deg,head_pitch_deg,thoracic_flexion_deg,lumbar_flexion_deg,\
        trunk_inclination_deg,hip_flexion_left_deg,hip_flexion_right_deg,knee_flexion_left_deg,\
        knee_flexion_right_deg,shank_inclination_left_deg,shank_inclination_right_deg,\
        thigh_elevation_left_deg,thigh_elevation_right_deg,knee_ankle_separation,phase,rep,\
        source_frame,
        """))
    #expect(lines[1].hasPrefix("0,0.0000,,,,,0.00,,,5.00,,,,,,,rest,,101,"))
    #expect(lines[3].hasPrefix("2,0.0667,,,,,41.01,,,121.44,,,,,,,bottom,1,103,"))
    #expect(lines[4].hasPrefix("3,0.1000,,,,,22.00,,,,,,,,,,ascent,1,104,"))
    for line in lines { #expect(line.count { $0 == "," } == lines[0].count { $0 == "," }) }
  }

  @Test func writesTheRun() {
    var accounts = RunAccounts()
    accounts.files = 2
    accounts.ok = 1
    accounts.rejected = 1
    #expect(accounts.balances)
    let run = text(
      RunWriter.render(
        version: "1", settings: [("formats", "csv")], accounts: accounts, outputs: ["reps.csv"]))
    #expect(
      run.hasPrefix(#"{"formcheck":"1","settings":{"formats":"csv"},"files":{"in":2,"ok":1,"#))
    accounts.warned = 1
    #expect(!accounts.balances)
  }

  @Test func everyMeasureHasItsOwnColumns() {
    #expect(Set(RepsTable.columns).count == RepsTable.columns.count)
    #expect(MeasureCatalog.deviationName("descent_s") == "descent_sd_s")
    #expect(MeasureCatalog.deviationName("kasr_min") == "kasr_min_sd")
    #expect(
      MeasureCatalog.deviationName("ascent_speed_peak_legs_per_s")
        == "ascent_speed_peak_sd_legs_per_s")
  }
}
