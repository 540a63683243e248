import ArgumentParser
import UseCaseDiagrams
import UseCaseProject
import UseCaseSyntax

extension CompletionKind {
  /// The names in the model at hand that the diagram of the command line can be about.
  ///
  /// A shell asks while somebody types: whatever goes wrong, there is nothing to offer.
  static var subjectsOfDiagram: CompletionKind {
    .custom { words, _, _ in
      let kinds = DiagramCatalog.all
      let kind = words.lazy.compactMap { word in kinds.first { $0.kind.rawValue == word } }.first
      let subjects = kind?.subjectsAndParts ?? (words.contains("view") ? [.view] : [])
      return subjects.isEmpty ? [] : names(of: subjects, inModelAt: modelPath(in: words))
    }
  }

  /// What `diff` compares: the names of two journeys where the command line says so, else folders.
  static var versions: CompletionKind {
    .custom { words, place, _ in
      if words.contains("--journeys") { return names(of: [.journey], inModelAt: ".") }
      return folders(besides: words.indices.contains(place) ? words[place] : "")
    }
  }
}

/// The folders beside what somebody types.
private func folders(besides word: String) -> [String] {
  let start = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
  let entries = try? Disk().entries(of: start.isEmpty ? "." : start)
  return (entries ?? []).filter { $0.kind == .folder && $0.isReadable && !$0.name.hasPrefix(".") }
    .map { start + $0.name }.sorted()
}

private func names(of kinds: [ElementKind], inModelAt path: String) -> [String] {
  guard let folder = try? ModelFolder(at: path, on: Disk()),
    let model = try? Compilation(folder, on: Disk(), rules: []).model
  else { return [] }
  return model.elements.filter { kinds.contains($0.kind) }.map(\.qualifiedName)
}

/// The model that the options on a command line name, else that of the current folder.
private func modelPath(in words: [String]) -> String {
  for (index, word) in words.enumerated() {
    if ["-m", "--model"].contains(word), index + 1 < words.count { return words[index + 1] }
    if word.hasPrefix("--model=") { return String(word.dropFirst("--model=".count)) }
  }
  return "."
}
