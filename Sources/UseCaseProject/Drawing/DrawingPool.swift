import Graphviz
import UseCaseDiagrams
import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Draws pictures on several threads; what Graphviz has to lay out, it lays out in processes of its
/// own, of which each thread has one.
///
/// A crash or a hang of Graphviz costs the picture that it was about, and no other.
public final class DrawingPool: Sendable {
  private let threads: Int
  private let program: LayoutProgram?
  private let layouts: LayoutCache

  /// Without a program for layouts, they are made in this process, which a crash ends.
  ///
  /// Layouts that are known already are not made again; those that are made are known from then on.
  public init(
    threads: Int = 1, layoutsBy program: LayoutProgram? = nil,
    knowing layouts: LayoutCache = LayoutCache()
  ) {
    self.threads = max(1, threads)
    self.program = program
    self.layouts = layouts
  }

  /// Draws pictures, and makes something of each, on the thread that drew it. Results come in the
  /// order of the requests.
  func draw<Output: Sendable>(
    _ requests: [DiagramRequest], _ finish: @Sendable (Picture) -> Output
  ) -> [Result<Output, DrawingError>] {
    let start: @Sendable () -> LayoutWorker? = { self.program.map(LayoutWorker.init) }
    return transform(requests, threads: threads, start: start) { request, worker in
      do {
        return .success(finish(try self.draw(request, with: worker)))
      } catch let error as DiagramError {
        return .failure(.diagram(error))
      } catch let error as GraphvizError {
        return .failure(.graphviz(error, request))
      } catch {
        return .failure(.graphviz(.layoutFailed(reason: "\(error)"), request))
      }
    }
  }

  /// Makes something else of each input on the threads that draw, in the order of the inputs.
  func make<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @Sendable (Input) -> Output
  ) -> [Output] {
    let start: @Sendable () -> Void = {}
    return transform(inputs, threads: threads, start: start) { input, _ in body(input) }
  }

  /// Forgets layouts that no picture has needed for some time. Whoever draws a model again and again
  /// calls this once for each version of it.
  public func endRound() { layouts.endRound() }

  private func draw(_ request: DiagramRequest, with worker: LayoutWorker?) throws -> Picture {
    try DiagramCatalog.draw(request) { dot in
      if let known = layouts[dot] { return known }
      let made = try worker.map { try $0.layout(dot: dot) } ?? layout(dot: dot).layout
      layouts[dot] = made
      return made
    }
  }
}

/// Why a picture was not drawn.
enum DrawingError: Error {
  /// There is nothing to show, or not as such a picture.
  case diagram(DiagramError)
  case graphviz(GraphvizError, DiagramRequest)

  /// Whether no other picture that needs Graphviz could be drawn either.
  var isAboutAll: Bool {
    switch self {
    case .graphviz(.notInstalled, _), .graphviz(.unusable, _): true
    case .graphviz, .diagram: false
    }
  }

  /// In the words of the person who asked.
  var projectError: ProjectError {
    switch self {
    case .diagram(let error): return ProjectError(error.description)
    case .graphviz(let error, _) where isAboutAll: return ProjectError(error.description)
    case .graphviz(let error, let request):
      let name = request.subject.map { " of '\($0.title)'" } ?? ""
      return ProjectError("cannot draw the '\(request.kind.rawValue)' diagram\(name): \(error)")
    }
  }
}

extension Compilation {
  /// Draws a picture. Throws where Graphviz is needed and is missing or gives up, and where there is
  /// nothing to show.
  public func draw(
    _ request: DiagramRequest, in pool: DrawingPool = DrawingPool()
  ) throws(ProjectError) -> Picture {
    do throws(DrawingError) {
      return try pool.draw([request]) { $0 }[0].get()
    } catch {
      throw error.projectError
    }
  }
}

/// The warnings that nothing can be drawn of some views.
func warnings(about views: [(view: Element, reason: DiagramError)]) -> [String] {
  var tables: [String: LineTable] = [:]
  return views.map { view, reason in
    let path = view.place.path
    var line = ""
    if let source = view.declaration?.syntax.tree.source {
      let table = tables[path] ?? LineTable(source)
      tables[path] = table
      line = ":\(table.position(of: view.place.range.lowerBound).line)"
    }
    return "\(path)\(line): the view '\(view.title)' cannot be drawn: \(reason)"
  }
}
