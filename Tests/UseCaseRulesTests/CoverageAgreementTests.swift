import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A figure is 100 % where the rules behind it find nothing, and only there.
@Suite struct CoverageAgreementTests {
  @Test(arguments: ["fellmark", "library", "compiler"]) func onTheExamples(_ name: String) {
    let example = Example(name)
    #expect(!example.sources.isEmpty)
    expectAgreement(example.sources)
  }

  @Test(arguments: CatalogTests.names) func onTheExamplesOfEveryRule(_ name: String) throws {
    let info = try #require(RuleCatalog.rule(named: name)).info
    for text in [info.bad, info.good] {
      expectAgreement([SourceText(path: "model.usecase", text)])
    }
  }

  @Test func onEveryFixture() {
    let fixtures = files(in: fixtures.appending(path: "rules"), withExtension: "usecase")
    #expect(fixtures.count > 20)
    for fixture in fixtures {
      expectAgreement([SourceText(path: fixture.path, bytes: fixture.bytes)])
    }
  }

  /// The bad example of a rule behind a figure shows in that figure.
  @Test(arguments: FigureCatalog.all) func itsRulesShowInIt(_ figure: FigureInfo) throws {
    for name in figure.rules {
      let info = try #require(RuleCatalog.rule(named: name), "\(name)").info
      let coverage = coverage(of: info.bad)
      #expect(try #require(coverage.figure(figure.name)).gaps.isEmpty == false, "\(name)")
    }
  }

  private func expectAgreement(_ sources: [SourceText]) {
    let model = resolve(sources.map(parse))
    let coverage = Coverage(model)
    let found = check(model, rules: RuleCatalog.all, today: testDay)
    for figure in coverage.figures where figure.info != FigureCatalog.overall {
      let places = Set(found.filter { figure.info.rules.contains($0.rule) }.map(\.place))
      let title = "\(sources.first?.path ?? ""): \(figure.name)"
      #expect(Set(figure.gaps.map(\.place)) == places, "\(title)")
      #expect(figure.count.missing == places.count, "\(title)")
      #expect((figure.percent == 100) == (places.isEmpty && figure.total > 0), "\(title)")
      #expect(figure.gaps.allSatisfy { !$0.findings.isEmpty }, "\(title)")
    }
    expectWholes(coverage)
  }

  /// The last figure is the sum of all others, and no part holds more than the model.
  private func expectWholes(_ coverage: Coverage) {
    let parts = coverage.figures.dropLast().map(\.count)
    let overall = coverage.figures.last?.count
    #expect(overall?.covered == parts.reduce(0) { $0 + $1.covered })
    #expect(overall?.total == parts.reduce(0) { $0 + $1.total })
    for part in coverage.parts {
      for figure in coverage.figures where figure.info != FigureCatalog.overall {
        #expect(part.counts[figure.info].total <= figure.total)
        #expect(part.counts[figure.info].missing <= figure.count.missing)
      }
    }
  }
}

/// The coverage of a model of one file.
func coverage(of text: String, rules: [AnyRule] = RuleCatalog.standard) -> Coverage {
  Coverage(resolve([parse(SourceText(path: "model.usecase", text))]), rules: rules)
}
