import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What each figure counts, by hand: covered and total.
@Suite struct CoverageTests {
  private func expect(_ figure: String, _ covered: Int, of total: Int, in text: String) {
    let found = coverage(of: text).figure(figure)
    #expect(found?.covered == covered && found?.total == total, "\(figure): \(found?.count as Any)")
  }

  @Test func touchpointsRealised() {
    expect(
      "touchpoints-realised", 1, of: 2,
      in: """
        usecase PayOrder
        journey Buy {
          stage Purchase {
            touchpoint Pay { realized by PayOrder }
            touchpoint Wait
            touchpoint AskAFriend { external }
          }
        }
        """)
  }

  @Test func touchpointsComplete() {
    let all = "channel Web action \"a\" response \"b\" outcome \"c\""
      .replacing(" action", with: "\naction").replacing(" response", with: "\nresponse")
      .replacing(" outcome", with: "\noutcome")
    expect(
      "touchpoints-complete", 2, of: 3,
      in: """
        channel Web
        journey Buy {
          stage Purchase {
            touchpoint Pay {
            \(all)
            }
            touchpoint Wait {
            \(all.replacing("\nresponse \"b\"", with: ""))
            }
            touchpoint AskAFriend {
            external
            \(all.replacing("\nresponse \"b\"", with: ""))
            }
          }
        }
        """)
  }

  @Test func touchpointsOwned() {
    expect(
      "touchpoints-owned", 2, of: 3,
      in: """
        role Team
        journey Buy {
          stage Purchase {
            owner Team
            touchpoint Pay
          }
          stage Use {
            touchpoint Wear { owner Team }
            touchpoint Wash
          }
        }
        """)
  }

  @Test func painsAnswered() {
    expect(
      "pains-answered", 3, of: 4,
      in: """
        usecase PayOrder
        journey Buy {
          stage Purchase {
            touchpoint Pay {
              pain "a" answered by PayOrder
              pain "b"
            }
            touchpoint Wait {
              pain "c"
              pain "d"
              opportunity "e"
            }
          }
        }
        """)
  }

  @Test func momentsPrepared() {
    expect(
      "moments-prepared", 2, of: 4,
      in: """
        journey Buy {
          stage Purchase {
            touchpoint Pay {
              moment A { polarity positive\nimpact 3\nproactive "a" }
              moment B { polarity negative\nimpact 3\nproactive "a" }
              moment C { polarity negative\nimpact 3\nproactive "a"\nreactive "b" within 4 h }
              moment D { polarity negative\nimpact 3 }
            }
          }
        }
        """)
  }

  @Test func stagesMeasured() {
    expect(
      "stages-measured", 3, of: 4,
      in: """
        kpi Speed { better higher }
        journey Buy {
          stage A { kpi Speed\ntouchpoint Pay }
          stage B { touchpoint Wait { kpi Speed } }
          stage C { touchpoint Wear { moment M { polarity positive\nimpact 3\nkpi Speed } } }
          stage D { touchpoint Wash }
          stage Empty
        }
        """)
  }

  private static let customers = """
    actor Customer
    actor Clerk
    usecase PayOrder { actor Customer\ninclude SayNumber }
    usecase SayNumber { actor Customer }
    usecase TrackParcel { actor Customer }
    usecase PackParcel { actor Clerk }
    usecase OldWay { actor Customer\nstatus retired }
    usecase LaterWay { actor Customer\npriority wont }
    journey Buy {
      stage Purchase { touchpoint Pay { actor Customer\nrealized by PayOrder } }
    }
    """

  @Test func useCasesOnAJourney() {
    expect("usecases-on-journey", 2, of: 3, in: Self.customers)
    expect(
      "usecases-on-journey", 0, of: 0,
      in: Self.customers.replacing("\nrealized by PayOrder", with: ""))
  }

  private func useCase(_ name: String, _ clauses: String, branches: Bool? = nil) -> String {
    let flow = branches == nil ? "" : "flow {\n1. Customer asks\n2. System answers\n}\n"
    let branch = branches == true ? "exception 2a when \"x\" {\nend failure\n}\n" : ""
    return "usecase \(name) {\nactor Customer\n\(clauses)\n\(flow)\(branch)}\n"
  }

  @Test func useCasesWithFlow() {
    let text =
      "actor Customer\n" + useCase("A", "", branches: false) + useCase("B", "")
      + useCase("C", "status draft") + useCase("D", "level summary") + useCase("E", "abstract")
      + useCase("F", "priority wont") + "usecase G: A { actor Customer }\n"
    expect("usecases-with-flow", 2, of: 3, in: text)
  }

  @Test func crucialUseCasesWithBranches() {
    let text =
      "actor Customer\n" + useCase("A", "priority must", branches: true)
      + useCase("B", "priority must", branches: false) + useCase("C", "", branches: false)
      + useCase("D", "", branches: false) + useCase("E", "priority must")
        + """
        journey Buy {
          stage S { touchpoint T { realized by D\nmoment M { polarity positive\nimpact 3 } } }
        }
        """
    expect("usecases-with-branches", 1, of: 3, in: text)
  }

  @Test func useCasesPrioritised() {
    let some = "usecase A { priority must }\nusecase B\nusecase C { abstract }\n"
    expect("usecases-prioritised", 1, of: 2, in: some + "usecase D { status retired }")
    // Where nobody sets priorities, none is expected.
    expect("usecases-prioritised", 0, of: 0, in: "usecase A\nusecase B")
  }

  private static let plan = """
    increment First {
      from 2026-03-02
      to 2026-03-20
      timebox One {
        from 2026-03-02
        to 2026-03-20
        delivers A
      }
    }

    """

  @Test func mustsScheduled() {
    let useCases = "usecase A { priority must }\nusecase B { priority must }\nusecase C\n"
    expect("usecases-scheduled", 1, of: 2, in: useCases + Self.plan)
    expect("usecases-scheduled", 0, of: 0, in: useCases)
  }

  @Test func implementedUseCasesVerified() {
    expect(
      "usecases-verified", 1, of: 2,
      in: """
        usecase A { status implemented\nverified by "a.feature" }
        usecase B { status implemented }
        usecase C { status approved }
        """)
  }

  @Test func stakeholdersPlaced() {
    expect(
      "stakeholders-placed", 1, of: 2,
      in: "stakeholder A { power 3\ninterest 2 }\nstakeholder B { power 3 }")
  }

  @Test func keyPlayersEngaged() {
    expect(
      "stakeholders-engaged", 1, of: 2,
      in: """
        stakeholder A { power 5\ninterest 5\nengage "Weekly" every 7 days }
        stakeholder B { power 4\ninterest 5 }
        stakeholder C { power 2\ninterest 5 }
        """)
  }

  @Test func kpis() {
    let text = """
      kpi A { metric nps\ntarget 45 }
      kpi B { metric nps\nbenchmark industry 40 source "x" on 2026-01-01 }
      kpi C { metric nps\ntarget 45\nbenchmark industry 40 source "x" on 2026-01-01 }
      """
    expect("kpis-with-target", 2, of: 3, in: text)
    expect("kpis-with-benchmark", 2, of: 3, in: text)
  }

  private static let risks = """
    role Team
    risk A { probability 4\nimpact 4\nmitigation "x"\nowner Team }
    risk B { probability 4\nimpact 4\nmitigation "x" }
    risk C { probability 1\nimpact 4 }
    """

  @Test func highRisksMitigated() throws {
    expect("risks-mitigated", 1, of: 2, in: Self.risks)
    // What counts as high is the rule's option.
    let rule = try #require(RuleCatalog.rule(named: "risk-without-mitigation"))
    let strict = try rule.with("score", .number(4))
    let figure = coverage(of: Self.risks, rules: [strict]).figure("risks-mitigated")
    #expect(figure?.total == 3)
  }

  // MARK: All figures

  @Test func nothingIsNeverEverything() {
    for figure in coverage(of: "").figures {
      #expect(figure.total == 0 && figure.percent == nil && !figure.count.isBelow(100))
    }
  }

  @Test func percentagesAreRoundedDown() {
    let touchpoints = (1...200).map { "touchpoint T\($0) { realized by U }\n" }.joined()
    let text =
      "usecase U\njourney J {\nstage S {\n\(touchpoints)touchpoint Last\n}\n}"
    let figure = coverage(of: text).figure("touchpoints-realised")
    #expect(figure?.percent == 99)
    #expect(figure?.count.isBelow(100) == true)
    #expect(figure?.count.isBelow(99) == false)
  }

  @Test func whatACommentAllowsIsNotCounted() throws {
    let text = """
      usecase PayOrder
      journey Buy {
        stage Purchase {
          touchpoint Pay { realized by PayOrder }
          touchpoint Wait // allow(touchpoint-without-usecase): they wait at home
        }
      }
      """
    let figure = try #require(coverage(of: text).figure("touchpoints-realised"))
    #expect(figure.percent == 100)
    #expect(figure.total == 1 && figure.count.allowed == 1)
    #expect(figure.gaps.isEmpty)
  }

  @Test func whatASyntaxErrorBreaksIsNotCounted() {
    expect(
      "touchpoints-realised", 0, of: 1,
      in: """
        journey Buy {
          stage Purchase {
            touchpoint Pay: { }
            touchpoint Wait
          }
        }
        """)
  }

  @Test func namesAreUniqueAndStable() {
    let names = FigureCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(FigureCatalog.all.map(\.label)).count == names.count)
    for figure in FigureCatalog.all {
      #expect(figure.name.allSatisfy { $0.isLowercase && $0.isASCII || $0 == "-" })
      #expect(FigureCatalog.figure(named: figure.name) == figure)
      // Both have a place in a line of 80 columns.
      #expect(figure.label.count <= 32 && figure.heading.count <= 8)
      #expect(figure.group == nil || !figure.rules.isEmpty)
    }
  }
}
