import UseCaseModel
import UseCaseSyntax

/// A package with everything declared in it.
struct PackagePages: ElementPageKind {
  func pictures(of package: Package) -> [PictureRequest] {
    [
      PictureRequest(.useCases, of: package.element),
      PictureRequest(.includeExtend, of: package.element),
    ]
  }

  func writeSections(of package: Package, to page: inout PageWriter) {
    page.section(
      .atAGlance, anchor: "picture", showing: PictureRequest(.useCases, of: package.element))
    page.section(
      .whatNeedsWhat, anchor: "dependencies",
      showing: PictureRequest(.includeExtend, of: package.element))
    let members = Dictionary(grouping: package.element.members, by: \.kind)
    for kind in ElementKind.allCases {
      guard let elements = members[kind] else { continue }
      page.section(page.words.plural(kind).capitalizedStart) { $0.entries(of: elements) }
    }
  }
}
