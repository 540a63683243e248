import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// Charts of values that nobody means and names that nobody expects.
@Suite struct ChartLimitsTests {
  @Test(arguments: [
    ([0.0, 76], 0.0...80), ([2.8], 0...3), ([-40, 60], -40...60), ([], 0...1), ([0], 0...1),
    ([1e-300], 0...1), ([.infinity, .nan, 5], 0...5), ([1e300, 3], 0...3), ([99.75], 0...100),
  ])
  func rangesAreRound(_ values: [Double], _ range: ClosedRange<Double>) {
    #expect(LinearScale.niceRange(values) == range)
  }

  @Test func placesStayOnTheScale() {
    let scale = LinearScale(range: 0...10, start: 100, length: 50)
    #expect([-5, 0, 5, 10, 1e300].map(scale.place) == [100, 100, 125, 150, 150])
    #expect(scale.place(of: .nan) == 100 && scale.place(of: .infinity) == 100)
    #expect(scale.ticks(5) == [0, 2, 4, 6, 8, 10])
    #expect(
      LinearScale(range: 0...0.5, start: 0, length: 1).ticks(5) == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(LinearScale(range: 3...3, start: 0, length: 1).ticks(5) == [3])
  }

  /// Every chart is drawn, inside its picture and without labels that overlap.
  @Test(arguments: [
    "A name that is longer than anybody should give to anything, and that goes on and on and on",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfsfassung",
    "الدفع عند استلام الطلب من المتجر", "商品を注文して支払い方法を選択する", "👩‍👩‍👧‍👦🇩🇪📦", "W",
  ])
  func longAndForeignNamesFit(_ name: String) throws {
    let model = model(Self.text(named: name, effort: "8", value: "62%"))
    for kind in Self.kinds {
      let picture = try draw(Self.request(kind, in: model))
      let texts = try PlacedTexts(picture.svg()).texts
      for (place, first) in texts.enumerated() {
        for second in texts[(place + 1)...] where first.box.overlaps(second.box) {
          Issue.record("\(kind): '\(first.text)' and '\(second.text)' overlap")
        }
      }
      let whole = Rect(origin: .zero, size: picture.size)
      #expect(texts.allSatisfy { whole.contains($0.box) }, "\(kind)")
    }
  }

  @Test(arguments: ["0", "-5", "1e308", "99999999999999999999", "0.0000000001"])
  func extremeNumbersAreDrawn(_ number: String) throws {
    let model = model(Self.text(named: "N", effort: number, value: number))
    for kind in Self.kinds {
      do {
        let picture = try draw(Self.request(kind, in: model))
        #expect(picture.size.width < 1e5 && picture.size.height < 1e5, "\(kind)")
      } catch DiagramError.nothingToShow {
        continue
      }
    }
  }

  private static let kinds: [DiagramKind] = [
    .scenarios, .journeyMap, .emotion, .moments, .stakeholders, .responsibilities, .kpis, .plan,
    .risks, .coverage,
  ]

  private static func request(_ kind: DiagramKind, in model: Model) -> DiagramRequest {
    switch kind {
    case .scenarios: DiagramRequest(kind, of: model.element(key: "usecase U"), in: model)
    case .journeyMap, .emotion: DiagramRequest(kind, of: model.element(key: "journey J"), in: model)
    default: DiagramRequest(kind, in: model)
    }
  }

  private static func text(named name: String, effort: String, value: String) -> String {
    """
    model M "\(name)"
    actor A "\(name)"
    role R "\(name)"
    stakeholder S "\(name)" {
      represents A
      power 5
      interest 5
      attitude champion
      kind internal
      legitimate
      urgent
      strategy monitor
    }
    stakeholder T "\(name)" { power 5
      interest 5 }
    persona P "\(name)" {
      quote "\(name)"
      goal "\(name)"
    }
    channel C "\(name)"
    kpi K "\(name)" {
      better lower
      baseline \(value)
      current \(value)
      target \(value)
      benchmark industry \(value) source "\(name)"
    }
    system Y "\(name)" {
      usecase U "\(name)" {
        actor A
        priority must
        effort \(effort)
        owner R
        responsible S
        consulted T
        flow {
          1. A does \(name)
        }
        exception 1a when "\(name)" {
          1. A does \(name)
          end failure
        }
      }
      usecase V "\(name)" { priority should
        effort \(effort) }
    }
    increment I "\(name)" {
      from 2026-01-01
      to 2026-12-31
      goal "\(name)"
      timebox B "\(name)" {
        from 2026-01-01
        to 2026-01-31
        capacity \(effort)
        goal "\(name)"
        delivers U, V
      }
    }
    risk X "\(name)" { probability 5
      impact 5
      residual 1, 1
      owner R
      mitigation "\(name)" by R }
    risk Z "\(name)" { probability 5
      impact 5 }
    journey J "\(name)" {
      persona P
      owner R
      kpi K
      stage G "\(name)" {
        needs "\(name)"
        kpi K
        touchpoint N "\(name)" {
          channel C
          actor A
          action "\(name)"
          response "\(name)"
          thinks "\(name)"
          feels angry "\(name)"
          pain "\(name)"
          opportunity "\(name)" by R
          backstage "\(name)" by R
          realized by U
          kpi K
          moment O "\(name)" {
            polarity negative
            impact 5
            proactive "\(name)" by R
            reactive "\(name)" by U within 4 h
          }
        }
        touchpoint Q "\(name)" { external
          feels delighted }
      }
      stage H "\(name)" {
        touchpoint D "\(name)"
      }
    }
    """
  }
}
