import UseCaseRules
import UseCaseSyntax

/// What a model's `usecase.toml` says.
public struct Settings: Sendable, Hashable {
  /// What was set; few values, so that looking through them costs less than a table would.
  private(set) var given: [GivenSetting] = []
  /// Whether anything is said about rules or categories.
  private(set) var saysOfRules = false

  public static let fileName = "usecase.toml"

  /// Nothing is set.
  public init() {}

  /// Reads the text of a settings file; `path` is what messages call it.
  public init(_ bytes: [UInt8], path: String) throws(ProjectError) {
    do throws(TOMLProblem) {
      var reader = try SettingsReader(bytes)
      given = try reader.read()
      let tables = [SettingCatalog.TableName.rules, SettingCatalog.TableName.categories]
      saysOfRules = given.contains { $0.path.first.map(tables.contains) ?? false }
    } catch {
      let table = LineTable(SourceText(path: path, bytes: bytes))
      let place = table.position(of: error.offset)
      throw ProjectError(
        "\(path):\(place.line):\(place.column): \(error.message)", help: error.help)
    }
  }

  /// What the names lead to, if it is set.
  func given(_ path: [String]) -> GivenSetting? { given.first { $0.path == path } }

  /// What is in force: what the file says, or what holds without it.
  public subscript<Value>(_ setting: Setting<Value>) -> Value {
    given(setting.path).flatMap { setting.read($0.value) } ?? setting.standard
  }

  /// The edition of the language.
  public var edition: Int { self[SettingKeys.edition] }

  /// The folders of models that this one builds on, as written.
  public var buildsOn: [String] { self[SettingKeys.buildsOn] }

  /// The least percentage of a figure of coverage, if one is set.
  public func leastCoverage(_ figure: String) -> Int? {
    guard case .whole(let least) = given([SettingCatalog.TableName.coverage, figure])?.value
    else { return nil }
    return least
  }

  /// The line that sets something, counted from 1.
  public func line(of path: [String]) -> Int? { given(path)?.line }
}

/// A value that the file gives a setting, and where.
struct GivenSetting: Sendable, Hashable {
  /// The names that lead there: `["rules", "too-many-steps", "most"]`.
  let path: [String]
  let value: SettingValue
  /// Counted from 1.
  let line: Int
}
