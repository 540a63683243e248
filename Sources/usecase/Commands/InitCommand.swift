import ArgumentParser
import UseCaseProject
import UseCaseSyntax

/// Writes a model to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a small model to begin with.",
    discussion: """
      Asks nothing and replaces nothing: where one of the files is there already, none is written. \
      Files for hooks and build servers are written at the root of the repository that the folder \
      lies in.
      """)

  @Argument(
    help: "The folder of the model; it is made where it is missing.", completion: .directory)
  var folder = "."

  @Flag(help: "Write hooks for pre-commit, too.")
  var hooks = false

  @Option(
    help: ArgumentHelp(
      "Write a job for a build server, too: github, gitlab.", valueName: "server"),
    completion: .list(BuildServer.allCases.map(\.rawValue)), transform: chosen)
  var ci: BuildServer?

  @Flag(name: .shortAndLong, help: "Say nothing of what was written.")
  var quiet = false

  func validate() throws {
    if folder.isEmpty { throw ValidationError("the folder's name is empty") }
  }

  func run() throws {
    guard let today = try DayOption.now() else { throw ProjectError("the clock tells no day") }
    let starter = try Starter(
      in: folder, on: today, hooks: hooks, buildServer: ci, disk: Disk())
    try starter.write(to: Disk())
    guard !quiet else { return }
    for file in starter.files { Console.say("wrote '\(file.path)'") }
    Console.say("\nnext:")
    for (command, purpose) in next(starter.folder) {
      Console.say("  \(padded(command))  \(purpose)")
    }
    if hooks { Console.say("  \(padded("pre-commit install"))  checks every commit") }
    if let ci {
      Console.say(
        "and give the build server the variable \(ci.variable), which the file explains")
    }
  }

  private func next(_ folder: String) -> [(String, String)] {
    let path = folder == "." ? "" : " " + quotedForShell(folder)
    let model = folder == "." ? "" : " -m" + path
    return [
      ("usecase check\(path)", "says what is missing"),
      ("usecase draw flow OrderCake\(model) -o flow.svg", "draws a use case"),
      ("usecase build\(path) -o site", "writes the documentation"),
    ]
  }

  private func padded(_ command: String) -> String {
    let width = next(folder).map(\.0.count).max() ?? 0
    return command + String(repeating: " ", count: max(0, width - command.count))
  }
}

/// A path as a shell takes it for one word.
private func quotedForShell(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { byte in
    switch byte {
    case 0x2B...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: byte >= 0x80
    }
  }
  if isPlain { return path }
  let parts = path.split(separator: "'", omittingEmptySubsequences: false)
  return "'" + parts.joined(separator: "'\\''") + "'"
}
