/// A server that checks a model whenever it changes.
public enum BuildServer: String, CaseIterable, Sendable {
  case github, gitlab

  /// The variable that tells the server where the compiler is.
  public var variable: String {
    switch self {
    case .github: "USECASE_REPOSITORY"
    case .gitlab: "USECASE_PROJECT"
    }
  }

  /// The file that tells it so; `model` is the way from the repository's root to the model.
  func file(forModelIn model: String) -> StarterFile {
    switch self {
    case .github: StarterFile(".github/workflows/usecase.yml", BuildServer.github(model))
    case .gitlab: StarterFile(".gitlab-ci.yml", BuildServer.gitlab(model))
    }
  }

  private static func github(_ model: String) -> String {
    """
    # Checks the models of this repository and builds the documentation of one of them.
    # The variable USECASE_REPOSITORY (Settings, Secrets and variables, Actions, Variables) says where
    # the compiler is: OWNER/NAME.
    name: usecase
    on:
      push:
      pull_request:
    permissions:
      contents: read
    jobs:
      models:
        runs-on: ubuntu-latest
        container: swift:6.3
        steps:
          - uses: actions/checkout@v4
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.USECASE_REPOSITORY }}
              path: .usecase-compiler
          - uses: ./.usecase-compiler
            with:
              model: \(quoted(model))
              site: site
          - uses: actions/upload-artifact@v4
            with:
              name: models
              path: site

    """
  }

  private static func gitlab(_ model: String) -> String {
    """
    # Checks the models of this repository and builds the documentation of one of them.
    # The variable USECASE_PROJECT (Settings, CI/CD, Variables) says where the compiler is: GROUP/NAME.
    include:
      - project: $USECASE_PROJECT
        file: /.ci/gitlab.yml
        inputs:
          model: \(quoted(model))

    """
  }

  /// A text that YAML takes for nothing else.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

/// What runs before a commit.
enum HookFile {
  static let preCommit = StarterFile(
    ".pre-commit-config.yaml",
    """
    # Run 'pre-commit install' once; from then on every commit is checked (https://pre-commit.com).
    # The command 'usecase' must be on the machine.
    repos:
      - repo: local
        hooks:
          - id: usecase-check
            name: usecase check
            language: system
            entry: usecase check
            pass_filenames: false
            files: \\.usecase$|(^|/)usecase\\.toml$
          - id: usecase-format
            name: usecase format
            language: system
            entry: usecase format
            files: \\.usecase$

    """)
}
