import UseCaseSyntax

/// Finds what a misspelt name may have meant.
///
/// Every comparison counts: after half a million of them in one model no more is proposed, so that
/// a file full of unknown names stays linear.
public final class Spelling {
  private let model: Model
  private var budget = 500_000
  private lazy var byKind = elementsByKind()

  public init(_ model: Model) {
    self.model = model
  }

  private func elementsByKind() -> [[(name: String, element: Element)]] {
    var lists = [[(name: String, element: Element)]](
      repeating: [], count: ElementKind.allCases.count)
    for element in model.elements where !element.name.isEmpty && element.kind != .extensionPoint {
      lists[Int(element.kind.rawValue)].append((element.name, element))
    }
    return lists
  }

  /// The elements of some kinds that a name most probably means: those of that very name elsewhere,
  /// or those with the nearest names.
  public func elements(meantBy name: String, of kinds: KindSet) -> [Element] {
    let lists = kinds.kinds.map { byKind[Int($0.rawValue)] }
    let count = lists.reduce(0) { $0 + $1.count }
    guard budget >= count else { return [] }
    budget -= count
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let namesakes = lists.joined().filter { $0.name == last }
    if !namesakes.isEmpty { return namesakes.map(\.element) }
    let isQualified = name.contains(".")
    let spelling = { (candidate: (name: String, element: Element)) in
      isQualified ? candidate.element.qualifiedName : candidate.name
    }
    let near = Set(closest(to: name, among: lists.joined().lazy.map(spelling)))
    return near.isEmpty ? [] : lists.joined().filter { near.contains(spelling($0)) }.map(\.element)
  }

  /// The words that are nearest to a misspelt one.
  public func words(meantBy word: String, among words: [String]) -> [String] {
    guard budget >= words.count else { return [] }
    budget -= words.count
    return closest(to: word, among: words)
  }
}
