import CGraphviz
import UseCaseText

/// A loaded Graphviz, which only one thread may use at a time.
struct Library {
  private let library: OpaquePointer
  private let files: PluginFiles
  private var hasOtherEngines = false

  /// Where libgvc is found: on the search path of the system, then where Homebrew puts it.
  static var usualNames: [String] {
    #if canImport(Darwin)
      let folders = ["", "/opt/homebrew/lib/", "/usr/local/lib/", "/opt/local/lib/"]
      let names = ["libgvc.6.dylib", "libgvc.7.dylib", "libgvc.dylib"]
    #else
      let folders = ["", "/home/linuxbrew/.linuxbrew/lib/"]
      let names = ["libgvc.so.6", "libgvc.so.7", "libgvc.so.8", "libgvc.so"]
    #endif
    return folders.flatMap { folder in names.map { folder + $0 } }
  }

  /// Loads and starts the first of the candidates that is there.
  init(candidates: [String]) throws(GraphvizError) {
    guard let opened = candidates.lazy.compactMap({ graphvizOpen($0) }).first else {
      throw .notInstalled
    }
    library = opened
    files = PluginFiles(libraryPath: graphvizPath(opened).map { String(cString: $0) })
    let plugin = try files.open("dot_layout")
    guard graphvizStart(opened, plugin, measureText) else {
      throw .unusable(reason: "it does not start")
    }
  }

  var installation: Installation {
    Installation(
      version: graphvizVersion(library).map { String(cString: $0) },
      path: graphvizPath(library).map { String(cString: $0) })
  }

  /// Lays out one graph, and frees what Graphviz needed for that.
  mutating func layout(
    dot: String, engine: Engine
  ) throws(GraphvizError) -> (Layout, [String]) {
    let locale = graphvizEnterNeutralLocale()
    defer { graphvizLeaveNeutralLocale(locale) }
    try loadPlugin(for: engine)
    _ = takeMessages()
    let graph = try read(dot, inOrder: engine == .dot)
    defer { graphvizClose(library, graph) }
    let succeeded = graphvizLayOut(library, graph, engine.rawValue)
    defer { graphvizFreeLayout(library, graph) }
    let messages = takeMessages().map(\.text)
    guard succeeded else {
      throw .layoutFailed(reason: messages.first ?? "it does not say why")
    }
    var reader = LayoutReader(library: library, graph: graph)
    let layout = reader.layout()
    return (layout, messages + reader.warnings)
  }

  private mutating func loadPlugin(for engine: Engine) throws(GraphvizError) {
    guard engine != .dot, !hasOtherEngines else { return }
    guard graphvizAddPlugin(library, try files.open("neato_layout")) else {
      throw .unusable(reason: "it does not take the plugin 'neato_layout'")
    }
    hasOtherEngines = true
  }

  private func read(
    _ dot: String, inOrder: Bool
  ) throws(GraphvizError) -> UnsafeMutableRawPointer {
    var hasMore = false
    let (graph, length) = dot.withCString { text in
      (graphvizRead(library, text, inOrder, &hasMore), graphvizLength(text))
    }
    let errors = takeMessages().filter { $0.isError }
    let isWhole = length == dot.utf8.count
    if let graph, errors.isEmpty, !hasMore, isWhole { return graph }
    if let graph { graphvizClose(library, graph) }
    guard isWhole else { throw .invalidInput(reason: "it contains a null byte") }
    let other = hasMore ? "it contains more than one graph" : "it is empty"
    throw .invalidInput(reason: errors.first?.text ?? other)
  }

  private func takeMessages() -> [Message] {
    Message.split(graphvizTakeMessages())
  }
}

/// Gives Graphviz the extent of a line in the built-in font.
private func measureText(
  _ text: UnsafePointer<CChar>, _ length: Int, _ size: Double, _ bold: Bool
) -> GraphvizTextExtent {
  let font = Font(size: size, face: bold ? .bold : .regular)
  let width = text.withMemoryRebound(to: UInt8.self, capacity: length) {
    font.width(ofUTF8: UnsafeBufferPointer(start: $0, count: length))
  }
  return GraphvizTextExtent(
    width: width, height: font.lineHeight, baseline: 0, centerline: size * 0.1)
}
