import UseCaseSyntax

/// What some outputs were made of, for a build tool that wants to know when to make them again.
public struct Dependencies: Sendable {
  /// How it is put down.
  public enum Format: String, Sendable, CaseIterable {
    /// Rules that GNU Make includes and Ninja reads.
    case make
    /// One object with the members `outputs`, `inputs` and `folders`.
    case json
  }

  let outputs: [String]
  /// The files that were read.
  let inputs: [String]
  /// The folders in which a new file would count.
  let folders: [String]

  /// Takes what was read for some outputs.
  ///
  /// Paths are put relative to the current folder, or absolute. A folder that the build itself writes
  /// into is left out: it is newer than the outputs after each run.
  public init(
    of outputs: [String], reading record: ReadRecord, writing written: [String], absolute: Bool
  ) throws(ProjectError) {
    let current = try Disk().resolve(".")
    var busy: Set<String> = [current]
    for path in outputs + written {
      busy.insert(try Disk().resolveExisting(Path.parent(of: path)))
    }
    let shown = { (path: String) -> String in
      if absolute || !path.hasPrefix("/") { return path }
      let relative = Path.relative(path, from: current)
      return relative.isEmpty ? "." : relative
    }
    self.outputs = outputs
    inputs = record.files.map(shown)
    folders = record.folders.filter { !busy.contains($0) }.map(shown)
  }

  /// `target` stands for the outputs where a build tool knows them by another name.
  public func text(_ format: Format, target: String? = nil) throws(ProjectError) -> String {
    switch format {
    case .make: try rules(for: target.map { [$0] } ?? outputs)
    case .json: document(target.map { [$0] } ?? outputs).text() + "\n"
    }
  }

  private func document(_ outputs: [String]) -> JSONValue {
    func list(_ paths: [String]) -> JSONValue { .array(paths.map { .string($0) }) }
    return ["outputs": list(outputs), "inputs": list(inputs), "folders": list(folders)]
  }

  // MARK: Make

  /// One rule for the outputs, and an empty one for each prerequisite: a file that has gone is a
  /// reason to run again, not an error. For a name with '%' that would be a rule for a pattern.
  private func rules(for targets: [String]) throws(ProjectError) -> String {
    var prerequisites: [String] = []
    var emptyRules = ""
    for path in inputs + folders {
      let name = try escaped(path)
      prerequisites.append(name)
      if !path.utf8.contains(UInt8(ascii: "%")) { emptyRules += "\n\(name):\n" }
    }
    var names: [String] = []
    for target in targets {
      guard !target.utf8.contains(UInt8(ascii: "%")) else { throw unspeakable("a '%'", in: target) }
      names.append(try escaped(target))
    }
    let separator = " \\\n  "
    let rule =
      names.joined(separator: separator) + ":" + separator
      + prerequisites.joined(separator: separator) + "\n"
    return rule + emptyRules
  }

  /// As GNU Make and Ninja both read it; Ninja knows no way to write those signs of patterns that
  /// Make needs a backslash before.
  private func escaped(_ path: String) throws(ProjectError) -> String {
    var text: [UInt8] = []
    var backslashes = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw unspeakable("a line end", in: path)
      case 0..<0x20, 0x7F: throw unspeakable("a control character", in: path)
      case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "="):
        throw unspeakable("a '\(Character(Unicode.Scalar(byte)))'", in: path)
      case UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "*"),
        UInt8(ascii: "?"):
        // Backslashes before these count as such only where they are doubled.
        text += repeatElement(UInt8(ascii: "\\"), count: backslashes + 1)
      case UInt8(ascii: "$"): text.append(byte)
      default: break
      }
      backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func unspeakable(_ what: String, in path: String) -> ProjectError {
    ProjectError(
      "\(what) in the name of '\(path)' cannot be put into a rule of Make",
      help: "say '--deps-format json', or rename it")
  }
}
