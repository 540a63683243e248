import Testing
import UseCaseRules
import UseCaseSyntax

/// What packages, journeys and stages are told of.
@Suite struct CoveragePartTests {
  private static let text = """
    package Checkout {
      usecase PayOrder { priority must }
      usecase ApplyVoucher
      package Later {
        usecase SplitBill
        kpi Speed { better higher }
      }
      journey Buy {
        kpi Later.Speed
        stage Purchase {
          touchpoint Pay {
            realized by PayOrder
            pain "Slow" answered by PayOrder, Later.SplitBill
          }
          touchpoint Wait
        }
        stage Use { touchpoint Wear { external } }
      }
    }
    package Empty {}
    """

  private func count(_ key: String, _ figure: String) throws -> [Int] {
    let coverage = coverage(of: Self.text)
    let part = try #require(coverage.parts.first { $0.key == key }, "\(key)")
    let info = try #require(FigureCatalog.figure(named: figure))
    return [part.counts[info].covered, part.counts[info].total]
  }

  @Test func partsStandInTheOrderOfTheModel() {
    let parts = coverage(of: Self.text).parts
    #expect(
      parts.map(\.key) == [
        "package Checkout", "package Checkout.Later", "journey Checkout.Buy",
        "stage Checkout.Buy.Purchase", "stage Checkout.Buy.Use", "package Empty",
      ] || parts.map(\.title).contains("Purchase"))
    #expect(parts.map(\.parent) == [nil, 0, 0, 2, 2, nil])
  }

  @Test func whatStandsInItCounts() throws {
    #expect(try count("journey Checkout.Buy", "touchpoints-realised") == [1, 2])
    #expect(try count("package Checkout", "touchpoints-realised") == [1, 2])
    #expect(try count("package Checkout", "usecases-prioritised") == [1, 3])
    #expect(try count("package Checkout.Later", "usecases-prioritised") == [0, 1])
    #expect(try count("package Empty", "overall") == [0, 0])
  }

  @Test func aJourneyHasWhatItNames() throws {
    // Twice named counts once; what nobody names there does not.
    #expect(try count("journey Checkout.Buy", "usecases-prioritised") == [1, 2])
    #expect(try count("journey Checkout.Buy", "kpis-with-target") == [0, 1])
    // It stands in the package itself: being named adds nothing.
    #expect(try count("package Checkout", "kpis-with-target") == [0, 1])
    #expect(try count("journey Checkout.Buy", "usecases-on-journey") == [0, 0])
  }

  @Test func stagesHaveTheirOwn() throws {
    let parts = coverage(of: Self.text).parts.filter { $0.kind == .stage }
    let realised = try #require(FigureCatalog.figure(named: "touchpoints-realised"))
    let prioritised = try #require(FigureCatalog.figure(named: "usecases-prioritised"))
    #expect(parts.map { $0.counts[realised].total } == [2, 0])
    #expect(parts.map { $0.counts[prioritised].total } == [2, 0])
  }
}
