import UseCaseModel
import UseCaseSyntax

/// Where each element stands. Names of files are made of keys alone; two keys that differ in case
/// only get a fingerprint each, whatever their order.
struct AddressTable: Sendable {
  private var addresses: [ElementID: Address] = [:]

  init(_ model: Model) {
    let names = fileNames(of: model)
    for element in model.elements {
      guard let name = names[element.id] else { continue }
      addresses[element.id] = AddressTable.address(of: element, name, names)
    }
  }

  subscript(element: Element) -> Address? { addresses[element.id] }

  /// What has a page, and what is a place on another page.
  private static func address(
    of element: Element, _ name: String, _ names: [ElementID: String]
  ) -> Address {
    func page(of parent: Element?) -> String? {
      parent.flatMap { names[$0.id] }.map { $0 + ".html" }
    }
    switch element.kind {
    case .model: return .overview
    case .term: return Address(Address.glossary.page, name)
    case .stage, .moment, .extensionPoint:
      guard let page = page(of: element.parent) else { break }
      return Address(page, name)
    default: break
    }
    return Address(name + ".html")
  }
}

extension Site {
  /// Where the elements of a model stand, by their keys, as links from the site's folder.
  public static func links(in model: Model) -> [String: String] {
    let table = AddressTable(model)
    return Dictionary(
      model.elements.compactMap { element in table[element].map { (element.key, $0.href) } },
      uniquingKeysWith: { first, _ in first })
  }
}
