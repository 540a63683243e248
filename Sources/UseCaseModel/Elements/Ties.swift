import UseCaseSyntax

extension Mention {
  /// What it means for the element that is named: "Realises", "Included by".
  public var title: String {
    if isLink { return "Mentioned in" }
    if let tail, let titles = MentionTitles.byTail[tail] { return titles.named }
    return MentionTitles.byClause[clause]?.named ?? "Named by"
  }

  /// What it means for the element that names: "Realised by", "Includes".
  public var ownTitle: String {
    if isLink { return "Mentions" }
    if let tail, let titles = MentionTitles.byTail[tail] { return titles.naming }
    return MentionTitles.byClause[clause]?.naming ?? "Names"
  }
}

/// How both ends read that one is named by the other, by clause and by tail.
private enum MentionTitles {
  typealias Titles = (named: String, naming: String)

  static let byTail: [Keyword: Titles] = [
    Keyword("answered by"): ("Answers", "Answered by"),
    Keyword("at"): ("Extended at this point by", "Extends at"),
  ]

  static let byClause: [Keyword: Titles] = [
    Clauses.actors.keyword: ("Takes part in", "Primary actors"),
    Clauses.supporting.keyword: ("Supports", "Supporting actors"),
    Clauses.realizedBy.keyword: ("Realises", "Realised by"),
    Clauses.delivers.keyword: ("Delivered in", "Delivers"),
    Clauses.include.keyword: ("Included by", "Includes"),
    Clauses.extend.keyword: ("Extended by", "Extends"),
    Clauses.threatens.keyword: ("Threatened by", "Threatens"),
    Clauses.owner.keyword: ("Owns", "Owned by"),
    Clauses.responsible.keyword: ("Responsible for", "Responsible"),
    Clauses.consulted.keyword: ("Consulted about", "Consulted"),
    Clauses.informed.keyword: ("Informed of", "Informed"),
    Clauses.supports.keyword: ("Supported by", "Supports"),
    Clauses.measuredBy.keyword: ("Measures", "Measured by"),
    Clauses.kpis.keyword: ("Measures", "Measured by"),
    Clauses.plays.keyword: ("Played by", "Plays"),
    Clauses.personas.keyword: ("Travels", "Travelled by"),
    Clauses.segment.keyword: ("Stood for by", "Stands for"),
    Clauses.channels.keyword: ("Used at", "Channels"),
    Clauses.represents.keyword: ("Represented by", "Represents"),
    Clauses.influences.keyword: ("Influenced by", "Influences"),
    Clauses.heldBy.keyword: ("Holds the role", "Held by"),
    Clauses.proactive.keyword: ("Prepares for", "Prepared by"),
    Clauses.reactive.keyword: ("Recovers", "Recovered by"),
    Clauses.opportunity.keyword: ("Improves", "Improved by"),
    Clauses.backstage.keyword: ("Backstage at", "Backstage"),
    Clauses.mitigation.keyword: ("Mitigates", "Mitigated by"),
    Clauses.engage.keyword: ("Keeps in touch with", "Kept in touch by"),
    Clauses.reviewed.keyword: ("Reviews", "Reviewed by"),
    Clauses.of.keyword: ("Shown in", "Shows"),
    Clauses.improves.keyword: ("Improved by", "Improves"),
    Clauses.system.keyword: ("Holds", "Part of"),
    Clauses.logJourney.keyword: ("Recorded by", "Records"),
    Clauses.activity.keyword: ("Recorded by", "Records"),
    .parents: ("Specialised by", "Specialises"),
    .transition: ("Stands on a path of", "Leads through"),
  ]
}

extension Element {
  /// What its syntax names, and how, in the order of the elements that are named; cost: linear in the
  /// model.
  public var ownMentions: [(target: Element, mention: Mention)] {
    var result: [(target: Element, mention: Mention)] = []
    for target in model.elements where target != self {
      for record in model.mentionRecords(of: target.id) where record.source == id.index {
        result.append((target, model.mention(record)))
      }
    }
    return result
  }
}
