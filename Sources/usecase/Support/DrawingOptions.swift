import ArgumentParser
import UseCaseProject

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// On how many processors pictures are drawn, and how long one of them may take.
struct DrawingOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many diagrams are drawn at the same time; as many as there are processors.",
      valueName: "number"),
    transform: chosenNumber)
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "How long Graphviz may take for one diagram, in seconds.", valueName: "seconds"),
    transform: chosenNumber)
  var layoutLimit = defaultLayoutLimit

  private static let defaultLayoutLimit = 120

  /// What draws where nobody gave options.
  static func defaultPool() throws(ProjectError) -> DrawingPool {
    try pool(threads: processorCount, layoutLimit: defaultLayoutLimit, knowing: LayoutCache())
  }

  /// Draws with layouts that are known, and with others that processes of this very program make.
  func pool(knowing layouts: LayoutCache = LayoutCache()) throws(ProjectError) -> DrawingPool {
    try DrawingOptions.pool(
      threads: jobs ?? processorCount, layoutLimit: layoutLimit, knowing: layouts)
  }

  private static func pool(
    threads: Int, layoutLimit: Int, knowing layouts: LayoutCache
  ) throws(ProjectError) -> DrawingPool {
    let program = try Program.running(environment: DrawingOptions.environment)
    return DrawingPool(
      threads: threads,
      layoutsBy: LayoutProgram(
        program, arguments: [LayoutWorkerCommand.name], limit: .seconds(layoutLimit)),
      knowing: layouts)
  }

  /// What says where libraries are found.
  private static var environment: [String] {
    let names = ["LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES"]
    return names.compactMap { name in getenv(name).map { name + "=" + String(cString: $0) } }
  }
}

@Sendable private func chosenNumber(_ text: String) throws -> Int {
  guard let number = Int(text), (1...100_000).contains(number) else {
    throw ValidationError("a number from 1 to 100000")
  }
  return number
}
