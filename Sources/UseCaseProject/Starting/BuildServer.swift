/// A server that checks a model whenever it changes.
public enum BuildServer: String, CaseIterable, Sendable {
  case github, gitlab

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
    # The variable USECASE_REPOSITORY (Settings, Secrets and variables, Actions, Variables) holds the
    # address of the compiler's repository.
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
        env:
          MODEL: \(quoted(model))
        steps:
          - uses: actions/checkout@v4
          - name: Build the compiler
            env:
              USECASE_REPOSITORY: ${{ vars.USECASE_REPOSITORY }}
            run: |
              apt-get update
              apt-get install --yes git graphviz libcmark-dev
              git clone --depth 1 "$USECASE_REPOSITORY" /tmp/usecase
              swift build --package-path /tmp/usecase -c release --static-swift-stdlib --product usecase
          - run: /tmp/usecase/.build/release/usecase check --output-format github
          - run: /tmp/usecase/.build/release/usecase build "$MODEL" --output site
          - uses: actions/upload-artifact@v4
            with:
              name: models
              path: site

    """
  }

  private static func gitlab(_ model: String) -> String {
    """
    # Checks the models of this repository and builds the documentation of one of them.
    # The variable USECASE_REPOSITORY (Settings, CI/CD, Variables) holds the address of the
    # compiler's repository.
    usecase:
      image: swift:6.3
      variables:
        MODEL: \(quoted(model))
      before_script:
        - apt-get update
        - apt-get install --yes git graphviz libcmark-dev
        - git clone --depth 1 "$USECASE_REPOSITORY" /tmp/usecase
        - swift build --package-path /tmp/usecase -c release --static-swift-stdlib --product usecase
      script:
        - /tmp/usecase/.build/release/usecase check --output-format gitlab --output-file usecase.json
        - /tmp/usecase/.build/release/usecase build "$MODEL" --output site
      artifacts:
        when: always
        paths:
          - site
        reports:
          codequality: usecase.json

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
