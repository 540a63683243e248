import Foundation
import Testing
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

/// What holds for every page of every example.
@Suite struct SiteTests {
  @Test(arguments: Samples.examples) func pagesAreWellFormed(example: String) throws {
    for page in try Samples.site(ofExample: example).pages where page.isHTML {
      let errors = Markup(page.bytes).errors
      #expect(errors.isEmpty, "\(page.path): \(errors.prefix(3))")
    }
  }

  @Test(arguments: Samples.examples) func everyLinkLeadsSomewhere(example: String) throws {
    let pages = try Samples.site(ofExample: example).pages
    let anchors = Self.anchors(of: pages)
    for page in pages where page.isHTML {
      for tag in Markup(page.bytes).tags {
        guard let href = tag.attributes["href"], !href.hasPrefix("https:") else { continue }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? page.path : String(parts[0])
        let known = try #require(anchors[target], "\(page.path): \(href)")
        guard parts.count == 2 else { continue }
        let fragment = try #require(parts[1].removingPercentEncoding)
        #expect(known.contains(fragment), "\(page.path): \(href)")
      }
    }
  }

  @Test(arguments: Samples.examples) func everyDeclarationHasAPlace(example: String) throws {
    let site = try Samples.site(ofExample: example)
    let anchors = Self.anchors(of: site.pages)
    var seen: Set<String> = []
    for element in site.model.elements {
      let address = try #require(site.address(of: element), "\(element.key)")
      let known = try #require(anchors[address.page], "\(element.key)")
      if let fragment = address.fragment { #expect(known.contains(fragment), "\(element.key)") }
      #expect(seen.insert(address.href.lowercased()).inserted, "\(address.href)")
    }
  }

  @Test(arguments: Samples.examples) func everyStepAndBranchIsAnAnchor(example: String) throws {
    let site = try Samples.site(ofExample: example)
    let anchors = Self.anchors(of: site.pages)
    for useCase in site.model.all(UseCase.self) {
      guard let graph = useCase.flowGraph, let address = site.address(of: useCase.element) else {
        continue
      }
      let known = try #require(anchors[address.page])
      for step in graph.steps { #expect(known.contains("step-" + step.label)) }
      for branch in graph.branches { #expect(known.contains(branch.label)) }
    }
  }

  @Test(arguments: Samples.examples) func pagesAllowNothingButTheirOwnFiles(example: String) throws
  {
    for page in try Samples.site(ofExample: example).pages where page.isHTML {
      let tags = Markup(page.bytes).tags
      let policy = tags.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
      #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'; ") == true)
      #expect(!tags.contains { ["style", "iframe", "form", "base"].contains($0.name) })
      let scripts = tags.filter { $0.name == "script" }.map(\.attributes)
      #expect(scripts == [["src": "assets/site.js"]], "\(page.path)")
      for tag in tags {
        for (name, value) in tag.attributes {
          #expect(name != "style" && !name.hasPrefix("on"), "\(page.path): \(name)")
          #expect(!value.lowercased().hasPrefix("javascript:") && !value.hasPrefix("data:"))
        }
      }
    }
  }

  @Test(arguments: Samples.examples) func headingsStandInOrder(example: String) throws {
    for page in try Samples.site(ofExample: example).pages where page.isHTML {
      var level = 0
      for tag in Markup(page.bytes).tags {
        guard let match = tag.name.wholeMatch(of: /h([1-6])/), let next = Int(match.1) else {
          continue
        }
        #expect(next <= level + 1, "\(page.path): h\(next) below h\(level)")
        level = next
      }
    }
  }

  @Test func theOrderOfFilesChangesNothing() throws {
    let files = try Samples.files(of: "fellmark")
    #expect(Samples.site(of: files).pages == Samples.site(of: files.reversed()).pages)
  }

  @Test func pathsAreUniqueOnEveryDisk() throws {
    let text = """
      actor Pay
      actor PAY
      actor pay
      actor Bücher
      actor `nul`
      actor \(String(repeating: "A", count: 300))
      actor \(String(repeating: "A", count: 301))
      """
    let paths = Samples.site(of: text).pages.map(\.path)
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    #expect(paths.allSatisfy { $0.utf8.count < 200 })
    let safe = /[A-Za-z0-9._~\/-]+/
    #expect(paths.allSatisfy { $0.wholeMatch(of: safe) != nil })
    #expect(paths.contains("actor-B~fc~cher.html"))
  }

  @Test func addressesDoNotDependOnTheOrderOfDeclarations() throws {
    let first = Samples.site(of: "actor Pay\nactor PAY\n")
    let second = Samples.site(of: "actor PAY\nactor Pay\n")
    for element in first.model.elements {
      let other = try #require(second.model.element(key: element.key))
      #expect(first.address(of: element) == second.address(of: other))
    }
  }

  @Test func pagesCarryTheLanguageOfTheModel() throws {
    let page = try #require(Samples.site(of: "model M { language de-CH }\n").page("index.html"))
    #expect(page.text.contains("<html lang=\"de-CH\">"))
  }

  @Test func everyRequestedPictureIsKnownBeforehand() throws {
    let files = try Samples.files(of: "fellmark")
    let model = resolve(files.map { parse($0) })
    for file in Site(model, findings: []).files {
      let pictures = Pictures { request in
        let name = "\(request.kind) of \(request.element?.key ?? "all")"
        #expect(file.pictures.contains(request), "\(name) in \(file.path)")
        return nil
      }
      _ = file.bytes(with: pictures)
    }
  }

  @Test func theCatalogueHoldsEveryKindOfPage() throws {
    let sources = Samples.root.appendingPathComponent("Sources/UseCaseSite")
    let folder = sources.appendingPathComponent("Pages").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let catalogue = try String(
      contentsOf: sources.appendingPathComponent("PageCatalog.swift"), encoding: .utf8)
    let entries = catalogue.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasSuffix("(),") }
    #expect(Set(entries) == Set(files.map { $0.replacing(".swift", with: "(),") }))
  }

  /// By page: the names of the places on it, none of them twice.
  private static func anchors(of pages: [SitePage]) -> [String: Set<String>] {
    var anchors: [String: Set<String>] = [:]
    for page in pages {
      anchors[page.path] = []
      guard page.isHTML else { continue }
      for tag in Markup(page.bytes).tags {
        guard let id = tag.attributes["id"] else { continue }
        let isNew = anchors[page.path]?.insert(id).inserted
        if isNew != true { Issue.record("\(page.path): \(id) stands twice") }
      }
    }
    return anchors
  }
}
