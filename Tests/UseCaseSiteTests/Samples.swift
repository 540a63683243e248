import Foundation
import UseCaseModel
import UseCaseRules
import UseCaseSite
import UseCaseSyntax

/// Models that the site is written of.
enum Samples {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let examples = ["fellmark", "library", "compiler"]

  /// The files of an example, by name.
  static func files(of example: String) throws -> [SourceText] {
    let folder = root.appendingPathComponent("examples/" + example)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".usecase") }.sorted().map { name in
      SourceText(
        path: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  /// A picture for every request, so that pages show what they would show.
  static let pictures = Pictures(
    styles: PictureStyles(common: ".shape { fill: none; }\n")
  ) { request in
    InlinePicture(
      svg: Array("<svg viewBox=\"0 0 4 3\" role=\"img\"><title>Drawn</title></svg>".utf8),
      title: request.kind.rawValue, description: "A picture")
  }

  static func site(of files: [SourceText]) -> Site {
    let model = resolve(files.map { parse($0) })
    return Site(model, findings: check(model))
  }

  static func site(of text: String) -> Site { site(of: [SourceText(path: "a.usecase", text)]) }

  static func site(ofExample example: String) throws -> Site { site(of: try files(of: example)) }
}

/// A file of a site that was made.
struct SitePage: Equatable {
  let path: String
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isHTML: Bool { path.hasSuffix(".html") }
}

extension Site {
  /// Its pages with a picture wherever one is wanted.
  var pages: [SitePage] { pages(with: Samples.pictures) }

  func pages(with pictures: Pictures) -> [SitePage] {
    files.map { SitePage(path: $0.path, bytes: $0.bytes(with: pictures)) }
  }

  func page(_ path: String) -> SitePage? { pages.first { $0.path == path } }
}
