import UseCaseModel
import UseCaseSyntax

struct MomentLowPriority: Rule {
  static let info = RuleInfo(
    name: "moment-low-priority", category: .measures, severity: .warning,
    source: .journeyMethod,
    summary: "All use cases behind an important moment of truth are Coulds or Won'ts.",
    rationale: """
      Coulds are the first to go when time runs out; then nothing is left of what decides whether \
      customers stay.
      """,
    bad: """
      usecase TrackParcel { priority could }
      journey Buy {
        stage Delivery {
          touchpoint Wait {
            realized by TrackParcel
            moment TheDelay "Do they keep their word?" {
              polarity negative
              impact 5
            }
          }
        }
      }
      """,
    good: """
      usecase TrackParcel { priority must }
      journey Buy {
        stage Delivery {
          touchpoint Wait {
            realized by TrackParcel
            moment TheDelay "Do they keep their word?" {
              polarity negative
              impact 5
            }
          }
        }
      }
      """)

  static let options = [
    RuleOption(
      "impact", \MomentLowPriority.impact, in: 1...5,
      "From this impact on a moment of truth is important.")
  ]

  private(set) var impact = 4

  func check(_ moment: Moment, in context: RuleContext, report: inout Findings) {
    guard let score = moment.impact, score >= impact else { return }
    guard let useCases = useCases(behind: moment)?.filter({ $0.status != .retired }) else { return }
    let priorities = useCases.map(\.priority)
    guard !useCases.isEmpty, priorities.allSatisfy({ $0 == .could || $0 == .wont }) else { return }
    report.add(
      "all that is behind moment of truth '\(moment.title)', whose impact is \(score), "
        + (priorities.contains(.could) ? "is a Could" : "is a Won't")
        + (Set(priorities).count > 1 ? " or a Won't" : ""),
      at: moment.place,
      labels: useCases.prefix(MomentLowPriority.shown).compactMap(label),
      help: ["raise the priority of one of them, or lower the impact"])
  }

  private static let shown = 5

  /// Those that realise its touchpoint or take its measures, each once; nil where a name is unknown.
  private func useCases(behind moment: Moment) -> [UseCase]? {
    let measures = moment.clauses(Clauses.proactive) + moment.clauses(Clauses.reactive)
    let references =
      (moment.touchpoint?.first(Clauses.realizedBy)?.references ?? [])
      + measures.compactMap { $0.by?.reference }
    var useCases: [UseCase] = []
    var seen: Set<ElementID> = []
    for reference in references {
      guard let target = moment.model.target(of: reference, near: moment.element) else {
        return nil
      }
      guard let useCase = target.as(UseCase.self), seen.insert(target.id).inserted else { continue }
      useCases.append(useCase)
    }
    return useCases
  }

  private func label(_ useCase: UseCase) -> Label? {
    guard let clause = useCase.first(Clauses.priority) else { return nil }
    return Label("the priority of '\(useCase.title)'", at: clause.place)
  }
}
