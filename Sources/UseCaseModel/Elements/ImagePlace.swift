import UseCaseSyntax

/// Where the picture of an element lies, by what its `image` clause says.
public enum ImagePlace: Sendable, Hashable {
  /// A path relative to the model's folder, without `.` and `..`; nobody has looked whether it is
  /// there.
  case file(String)
  case webAddress
  /// It begins at the root of the disk, or of somebody's own folder.
  case absolute
  /// It leads out of the model's folder.
  case outside
  /// It is no path with `/` between its parts.
  case unreadable
  /// It does not end like a picture that every browser shows.
  case noPicture

  /// The endings of pictures that every browser shows, and that can do nothing else.
  public static let endings = ["png", "jpg", "jpeg", "gif", "webp"]

  /// Whether a file is a picture by its name.
  public static func isPicture(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return false
    }
    return endings.contains(name[name.utf8.index(after: dot)...].lowercased())
  }

  /// What a text means in a file with this path, which is relative to the model's folder.
  public init(_ text: String, saidIn file: String) {
    let scheme = text.prefix { $0.isASCII && $0.isLetter }
    if text.dropFirst(scheme.count).hasPrefix(":") {
      // One letter is a drive.
      self = scheme.count > 1 ? .webAddress : .absolute
      return
    }
    guard !text.hasPrefix("//") else {
      self = .webAddress
      return
    }
    guard !text.hasPrefix("/"), !text.hasPrefix("~") else {
      self = .absolute
      return
    }
    guard !text.isEmpty, !text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") })
    else {
      self = .unreadable
      return
    }
    var parts = file.split(separator: "/").dropLast()
    for part in text.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        self = .outside
        return
      }
    }
    let path = parts.joined(separator: "/")
    self = ImagePlace.isPicture(parts.last.map(String.init) ?? "") ? .file(path) : .noPicture
  }
}

extension ImagePlace {
  /// How a file with the path `source` names another file of the model's folder.
  public static func text(for file: String, in source: String) -> String {
    var from = source.split(separator: "/").dropLast()[...]
    var to = file.split(separator: "/")[...]
    while let next = from.first, to.count > 1, next == to.first {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return (Array(repeating: "..", count: from.count) + to.map(String.init)).joined(separator: "/")
  }
}

extension Element {
  /// Where its picture lies; nil where it has none.
  public var image: ImagePlace? {
    first(Clauses.image).flatMap { clause in
      clause.text.map { ImagePlace($0.string, saidIn: place.path) }
    }
  }
}

extension ElementView {
  /// Where its picture lies; nil where it has none.
  public var image: ImagePlace? { element.image }
}
