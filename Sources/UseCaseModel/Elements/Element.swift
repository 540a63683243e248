import UseCaseSyntax

/// The place of an element in its model's list of elements; stable for one version of a model only.
public struct ElementID: Sendable, Hashable, Comparable {
  public let index: Int32

  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  public static func < (left: ElementID, right: ElementID) -> Bool { left.index < right.index }
}

/// Anything that is declared: a handle into its model.
public struct Element: Sendable, Hashable {
  public let model: Model
  public let id: ElementID

  @inline(__always) var record: ElementRecord { model.records[Int(id.index)] }

  public var kind: ElementKind { record.kind }

  public static func == (left: Element, right: Element) -> Bool {
    left.id == right.id && left.model === right.model
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What the model keeps of a declaration; the rest is read from its syntax.
struct ElementRecord: Sendable {
  let kind: ElementKind
  /// It belongs to a model that this one builds on.
  let isForeign: Bool
  /// The tree and the node of its declaration; the node is −1 for the package that stands for
  /// another model.
  let tree: Int32
  let node: Int32
  /// The element whose body it stands in, or −1.
  let parent: Int32
  /// The namespace in which its name is declared, or −1 for the model.
  let scope: Int32
  let name: Int32
}

/// An element of a known kind.
public protocol ElementView: Sendable, Hashable {
  static var kind: ElementKind { get }
  var element: Element { get }
  /// Wraps an element of this kind.
  init(element: Element)
}

extension Element {
  /// The element as one of a kind, or nil where it is another kind.
  public func `as`<View: ElementView>(_ type: View.Type) -> View? {
    kind == View.kind ? View(element: self) : nil
  }
}

extension ElementView {
  public var id: ElementID { element.id }
  public var model: Model { element.model }
  public var name: String { element.name }
  public var title: String { element.title }
  public var key: String { element.key }
  public var place: Place { element.place }
  public var declaration: DeclarationSyntax? { element.declaration }

  public subscript<Value>(clause: Clause<Value>) -> Value? { element[clause] }
  public func has(_ clause: Clause<Bool>) -> Bool { element[clause] == true }
  public func clauses<Value>(_ clause: Clause<Value>) -> [ClauseSyntax] { element.clauses(clause) }
  public func first<Value>(_ clause: Clause<Value>) -> ClauseSyntax? { element.first(clause) }
  public func texts(_ clause: Clause<TextSyntax>) -> [TextSyntax] { element.texts(clause) }
  public func targets(_ clause: Clause<[ReferenceSyntax]>) -> [Element] { element.targets(clause) }
  public func target(_ clause: Clause<ReferenceSyntax>) -> Element? { element.target(clause) }
}
