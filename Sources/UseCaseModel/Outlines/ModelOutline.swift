import UseCaseSyntax

extension Model {
  /// What names mean: one element a line with its key, place and title, below it what it names.
  public var outline: String {
    var named: [ElementID: [String]] = [:]
    for target in elements {
      for mention in target.mentions {
        guard let source = mention.source else { continue }
        let range = mention.reference.place.range
        named[source.id, default: []].append(
          "  \(range.lowerBound)..\(range.upperBound) \(visible(mention.reference.raw)) = "
            + "\(target.key)\n")
      }
    }
    var text = ""
    for element in elements {
      let place = element.place
      text += "\(element.key) \(JSONValue.string(element.title).text())"
      text += " \(visible(place.path)):\(place.range.lowerBound)..\(place.range.upperBound)\n"
      text += (named[element.id] ?? []).joined()
    }
    for reference in unresolved {
      text += "unresolved \(visible(reference.reference.raw))\n"
    }
    return text
  }

  /// How flows and journeys run: one step or touchpoint a line, below it where it leads.
  public var graphOutline: String {
    all(UseCase.self).compactMap(\.flowGraph).map(\.outline).joined()
      + all(Journey.self).map(\.graph.outline).joined()
  }
}

extension FlowGraph {
  /// One step a line, below it the steps and ends that it leads to.
  public var outline: String {
    var text = useCase.key + "\n"
    for (index, step) in steps.enumerated() {
      text += "  \(step.label) \(subjectName(step))\n"
      for edge in edges(from: index) { text += "    \(describe(edge))\n" }
    }
    return text
  }

  private func subjectName(_ step: Step) -> String {
    if let inclusion = step.inclusion { return "includes \(inclusion.key)" }
    return switch step.subject {
    case .actor(let actor): actor.key
    case .system(let system): system?.key ?? "the system"
    case .none: "nobody"
    case .unknown: "somebody unknown"
    }
  }

  private func describe(_ edge: Edge) -> String {
    let target =
      switch edge.target {
      case .step(let step): steps[step].label
      case .success: "success"
      case .failure: "failure"
      }
    return switch edge.kind {
    case .next: "next \(target)"
    case .branch(let block): "branch \(blocks[block].label) to \(target)"
    case .resume: "resume \(target)"
    case .end: "end in \(target)"
    }
  }
}

extension JourneyGraph {
  /// One arrow a line, in the order written.
  public var outline: String {
    var text = journey.key + (isImplicit ? " in the order written\n" : "\n")
    for edge in edges {
      text += "  \(name(edge.source)) -> \(name(edge.target))"
      if let share = edge.share { text += " \(formatted(share))%" }
      text += "\n"
    }
    return text
  }

  private func name(_ point: Point) -> String {
    switch point {
    case .start: "start"
    case .touchpoint(let place): touchpoints[place].key
    case .completed: "completed"
    case .abandoned: "abandoned"
    }
  }
}
