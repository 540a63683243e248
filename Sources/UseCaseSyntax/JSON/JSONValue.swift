/// A JSON document as a value; objects keep the order in which their members are written.
public enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name with its value; names within an object are the writer's to keep apart.
  public struct Member: Sendable, Hashable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  public init(stringLiteral value: String) { self = .string(value) }

  public init(integerLiteral value: Int) { self = .integer(value) }

  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue {
  /// Null where there is no text.
  public init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// How the text of a document is laid out.
  public enum Layout: Sendable {
    /// Without any blank or line end.
    case compact
    /// Two blanks for each level, one member or element a line; empty ones as `[]` and `{}`.
    case indented
  }

  /// The document's text, without a line end behind it: the same bytes for the same value.
  ///
  /// Control characters, invisible format characters and line separators are escaped, so that the
  /// text can be shown and embedded; numbers that JSON lacks are null. A part of a larger document
  /// says how deep it lies there: all its lines but the first are indented by that many levels.
  public func text(_ layout: Layout = .indented, level: Int = 0) -> String {
    var writer = JSONWriter(isIndented: layout == .indented, level: level)
    writer.write(self)
    return writer.text
  }
}

/// Appends values to a text.
private struct JSONWriter {
  let isIndented: Bool
  var level: Int
  var text = ""

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? value.description : "null"
    case .string(let value): write(quoted: value)
    case .array(let elements):
      writeList("[", "]", elements) { $0.write($1) }
    case .object(let members):
      writeList("{", "}", members) { writer, member in
        writer.write(quoted: member.name)
        writer.text += writer.isIndented ? ": " : ":"
        writer.write(member.value)
      }
    }
  }

  private mutating func writeList<Element>(
    _ opening: String, _ closing: String, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    text += opening
    level += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      breakLine()
      writeElement(&self, element)
    }
    level -= 1
    if !elements.isEmpty { breakLine() }
    text += closing
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    text += "\n"
    for _ in 0..<level { text += "  " }
  }

  private mutating func write(quoted string: String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      text += string
    } else {
      for scalar in string.unicodeScalars { write(scalar) }
    }
    text += "\""
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    default:
      guard scalar.isUnsafeToShow else { return text.unicodeScalars.append(scalar) }
      for unit in Character(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }
  }
}
