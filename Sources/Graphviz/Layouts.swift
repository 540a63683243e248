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
