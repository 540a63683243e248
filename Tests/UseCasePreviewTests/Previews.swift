import UseCasePreview

/// Builds as tests need them.
enum Previews {
  static func build(
    _ files: [String: String]?, findings: [PreviewFinding] = []
  ) -> PreviewBuild {
    PreviewBuild(
      files: files.map { $0.mapValues { Array($0.utf8) } }, findings: findings,
      summary: "no findings")
  }
}
