/// Everything that the client may ask for once it is initialized.
enum FeatureCatalog {
  static let all: [any Feature.Type] = [
    PullDiagnosticsFeature.self,
    CompletionFeature.self,
    HoverFeature.self,
    DefinitionFeature.self,
    ReferencesFeature.self,
    HighlightFeature.self,
    PrepareRenameFeature.self,
    RenameFeature.self,
    DocumentSymbolFeature.self,
    WorkspaceSymbolFeature.self,
    FormattingFeature.self,
    CodeActionFeature.self,
    FixCommandFeature.self,
    SemanticTokensFeature.self,
    FoldingFeature.self,
    SelectionRangeFeature.self,
    DocumentLinkFeature.self,
    CodeLensFeature.self,
    InlayHintFeature.self,
  ]

  static let byMethod = Dictionary(
    all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })
}
