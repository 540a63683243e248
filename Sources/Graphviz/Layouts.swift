import CGraphviz
import Synchronization
import UseCaseText

/// Graphviz keeps global state, so that a process can make one layout at a time.
private let shared = Mutex<Library?>(nil)

/// Lays out a graph that is written in DOT; its texts are measured with the built-in font.
///
/// Graphviz is loaded by the first call. Calls may come from any thread and wait for each other.
/// The warnings are what Graphviz has to say about a graph that it has laid out all the same.
public func layout(
  dot: String, engine: Engine = .dot
) throws(GraphvizError) -> (layout: Layout, warnings: [String]) {
  let result = shared.withLock { library -> Result<(Layout, [String]), GraphvizError> in
    do throws(GraphvizError) {
      if library == nil { library = try Library(candidates: Library.usualNames) }
      guard var loaded = library else { return .failure(.notInstalled) }
      defer { library = loaded }
      return .success(try loaded.layout(dot: dot, engine: engine))
    } catch {
      return .failure(error)
    }
  }
  let (layout, warnings) = try result.get()
  return (layout, warnings)
}

/// The Graphviz of this machine.
public struct Installation: Sendable, Hashable {
  /// As it calls itself, for example "2.43.0".
  public let version: String?
  /// The file of its library.
  public let path: String?
}

/// The file of this machine's Graphviz, which is loaded for that but not started; nil where there is
/// none.
public func libraryPath() -> String? {
  shared.withLock { library in
    if let library { return library.installation.path }
    return Library.usualNames.lazy.compactMap { graphvizOpen($0) }.first
      .flatMap { graphvizPath($0) }.map { String(cString: $0) }
  }
}

/// Finds out which Graphviz is there, by loading it.
public func installation() throws(GraphvizError) -> Installation {
  let result = shared.withLock { library -> Result<Installation, GraphvizError> in
    do throws(GraphvizError) {
      if library == nil { library = try Library(candidates: Library.usualNames) }
      guard let loaded = library else { return .failure(.notInstalled) }
      return .success(loaded.installation)
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}
