internal import Faults
internal import Kinematics
internal import Pose
internal import Reps

// Each part of a line is read where its members stand, whatever their order. A member that is
// missing leaves its part as it is where nothing was measured.

extension View {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var view = View(kind: .side, facing: .unknown, yaw: .nan, yawSD: .nan)
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "kind": view.kind = try json.word("a view")
      case "facing": view.facing = try json.word("a way to face")
      case "yaw_deg": view.yaw = Float(try json.measurement())
      case "yaw_sd_deg": view.yawSD = Float(try json.measurement())
      case "given": view.given = try json.bool()
      default: try json.skip()
      }
    }
    self = view
  }
}

extension FrameAccounts {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var accounts = FrameAccounts()
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "read": accounts.read = try json.integer()
      case "used": accounts.used = try json.integer()
      case "filled": accounts.filled = try json.integer()
      case "rejected": accounts.rejected = try json.integer()
      case "blank": accounts.blank = try json.integer()
      case "lost": accounts.lost = try json.integer()
      default: try json.skip()
      }
    }
    self = accounts
  }
}

extension Warning {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var code: WarningCode?
    var message = ""
    var frame: Int?
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "code": code = try json.word("a kind of warning")
      case "message": message = try json.text()
      case "frame": frame = try json.integerOrNull()
      default: try json.skip()
      }
    }
    guard let code else { throw json.failure("a warning has no 'code'") }
    self.init(code: code, message: message, frame: frame)
  }
}

extension RepReport {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var rep = RepReport(
      index: 0, complete: false, startFrame: 0, bottomFrame: 0, endFrame: 0, startSeconds: .nan,
      bottomSeconds: .nan, endSeconds: .nan, measures: [], findings: [])
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "index": rep.index = try json.integer()
      case "complete": rep.complete = try json.bool()
      case "start_frame": rep.startFrame = try json.integer()
      case "bottom_frame": rep.bottomFrame = try json.integer()
      case "end_frame": rep.endFrame = try json.integer()
      case "start_s": rep.startSeconds = try json.measurement()
      case "bottom_s": rep.bottomSeconds = try json.measurement()
      case "end_s": rep.endSeconds = try json.measurement()
      case "measures":
        try json.object { (json, name) throws(JSONFailure) in
          rep.measures.append(try Measure(name, &json))
        }
      case "findings": rep.findings = try json.list(Finding.init)
      default: try json.skip()
      }
    }
    guard rep.index > 0 else { throw json.failure("a rep has no 'index'") }
    self = rep
  }
}

extension RepReport.Measure {
  fileprivate init(_ name: String, _ json: inout JSONReader) throws(JSONFailure) {
    var measure = RepReport.Measure(name: name, value: .nan, sd: .nan)
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "value": measure.value = try json.measurement()
      case "sd": measure.sd = try json.measurement()
      default: try json.skip()
      }
    }
    self = measure
  }
}

extension Finding {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var fault: FaultID?
    var status: Status?
    var finding = Finding(fault: .barTooHigh, status: .notObservable, unit: "", reason: "")
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "fault": fault = try json.word("a fault")
      case "status": status = try json.word("a status of a finding")
      case "severity": finding.severity = try json.wordOrNull("a severity")
      case "confidence": finding.confidence = Float(try json.measurement())
      case "value": finding.value = Float(try json.measurement())
      case "sd": finding.sd = Float(try json.measurement())
      case "limit": finding.limit = Float(try json.measurement())
      case "unit": finding.unit = try json.text()
      case "frame": finding.frame = try json.integerOrNull()
      case "reason": finding.reason = try json.text()
      default: try json.skip()
      }
    }
    (finding.fault, finding.status) = try json.both(fault, status)
    self = finding
  }
}

extension JSONReader {
  /// Both of what every finding has.
  fileprivate func both(
    _ fault: FaultID?, _ status: Status?
  ) throws(JSONFailure) -> (FaultID, Status) {
    guard let fault, let status else {
      throw failure("a finding has no '\(fault == nil ? "fault" : "status")'")
    }
    return (fault, status)
  }
}

extension SetFinding {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var fault: FaultID?
    var status: Status?
    var finding = SetFinding(fault: .barTooHigh, status: .notObservable, reps: [], reason: "")
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "fault": fault = try json.word("a fault")
      case "status": status = try json.word("a status of a finding")
      case "severity": finding.severity = try json.wordOrNull("a severity")
      case "reason": finding.reason = try json.text()
      case "reps":
        finding.reps = try json.list { (json) throws(JSONFailure) in try json.integer() }
      default: try json.skip()
      }
    }
    (finding.fault, finding.status) = try json.both(fault, status)
    self = finding
  }
}

extension BackSquatAssessment {
  /// Nil for an empty list, which stands for a set without a complete rep.
  init?(_ json: inout JSONReader) throws(JSONFailure) {
    let judgements = try json.list { (json) throws(JSONFailure) -> (Result, String) in
      var result = Result.cannotBeJudged
      var reason = ""
      try json.object { (json, key) throws(JSONFailure) in
        switch key {
        case "result": result = try json.word("a result of a criterion")
        case "reason": reason = try json.text()
        default: try json.skip()
        }
      }
      return (result, reason)
    }
    if judgements.isEmpty { return nil }
    guard let assessment = BackSquatAssessment(judgements) else {
      throw json.failure("the assessment has \(judgements.count) criteria instead of ten")
    }
    self = assessment
  }
}

extension Segmentation.Movement {
  init(_ json: inout JSONReader) throws(JSONFailure) {
    var movement = Segmentation.Movement(start: 0, end: 0, what: "")
    try json.object { (json, key) throws(JSONFailure) in
      switch key {
      case "start_frame": movement.start = try json.integer()
      case "end_frame": movement.end = try json.integer()
      case "what": movement.what = try json.text()
      default: try json.skip()
      }
    }
    self = movement
  }
}
