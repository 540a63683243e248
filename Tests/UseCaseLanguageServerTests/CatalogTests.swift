import Foundation
import TestSupport
import Testing

@testable import UseCaseLanguageServer

/// A feature is one file and one line of the catalogue.
@Suite struct CatalogTests {
  @Test func folderAndCatalogueAgree() {
    let folder = packageRoot.appending(path: "Sources/UseCaseLanguageServer/Features")
    let files = UseCaseFiles.names(in: folder).sorted()
    let features = FeatureCatalog.all.map { "\($0)" }.sorted()
    #expect(files == features)
  }

  @Test func methodsAreUnique() {
    #expect(FeatureCatalog.byMethod.count == FeatureCatalog.all.count)
  }
}

private enum UseCaseFiles {
  static func names(in folder: URL) -> [String] {
    files(in: folder, withExtension: "swift").map { String($0.path.dropLast(6)) }
  }
}
