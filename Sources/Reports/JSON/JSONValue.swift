/// A JSON value as a tree: for small files of unknown make, such as sidecars.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  /// In the order of the text; a repeated key keeps all its values.
  case object([Member])

  package struct Member: Sendable, Equatable {
    package var key: String
    package var value: JSONValue
  }

  /// Reads one value and nothing after it.
  package init(_ bytes: [UInt8]) throws(JSONFailure) {
    var json = JSONReader(bytes)
    self = try JSONValue(&json)
    try json.finish()
  }

  private init(_ json: inout JSONReader) throws(JSONFailure) {
    switch try json.kind() {
    case .null:
      _ = try json.null()
      self = .null
    case .bool: self = .bool(try json.bool())
    case .number: self = .number(try json.number())
    case .text: self = .text(try json.text())
    case .array:
      var elements: [JSONValue] = []
      try json.array { (json) throws(JSONFailure) in elements.append(try JSONValue(&json)) }
      self = .array(elements)
    case .object:
      var members: [Member] = []
      try json.object { (json, key) throws(JSONFailure) in
        members.append(Member(key: key, value: try JSONValue(&json)))
      }
      self = .object(members)
    }
  }

  /// The first value under a key; nil when this is no object or has no such key.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
