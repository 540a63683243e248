/// Paths as text, with `/` between their parts; nothing here asks the disk.
public enum Path {
  /// `b` below `a`, or `b` alone where it is absolute.
  public static func join(_ a: String, _ b: String) -> String {
    if b.hasPrefix("/") || a.isEmpty { return b }
    return a.hasSuffix("/") ? a + b : a + "/" + b
  }

  /// The folder that a path lies in; `/` lies in itself, a bare name in `.`.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Whether an absolute path is a folder or lies below it.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// An absolute path without `.`, `..` and empty parts; it should hold no links.
  public static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// How to reach one absolute path from another: `../b/c`, or `` from a folder to itself.
  public static func relative(_ path: String, from folder: String) -> String {
    let parts = path.split(separator: "/")
    let start = folder.split(separator: "/")
    let common = zip(parts, start).prefix { $0 == $1 }.count
    let up = repeatElement("..", count: start.count - common)
    return (up + parts[common...].map(String.init)).joined(separator: "/")
  }
}
