import ArgumentParser

/// The compiler's subcommands, each doing nothing: what the argument parser alone costs.
@main struct Baseline: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommands: [
      Check.self, Format.self, Build.self, Draw.self, Explain.self, Rules.self, Export.self,
      Debug.self, Completions.self,
    ])
}

struct Check: ParsableCommand {
  @Argument var paths: [String] = []
  @Option var outputFormat = "full"
  @Option var outputFile: String?
  @Option var failOn = "warning"
  @Option var color = "auto"
  @Option var stdinFilename: String?
  @Flag(name: .shortAndLong) var quiet = false
  @Flag(name: .shortAndLong) var verbose = false
}

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(aliases: ["fmt"])
  @Argument var paths: [String] = []
  @Flag var check = false
  @Flag var diff = false
  @Option var stdinFilename: String?
}

struct Build: ParsableCommand {
  @Argument var path = "."
  @Option(name: .shortAndLong) var output: String?
}

struct Draw: ParsableCommand {
  @Argument var kind: String
  @Argument var name: String?
  @Option var format = "svg"
  @Option(name: .shortAndLong) var output: String?
}

struct Explain: ParsableCommand {
  @Argument var rule: String
}

struct Rules: ParsableCommand {
  @Option var format = "table"
}

struct Export: ParsableCommand {
  @Argument var format: String
  @Argument var path = "."
  @Option(name: .shortAndLong) var output: String?
}

struct Debug: ParsableCommand {
  @Argument var stage: String
  @Argument var file: String
}

struct Completions: ParsableCommand {
  @Argument var shell: String
}
