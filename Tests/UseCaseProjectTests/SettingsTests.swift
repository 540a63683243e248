import Testing
import UseCaseProject

@Suite struct SettingsTests {
  private func problem(_ text: String) -> ProjectError? {
    do {
      _ = try Settings(Array(text.utf8), path: "usecase.toml")
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsSaid() throws {
    let text = "# ours\nedition = 1\nbuilds-on = [\"../shared\", '../other']\n"
    let settings = try Settings(Array(text.utf8), path: "usecase.toml")
    #expect(settings.edition == 1)
    #expect(settings.buildsOn == ["../shared", "../other"])
  }

  @Test(arguments: [
    ("", "'usecase.toml' does not state the edition of the language", "add the line 'edition = 1'"),
    (
      "\nedition = 2", "usecase.toml:2: this compiler knows no such edition of the language",
      "write 'edition = 1', or use a newer compiler"
    ),
    (
      "edition = '1'", "usecase.toml:1: this compiler knows no such edition of the language",
      "write 'edition = 1', or use a newer compiler"
    ),
    (
      "edition = 1\n\n  edtion = 1", "usecase.toml:3: there is no setting 'edtion'",
      "did you mean 'edition'?"
    ),
    (
      "edition = 1\n[buildson]\nx = 1", "usecase.toml:2: there is no setting 'buildson'",
      "did you mean 'builds-on'?"
    ),
    (
      "edition = 1\nwhatever.else = 1", "usecase.toml:2: there is no setting 'whatever'",
      "the settings are 'edition', 'builds-on'"
    ),
    (
      "edition = 1\nbuilds-on = '../a'", "usecase.toml:2: 'builds-on' takes a list of texts",
      "write 'builds-on = [\"../shared\"]'"
    ),
    (
      "edition = 1\nbuilds-on = [1]", "usecase.toml:2: 'builds-on' takes a list of texts",
      "write 'builds-on = [\"../shared\"]'"
    ),
  ])
  func whatIsWrong(text: String, message: String, help: String) {
    #expect(problem(text) == ProjectError(message, help: help))
  }

  @Test func brokenTextIsAnErrorWithItsLine() {
    #expect(problem("edition = 1\nedition = 2")?.message.hasPrefix("usecase.toml:2:") == true)
    #expect(problem("edition = [")?.message.hasPrefix("usecase.toml:1:") == true)
    #expect(problem("edition = 1\u{0}") == ProjectError("'usecase.toml' is no text in UTF-8"))
    let nested = "edition = " + String(repeating: "[", count: 100_000)
    #expect(problem(nested)?.message.hasPrefix("usecase.toml:1:") == true)
  }
}
