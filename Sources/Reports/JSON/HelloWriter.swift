internal import Faults

/// The line by which a worker introduces itself.
package enum HelloWriter {
  /// The line's bytes: the version, all settings that shape the results by option name, the names
  /// of a rep's measures and of the mistakes in the order of the results, and the columns of the
  /// tables.
  package static func render(
    version: String, settings: [(name: String, value: String)]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formcheck", version)
      json.object("settings") { json in
        for setting in settings { json.field(named: setting.name, setting.value) }
      }
      json.array("measures", MeasureCatalog.names) { json, name in json.element(name) }
      json.array("faults", FaultRegistry.all) { json, rule in json.element(rule.id.rawValue) }
      json.object("tables") { json in
        json.array("reps", RepsTable.columns) { json, name in json.element(name) }
        json.array("findings", FindingsTable.columns) { json, name in json.element(name) }
      }
    }
    json.endLine()
    return json.bytes
  }
}
