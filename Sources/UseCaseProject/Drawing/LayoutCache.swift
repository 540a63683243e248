import Synchronization
import UseCaseText

/// Layouts by the graph in DOT that they are of: the very text, which two graphs never share.
public final class LayoutCache: Sendable {
  private let layouts: Mutex<[String: Entry]>

  private struct Entry {
    let layout: Layout
    /// Whether it was asked for or made since the cache was read.
    var isUsed: Bool
  }

  /// Knows nothing yet.
  public init() { layouts = Mutex([:]) }

  subscript(dot: String) -> Layout? {
    get {
      layouts.withLock { layouts in
        layouts[dot]?.isUsed = true
        return layouts[dot]?.layout
      }
    }
    set {
      layouts.withLock { layouts in
        layouts[dot] = newValue.map { Entry(layout: $0, isUsed: true) }
      }
    }
  }

  // MARK: In a file

  static let fileName = ".usecase-layouts"
  private static let header = "usecase layouts 1"

  /// Whether any layout was asked for or made.
  var isUsed: Bool { layouts.withLock { $0.contains(where: \.value.isUsed) } }

  /// Reads what `bytes(madeBy:)` wrote; anything else, and layouts that other versions made, are as
  /// good as none.
  init(_ bytes: [UInt8], madeBy versions: [String]) {
    layouts = Mutex((try? LayoutCache.read(bytes, versions)) ?? [:])
  }

  private static func read(
    _ bytes: [UInt8], _ versions: [String]
  ) throws(UnreadableBytes) -> [String: Entry] {
    guard let content = content(of: bytes, header: header) else { return [:] }
    var entries = ByteReader(content)
    let found = try entries.array { reader throws(UnreadableBytes) in try reader.string() }
    guard found == versions else { return [:] }
    var layouts: [String: Entry] = [:]
    while !entries.isAtEnd {
      layouts[try entries.string()] = Entry(layout: try entries.layout(), isUsed: false)
    }
    return layouts
  }

  /// The layouts that were used, in the order of their texts; nil where there are none.
  func bytes(madeBy versions: [String]) -> [UInt8]? {
    let used = layouts.withLock { layouts in layouts.filter(\.value.isUsed) }
    guard !used.isEmpty else { return nil }
    var content = ByteWriter()
    content.write(versions) { $0.write($1) }
    for (dot, entry) in used.sorted(by: { $0.key < $1.key }) {
      content.write(dot)
      content.write(entry.layout)
    }
    return checked(content.bytes, header: LayoutCache.header)
  }
}
