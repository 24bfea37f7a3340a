package import Reps

/// One kind of mistake: what is measured of a rep, and how it is compared with the limits.
///
/// A rule is a type in a file of its own in `Rules`, named as its mistake. To add one: its file,
/// its id in `FaultID`, and a line in `FaultRegistry.all`.
package protocol Rule: Sendable {
  var documentation: Documentation { get }
  /// The evidence of one complete rep, or why there is none.
  func measure(_ rep: RepContext) -> Measurement
  /// The evidence of the whole set where it is more than its reps; else nil, and the reps are
  /// summed up by the rule of repetition.
  func measure(set reps: [RepContext]) -> Measurement?
}

extension Rule {
  package func measure(set reps: [RepContext]) -> Measurement? { nil }
  package var id: FaultID { documentation.id }
}

/// One rep as a rule sees it.
package struct RepContext: Sendable {
  package var rep: Rep
  package var measures: RepMeasures
  package var style: Style

  package init(rep: Rep, measures: RepMeasures, style: Style) {
    self.rep = rep
    self.measures = measures
    self.style = style
  }

  package subscript(id: MeasureID) -> Outcome { measures[id] }
}

/// What a person should know about a rule.
package struct Documentation: Sendable {
  package var id: FaultID
  /// What a coach calls it.
  package var title: String
  package var technicalTitle: String
  /// What is measured, in a sentence.
  package var measures: String
  package var formula: String
  /// The views that can show it.
  package var view: String
  /// The keypoints that it needs.
  package var keypoints: String
  /// The default limits, the principal quantity first.
  package var limits: [LimitSet]
  package var source: String
  /// How sure the limits themselves are.
  package var confidence: String
  /// What can make the measurement wrong.
  package var failureModes: String
  /// One thing to say to the lifter.
  package var cue: String
  package var exercises: [String]

  package init(
    id: FaultID, title: String, technicalTitle: String, measures: String, formula: String,
    view: String, keypoints: String, limits: [LimitSet], source: String, confidence: String,
    failureModes: String, cue: String, exercises: [String]
  ) {
    self.id = id
    self.title = title
    self.technicalTitle = technicalTitle
    self.measures = measures
    self.formula = formula
    self.view = view
    self.keypoints = keypoints
    self.limits = limits
    self.source = source
    self.confidence = confidence
    self.failureModes = failureModes
    self.cue = cue
    self.exercises = exercises
  }

  /// The unit of the principal quantity.
  package var unit: Unit { limits[0].unit }
}

extension RepContext {
  /// Evidence from one measure, or why it is missing.
  func with(_ id: MeasureID, _ evidence: (Quantity) -> Evidence) -> Measurement {
    switch self[id] {
    case .measured(let quantity): .evidence(evidence(quantity))
    case .missing(let reason): .notObservable(reason)
    }
  }

  /// Evidence from two measures, or why either is missing.
  func with(
    _ a: MeasureID, _ b: MeasureID, _ evidence: (Quantity, Quantity) -> Evidence
  ) -> Measurement {
    switch (self[a], self[b]) {
    case (.measured(let a), .measured(let b)): .evidence(evidence(a, b))
    case (.missing(let reason), _), (_, .missing(let reason)): .notObservable(reason)
    }
  }

  /// Evidence from whichever of several measures there are; why the first is missing where there
  /// is none.
  func withAny(
    _ sources: [(id: MeasureID, limit: String, statement: (Quantity) -> String)],
    faultless: Float? = nil
  ) -> Measurement {
    let found = sources.compactMap { source in
      self[source.id].quantity.map { quantity in
        Evidence.one(
          Criterion(
            source.limit, quantity, source.statement(quantity), faultless: faultless))
      }
    }
    guard found.isEmpty else { return .evidence(.any(found)) }
    return .notObservable(sources.lazy.compactMap { self[$0.id].reason }.first ?? "")
  }
}

extension Quantity {
  /// The same with another sign of the value where it is negative.
  var size: Quantity { Quantity(value: abs(value), sd: sd, frame: frame) }
  /// The size of it, whichever way it goes, without what noise adds to a size: √(value² − sd²), or 0
  /// where that is negative. The size of noise about nothing is 0.8 sd in the mean, and never 0.
  /// (Gudbjartsson and Patz 1995.)
  var magnitude: Quantity {
    Quantity(value: max(0, value * value - sd * sd).squareRoot(), sd: sd, frame: frame)
  }
  var negated: Quantity { Quantity(value: -value, sd: sd, frame: frame) }

  func text(_ unit: Unit) -> String { unit.text(value) }
  func sizeText(_ unit: Unit) -> String { unit.text(abs(value)) }
}
