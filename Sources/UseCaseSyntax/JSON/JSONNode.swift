/// A value that was read from a JSON text, with where it begins there.
public struct JSONNode: Sendable {
  public enum Content: Sendable {
    case null
    case boolean(Bool)
    /// Written without fraction and exponent, and within the range of `Int`.
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A name with its value; JSON lets a name stand twice in an object.
  public struct Member: Sendable {
    public let name: String
    /// Where the name's opening quote stands.
    public let offset: Int
    public let node: JSONNode
  }

  public let content: Content
  /// The offset of its first byte.
  public let offset: Int

  /// Reads a text that holds one JSON value (RFC 8259) and nothing else; linear in its length.
  ///
  /// Half a surrogate pair reads as U+FFFD, because no text can hold it. Values that lie in more
  /// than `depthLimit` others are refused, so that walking through them needs little stack.
  public init(parsing bytes: [UInt8], depthLimit: Int = 128) throws(JSONError) {
    var reader = JSONReader(bytes, depthLimit: depthLimit)
    self = try reader.readDocument()
  }

  init(_ content: Content, at offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// The value without its places.
  public var value: JSONValue {
    switch content {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .array(let nodes): .array(nodes.map(\.value))
    case .object(let members): .object(members.map { JSONValue.Member($0.name, $0.node.value) })
    }
  }
}

/// What makes a text no JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// Lower case, no full stop: "here a value should stand".
  public let message: String
  /// The offset of the first byte that does not fit.
  public let offset: Int
  public let position: Position
}

extension JSONValue {
  /// Reads a text as `JSONNode` does.
  public init(parsing bytes: [UInt8], depthLimit: Int = 128) throws(JSONError) {
    self = try JSONNode(parsing: bytes, depthLimit: depthLimit).value
  }

  /// The first member of an object that has a name.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  public var array: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  public var boolean: Bool? {
    if case .boolean(let value) = self { return value }
    return nil
  }

  public var integer: Int? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// A number with or without a fraction.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
