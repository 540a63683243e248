import Synchronization
import UseCaseText

/// Layouts by the graph in DOT that they are of: the very text, which two graphs never share.
public final class LayoutCache: Sendable {
  private let layouts: Mutex<Content>

  private struct Content {
    var entries: [String: Entry] = [:]
    var round = 1
    /// The file that the entries of earlier runs are in, until somebody wants one.
    var unread: (bytes: [UInt8], versions: [String])?

    mutating func readAll() {
      guard let (bytes, versions) = unread else { return }
      unread = nil
      entries = (try? LayoutCache.read(bytes, versions)) ?? [:]
    }
  }

  private struct Entry {
    let layout: Layout
    /// The last round in which it was asked for or made; 0 where that was before the cache was read.
    var lastUse: Int
  }

  /// For how many rounds a layout is kept that nobody asks for: somebody who takes back some changes
  /// finds it again.
  static let keptRounds = 16

  /// Knows nothing yet.
  public init() { layouts = Mutex(Content()) }

  /// How many layouts are known.
  var count: Int { withLayouts { $0.entries.count } }

  private func withLayouts<Result>(_ body: (inout Content) -> Result) -> Result {
    layouts.withLock { layouts in
      layouts.readAll()
      return body(&layouts)
    }
  }

  /// Begins another round, and forgets what nobody has asked for in the last ones.
  func endRound() {
    layouts.withLock { layouts in
      let oldest = layouts.round - LayoutCache.keptRounds
      layouts.entries = layouts.entries.filter { $0.value.lastUse > oldest }
      layouts.round += 1
    }
  }

  subscript(dot: String) -> Layout? {
    get {
      withLayouts { layouts in
        layouts.entries[dot]?.lastUse = layouts.round
        return layouts.entries[dot]?.layout
      }
    }
    set {
      withLayouts { layouts in
        layouts.entries[dot] = newValue.map { Entry(layout: $0, lastUse: layouts.round) }
      }
    }
  }

  // MARK: In a file

  static let fileName = ".usecase-layouts"
  private static let header = "usecase layouts 1"

  /// Whether any layout was asked for or made.
  var isUsed: Bool { layouts.withLock { $0.entries.contains { $0.value.lastUse > 0 } } }

  /// Reads what `bytes(madeBy:)` wrote, as soon as a layout is wanted; anything else, and layouts that
  /// other versions made, are as good as none.
  init(_ bytes: [UInt8], madeBy versions: [String]) {
    layouts = Mutex(Content(unread: (bytes, versions)))
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
      layouts[try entries.string()] = Entry(layout: try entries.layout(), lastUse: 0)
    }
    return layouts
  }

  /// The layouts, or those that were used, in the order of their texts; nil where there are none.
  func bytes(madeBy versions: [String], usedOnly: Bool = true) -> [UInt8]? {
    let used = layouts.withLock { $0.entries.filter { !usedOnly || $0.value.lastUse > 0 } }
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
