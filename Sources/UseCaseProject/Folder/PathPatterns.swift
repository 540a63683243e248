/// Paths relative to a folder, in which `*` stands for anything within a name and `**` for any
/// number of folders. Plain paths are looked up; the others are tried one after another.
struct PathPatterns: Sendable {
  /// How many with `*` there may be: each of them is tried on each path.
  static let limit = 100

  private var plain: Set<String> = []
  private var patterns: [[[UInt8]]] = []

  init(_ texts: [String]) {
    for text in texts {
      let parts = text.split(separator: "/").filter { $0 != "." }
      if text.utf8.contains(PathPatterns.star) {
        patterns.append(parts.map { Array($0.utf8) })
      } else {
        plain.insert(parts.joined(separator: "/"))
      }
    }
  }

  private static let star = UInt8(ascii: "*")
  private static let anyFolders = [star, star]

  func contains(_ path: String) -> Bool {
    if plain.contains(path) { return true }
    guard !patterns.isEmpty else { return false }
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    return patterns.contains { pattern in
      matches(pattern[...], names[...], isAny: { $0 == PathPatterns.anyFolders }) { part, name in
        matches(part[...], name[...], isAny: { $0 == PathPatterns.star }, fits: ==)
      }
    }
  }
}

/// Whether a row of things fits a pattern in which some parts stand for any number of things.
///
/// Where it does not go on, the latest such part takes one thing more: no earlier one could help.
private func matches<Part, Thing>(
  _ pattern: ArraySlice<Part>, _ things: ArraySlice<Thing>, isAny: (Part) -> Bool,
  fits: (Part, Thing) -> Bool
) -> Bool {
  var part = pattern.startIndex
  var thing = things.startIndex
  var latest: (part: Int, thing: Int)?
  while thing < things.endIndex {
    if part < pattern.endIndex, isAny(pattern[part]) {
      latest = (part, thing)
      part += 1
    } else if part < pattern.endIndex, fits(pattern[part], things[thing]) {
      part += 1
      thing += 1
    } else if let (any, start) = latest {
      latest = (any, start + 1)
      part = any + 1
      thing = start + 1
    } else {
      return false
    }
  }
  return pattern[part...].allSatisfy(isAny)
}
