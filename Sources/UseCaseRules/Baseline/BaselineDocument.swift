import UseCaseSyntax

/// What is wrong with the text of a baseline, and where.
public struct BaselineError: Error, Sendable, Hashable {
  public let message: String
  public let help: String?
  public let position: Position
}

extension Baseline {
  /// The version of the document; a newer one is refused.
  static let schema = 1

  /// The size of the largest document that is read: a quarter of a million findings.
  public static let largest = 32 << 20

  /// The document: JSON with an entry on each line, so that versions of it merge well.
  public var text: String {
    let lines = entries.map { "    " + $0.json.text(.compact) }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return "{\n  \"schema\": \(Baseline.schema),\n  \"baseline\": \(list)\n}\n"
  }

  /// Reads a document.
  public init(parsing bytes: [UInt8]) throws(BaselineError) {
    let table = { LineTable(SourceText(path: "", bytes: bytes)) }
    guard bytes.count <= Baseline.largest else {
      throw BaselineError(
        message: "the baseline is larger than \(Baseline.largest >> 20) MB, which end here",
        help: nil, position: table().position(of: Baseline.largest))
    }
    let problem: BaselineProblem
    do throws(JSONError) {
      let root = try JSONNode(parsing: bytes, depthLimit: 8)
      do throws(BaselineProblem) {
        self.init(try Baseline.entries(of: root))
        return
      } catch {
        problem = error
      }
    } catch {
      throw BaselineError(
        message: error.message,
        help: "mend the file, or write it again with 'usecase check --write-baseline'",
        position: error.position)
    }
    throw BaselineError(
      message: problem.message, help: problem.help, position: table().position(of: problem.offset))
  }

  private static func entries(of root: JSONNode) throws(BaselineProblem) -> [BaselineEntry] {
    let document = try JSONMembers(root, "a baseline", known: nil)
    // What a later version says besides would be misread as mistakes.
    let version = try document.whole("schema")
    guard version.value == schema else {
      throw BaselineProblem(
        message: "this compiler knows no such schema of baselines",
        help: "use a newer compiler, or write the baseline again with '--write-baseline'",
        offset: version.offset)
    }
    let members = try JSONMembers(root, "a baseline", known: ["schema", "baseline"])
    let list = try members.node("baseline")
    guard case .array(let nodes) = list.content else {
      throw BaselineProblem("'baseline' is a list", at: list.offset)
    }
    var entries: [BaselineEntry] = []
    entries.reserveCapacity(nodes.count)
    for node in nodes { entries.append(try BaselineEntry(node)) }
    return entries
  }
}

extension BaselineEntry {
  /// More findings than this nobody has.
  private static let largestCount = 1_000_000_000

  fileprivate var json: JSONValue {
    var members = [
      JSONValue.Member("rule", .string(rule)), JSONValue.Member("file", .string(file)),
    ]
    if let element { members.append(JSONValue.Member("element", .string(element))) }
    members.append(JSONValue.Member("message", .string(message)))
    if count > 1 { members.append(JSONValue.Member("count", .integer(count))) }
    return .object(members)
  }

  fileprivate init(_ node: JSONNode) throws(BaselineProblem) {
    let members = try JSONMembers(
      node, "an entry", known: ["rule", "file", "element", "message", "count"])
    let count = members.has("count") ? try members.whole("count") : (value: 1, offset: 0)
    guard 1...BaselineEntry.largestCount ~= count.value else {
      throw BaselineProblem("'count' is at least 1", at: count.offset)
    }
    self.init(
      rule: try members.text("rule"), file: try members.text("file"),
      element: members.has("element") ? try members.text("element") : nil,
      message: try members.text("message"), count: count.value)
  }
}

private struct BaselineProblem: Error {
  let message: String
  var help: String?
  let offset: Int

  init(message: String, help: String?, offset: Int) {
    self.message = message
    self.help = help
    self.offset = offset
  }

  init(_ message: String, at offset: Int) {
    self.init(message: message, help: nil, offset: offset)
  }
}

/// The members of an object, each of which stands once.
private struct JSONMembers {
  private let node: JSONNode
  private let name: String
  private var nodes: [String: JSONNode] = [:]

  /// `known` are the names that it may have; nil for any.
  init(_ node: JSONNode, _ name: String, known: Set<String>?) throws(BaselineProblem) {
    self.node = node
    self.name = name
    guard case .object(let members) = node.content else {
      throw BaselineProblem("\(name) is an object", at: node.offset)
    }
    for member in members {
      guard nodes.updateValue(member.node, forKey: member.name) == nil else {
        throw BaselineProblem("'\(member.name)' stands twice in \(name)", at: member.offset)
      }
      if let known, !known.contains(member.name) {
        throw BaselineProblem("\(name) has no '\(member.name)'", at: member.offset)
      }
    }
  }

  func has(_ key: String) -> Bool { nodes[key] != nil }

  func node(_ key: String) throws(BaselineProblem) -> JSONNode {
    guard let found = nodes[key] else {
      throw BaselineProblem("\(name) needs '\(key)'", at: node.offset)
    }
    return found
  }

  func text(_ key: String) throws(BaselineProblem) -> String {
    let found = try node(key)
    guard case .string(let text) = found.content else {
      throw BaselineProblem("'\(key)' is a text", at: found.offset)
    }
    return text
  }

  func whole(_ key: String) throws(BaselineProblem) -> (value: Int, offset: Int) {
    let found = try node(key)
    guard case .integer(let value) = found.content else {
      throw BaselineProblem("'\(key)' is a whole number", at: found.offset)
    }
    return (value, found.offset)
  }
}
