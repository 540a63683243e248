// What the words of choices stand for, as documentation and editors show it.

extension GoalLevel {
  public var meaning: String? {
    switch self {
    case .summary: "takes several sittings, and other use cases do the work"
    case .userGoal: "one person, one sitting, and then content"
    case .subfunction: "a part that others include"
    }
  }
}

extension Priority {
  public var meaning: String? {
    switch self {
    case .must: "without it there is no use in going live"
    case .should: "important, and painful to leave out"
    case .could: "welcome if there is time"
    case .wont: "not this time, by agreement"
    }
  }
}

extension Status {
  public var meaning: String? {
    switch self {
    case .draft: "a sketch, of which little is asked"
    case .proposed: "written down, not yet agreed"
    case .approved: "agreed"
    case .implemented: "it works"
    case .retired: "no longer offered"
    }
  }
}

extension StageKind {
  public var meaning: String? {
    switch self {
    case .awareness: "the customer hears of it"
    case .consideration: "weighs it and prepares"
    case .purchase: "commits, by buying, booking, borrowing, signing"
    case .delivery: "gets it"
    case .use: "uses it"
    case .support: "something is wrong, or goes back"
    case .advocacy: "tells others, or returns"
    }
  }
}

extension MomentKind {
  public var meaning: String? {
    switch self {
    case .zero: "before the first contact, when others are asked"
    case .first: "at the first sight of what is offered"
    case .second: "when it is used"
    case .third: "when the customer speaks of it"
    case .ultimate: "when that becomes somebody else's moment zero"
    }
  }
}

extension Metric {
  public var meaning: String? {
    switch self {
    case .nps, .csat, .ces, .clv: title
    case .retention, .churn, .referral, .firstResponse, .resolution, .conversion, .abandonment: nil
    }
  }

  /// What people call it.
  public var title: String {
    switch self {
    case .nps: "net promoter score"
    case .csat: "customer satisfaction score"
    case .ces: "customer effort score"
    case .retention: "retention rate"
    case .churn: "churn rate"
    case .referral: "referral rate"
    case .clv: "customer lifetime value"
    case .firstResponse: "first-response time"
    case .resolution: "resolution rate"
    case .conversion: "conversion rate"
    case .abandonment: "abandonment rate"
    }
  }
}

extension EngagementStrategy {
  public var meaning: String? {
    switch self {
    case .manageClosely: "much power, much interest"
    case .keepSatisfied: "much power, little interest"
    case .keepInformed: "little power, much interest"
    case .monitor: "little of both"
    }
  }
}
