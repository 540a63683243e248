import ArgumentParser
import UseCaseProject

/// Lays out graphs for another process of the same program, which a crash of Graphviz does not reach.
struct LayoutWorkerCommand: ParsableCommand {
  static let name = "layout-worker"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Lays out graphs for 'draw' and 'build'.", shouldDisplay: false)

  func run() { serveLayouts() }
}
