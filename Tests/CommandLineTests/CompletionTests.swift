import Foundation
import TestSupport
import Testing

/// What the real shells offer while somebody types.
@Suite struct CompletionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      actor Reader
      usecase Borrow { actor Reader }
      usecase BringBack { actor Reader }
      journey Bargain { }

      """, to: "model/a.usecase")
    try folder.makeFolder("model/older")
    for (shell, name) in [("bash", "bash"), ("zsh", "functions/_usecase"), ("fish", "fish")] {
      try folder.write(try Command.run("completions", shell).output, to: name)
    }
  }

  static let cases: [(String, [String])] = [
    ("draw fl", ["flow"]),
    ("draw flow Bo", ["Borrow"]),
    ("draw journey -m . B", ["Bargain"]),
    ("explain unused-al", ["unused-allow"]),
    ("config sch", ["schema"]),
    ("doct", ["doctor"]),
    ("init --ci gitl", ["gitlab"]),
    ("diff --journeys Ba", ["Bargain"]),
    ("diff --journeys Bargain Ba", ["Bargain"]),
    ("diff ol", ["older"]),
    ("diff ../model/ol", ["../model/older"]),
  ]

  /// Runs a script of a shell in the folder of the model; the command is in `PATH`. Nil where the
  /// machine does not have the shell; `Tests/run` installs all of them.
  private func run(_ shell: String, _ script: String, in path: String = "/model") throws -> String?
  {
    guard try Command.shell("command -v \(shell)", in: folder.path).code == 0 else { return nil }
    try folder.write(script, to: "script")
    let outcome = try Command.shell(
      "export PATH=\"${USECASE%/*}:$PATH\"; exec \(shell) '\(folder.path)/script'",
      in: folder.path + path, environment: ["HOME": folder.path])
    #expect(outcome.messages.isEmpty, "\(outcome.messages)")
    return outcome.output
  }

  private func bash(_ line: String) -> String {
    """
    source '\(folder.path)/bash'
    COMP_LINE='usecase \(line)'
    COMP_POINT=${#COMP_LINE}
    read -r -a COMP_WORDS <<< "$COMP_LINE"
    [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _usecase usecase "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "${COMPREPLY[@]}"

    """
  }

  private func fish(_ line: String) -> String {
    "source '\(folder.path)/fish'\ncomplete -C 'usecase \(line)' | string replace -r '\\t.*' ''\n"
  }

  /// Types into a terminal of its own, and shows what stands there then.
  private func zsh(_ line: String) throws -> String {
    try folder.write(
      """
      PS1=
      fpath=('\(folder.path)/functions' $fpath)
      autoload -Uz compinit
      compinit -u -D
      show() { print -r -- "$BUFFER" > '\(folder.path)/typed'; exit }
      zle -N show
      bindkey '^I' complete-word
      bindkey '^X' show

      """, to: ".zshrc")
    return """
      zmodload zsh/zpty
      zpty terminal "ZDOTDIR='\(folder.path)' zsh -d -i"
      zpty -w -n terminal $'usecase \(line)\\t\\x18'
      while zpty -r terminal ignored; do :; done
      cat '\(folder.path)/typed'

      """
  }

  @Test(arguments: cases) func bashOffers(line: String, words: [String]) throws {
    guard let output = try run("bash", bash(line)) else { return }
    #expect(output.split(separator: "\n").map(String.init) == words)
  }

  @Test(arguments: cases) func fishOffers(line: String, words: [String]) throws {
    guard let output = try run("fish", fish(line)) else { return }
    #expect(output.split(separator: "\n").map(String.init) == words)
  }

  @Test(arguments: cases) func zshCompletes(line: String, words: [String]) throws {
    guard let output = try run("zsh", try zsh(line)) else { return }
    let start = line.split(separator: " ").dropLast().joined(separator: " ")
    #expect(
      output == ["usecase", start, words[0]].filter { !$0.isEmpty }.joined(separator: " ") + " \n")
  }

  @Test func severalNamesAndNone() throws {
    let both = try run("bash", bash("draw flow B"))
    #expect(both?.split(separator: "\n").sorted() == ["Borrow", "BringBack"])
    // Where there is no model, or one that cannot be read, there is nothing to say.
    try folder.makeFolder("empty")
    #expect(try run("bash", bash("draw flow B"), in: "/empty") == "\n")
    try folder.write("edtion = 1\n", to: "model/usecase.toml")
    #expect(try run("bash", bash("draw flow B")) == "\n")
  }
}
