import UseCaseManual
import UseCaseProject
import UseCaseRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The page about the rules on this machine, for editors that open what a finding is about: a file in
/// the user's folder for what programs can make again.
struct RulePages: Sendable {
  private let page: String

  /// Writes the page where it is not there yet; nil where that cannot be done.
  init?(version: String) {
    guard let folder = RulePages.folder else { return nil }
    page = Path.join(folder, "rules-\(version).md")
    for part in [Path.parent(of: folder), folder] { mkdir(part, 0o700) }
    guard (try? Disk().write(Array(Manual.rulesReference().utf8), to: page)) != nil else {
      return nil
    }
  }

  /// XDG Base Directory Specification.
  private static var folder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let cache = variable("XDG_CACHE_HOME") ?? variable("HOME").map { Path.join($0, ".cache") }
    return cache.map { Path.join($0, "usecase") }
  }

  /// The address of what is said about a rule; syntax errors have no rule.
  func address(of rule: String) -> String? {
    guard RuleCatalog.rule(named: rule) != nil else { return nil }
    let escaped = page.utf8.map { byte -> String in
      let isPlain = byte >= 0x2D && byte < 0x7F && byte != 0x3F && byte != 0x5C
      return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }
    return "file://" + escaped.joined() + "#" + rule
  }
}
