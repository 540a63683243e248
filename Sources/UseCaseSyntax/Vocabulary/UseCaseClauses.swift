extension Clauses {
  public static let actors = Clause(
    names: "actor", .actor, "actors", "The primary actors: whose goal it is.",
    example: "actor Customer")
  public static let supporting = Clause(
    names: "supporting", .actor, "actors", "The secondary actors: who helps to reach the goal.",
    example: "supporting PaymentProvider")
  public static let system = Clause(
    name: "system", KindSet(.system), "system",
    "The system it belongs to, where it stands outside of one.", example: "system Shop")
  public static let level = Clause<GoalLevel>(
    choice: "level", "level", "The goal level (Cockburn); user-goal unless said otherwise.",
    example: "level subfunction")
  public static let priority = Clause<Priority>(
    choice: "priority", "priority", "The MoSCoW priority (DSDM).", example: "priority must")
  public static let effort = Clause(
    number: "effort", "effort", "The estimated effort, in the model's unit.", example: "effort 8")
  public static let value = Clause(
    number: "value", "value", "The estimated business value, on a scale of one's own.",
    example: "value 5")
  public static let status = Clause<Status>(
    choice: "status", "status", "How far it has come; proposed unless said otherwise.",
    example: "status approved")
  public static let trigger = Clause(
    text: "trigger", "event", "What starts it.",
    example: #"trigger "The payment is authorised""#)
  public static let precondition = Clause(
    text: "precondition", "condition", "What must be true before it starts.", .repeated,
    example: #"precondition "The basket holds at least one item""#)
  public static let successGuarantee = Clause(
    text: "success guarantee", "guarantee", "What is true after it has succeeded.", .repeated,
    example: #"success guarantee "An order exists""#)
  public static let minimalGuarantee = Clause(
    text: "minimal guarantee", "guarantee", "What is true however it ends.", .repeated,
    example: #"minimal guarantee "The basket is kept""#)
  public static let requirement = Clause(
    text: "requirement", "requirement", "A non-functional requirement.", .repeated,
    example: #"requirement "Answered within 400 ms""#)
  public static let include = Clause(
    names: "include", .useCase, "use cases",
    "The use cases it performs; where there is a flow, a step says it instead.",
    example: "include PayOrder")
  public static let extend = Clause<ReferenceSyntax>(
    "extend", [Argument(.name(.useCase), "base")],
    tails: [
      Tail("at", .name(KindSet(.extensionPoint))), Tail("when", .text),
    ], "The use case it extends, at which point, and under which condition.", .repeated,
    example: #"extend PayOrder at Totals when "the customer holds a code""#,
    read: { $0.reference })
  public static let extensionPoint = Clause<ReferenceSyntax>(
    "extension point", [Argument(.newName(.extensionPoint), "point")],
    tails: [Tail("after", .step)],
    "A named point at which other use cases may extend this one.", .repeated,
    example: "extension point Totals after 1", read: { $0.reference })
  public static let verifiedBy = Clause(
    text: "verified by", "path",
    "A test that verifies it: a path relative to this file, inside the model's folder.", .repeated,
    example: #"verified by "tests/checkout.feature""#)

  static let useCase: [ClauseInfo] = [
    actors.info, supporting.info, system.info, extend.info, goal.info, level.info, supports.info,
    trigger.info, priority.info, effort.info, value.info, status.info, responsible.info,
    consulted.info, informed.info, isAbstract.info, precondition.info, successGuarantee.info,
    minimalGuarantee.info, requirement.info, include.info, verifiedBy.info, extensionPoint.info,
  ]
}
