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
    String(decoding: bytes(layout, level: level), as: UTF8.self)
  }

  /// The same as UTF-8.
  public func bytes(_ layout: Layout = .indented, level: Int = 0) -> [UInt8] {
    var writer = JSONWriter(isIndented: layout == .indented, level: level)
    writer.write(self)
    return writer.bytes
  }
}

/// Appends values to a text.
private struct JSONWriter {
  let isIndented: Bool
  var level: Int
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .number(let value): write(value.isFinite ? value.description : "null")
    case .string(let value): write(quoted: value)
    case .array(let elements):
      writeList("[", "]", elements) { $0.write($1) }
    case .object(let members):
      writeList("{", "}", members) { writer, member in
        writer.write(quoted: member.name)
        writer.write(writer.isIndented ? ": " : ":")
        writer.write(member.value)
      }
    }
  }

  private mutating func write(_ text: String) { bytes += text.utf8 }

  private mutating func writeList<Element>(
    _ opening: String, _ closing: String, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    write(opening)
    level += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { write(",") }
      breakLine()
      writeElement(&self, element)
    }
    level -= 1
    if !elements.isEmpty { breakLine() }
    write(closing)
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    write("\n")
    for _ in 0..<level { write("  ") }
  }

  private mutating func write(quoted string: String) {
    write("\"")
    let isPlain = string.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      write(string)
    } else {
      for scalar in string.unicodeScalars { write(scalar) }
    }
    write("\"")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": write("\\\"")
    case "\\": write("\\\\")
    case "\n": write("\\n")
    case "\r": write("\\r")
    case "\t": write("\\t")
    default:
      guard scalar.isUnsafeToShow else { return write(String(scalar)) }
      for unit in Character(scalar).utf16 {
        let digits = String(unit, radix: 16)
        write("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
      }
    }
  }
}
