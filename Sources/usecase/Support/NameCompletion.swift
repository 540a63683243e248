import ArgumentParser
import UseCaseDiagrams
import UseCaseProject

extension CompletionKind {
  /// The names in the model at hand that the diagram of the command line can be about.
  ///
  /// A shell asks while somebody types: whatever goes wrong, there is nothing to offer.
  static var subjectsOfDiagram: CompletionKind {
    .custom { words, _, _ in
      let kinds = DiagramCatalog.all
      let kind = words.lazy.compactMap { word in kinds.first { $0.kind.rawValue == word } }.first
      let subjects = kind?.subjectsAndParts ?? (words.contains("view") ? [.view] : [])
      let folder = try? ModelFolder(at: modelPath(in: words), on: Disk())
      guard !subjects.isEmpty, let folder,
        let model = try? Compilation(folder, on: Disk(), rules: []).model
      else { return [] }
      return model.elements.filter { subjects.contains($0.kind) }.map(\.qualifiedName)
    }
  }
}

/// The model that the options on a command line name, else that of the current folder.
private func modelPath(in words: [String]) -> String {
  for (index, word) in words.enumerated() {
    if ["-m", "--model"].contains(word), index + 1 < words.count { return words[index + 1] }
    if word.hasPrefix("--model=") { return String(word.dropFirst("--model=".count)) }
  }
  return "."
}
