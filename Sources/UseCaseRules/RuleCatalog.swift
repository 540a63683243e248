import UseCaseSyntax

/// Every rule, in the order of the documentation.
public enum RuleCatalog {
  public static let all: [AnyRule] = [
    // References and values
    AnyRule(UnknownReference()),
    AnyRule(WrongKindReference()),
    AnyRule(DuplicateDeclaration()),
    AnyRule(DuplicateClause()),
    AnyRule(MissingClause()),
    AnyRule(InvalidValue()),
    AnyRule(ValueOutOfRange()),
    AnyRule(UnusableImage()),
    AnyRule(UnusedDeclaration()),
    AnyRule(StepUnknownSubject()),
    AnyRule(UnsafeCharacter()),
    AnyRule(UnusedAllow()),
    // UML structure
    AnyRule(EmptyName()),
    AnyRule(IncludeCycle()),
    AnyRule(ExtendCycle()),
    AnyRule(GeneralizationCycle()),
    AnyRule(ExtensionPointNotOwned()),
    AnyRule(ExtendWithoutCondition()),
    AnyRule(ActorWithoutUseCase()),
    AnyRule(UseCaseWithoutActor()),
    AnyRule(IncludeDepth()),
    AnyRule(IncludeSingleUse()),
    AnyRule(IncludeSaidTwice()),
    AnyRule(IncludeAndExtendSame()),
    AnyRule(AbstractWithoutChild()),
    // Text of use cases
    AnyRule(UseCaseNameNotVerb()),
    AnyRule(UseCaseNameVague()),
    AnyRule(StepUIDetail()),
    AnyRule(StepPassiveOrModal()),
    AnyRule(StepVagueWord()),
    AnyRule(StepMultipleActions()),
    AnyRule(TermSynonym()),
    // Flow
    AnyRule(MissingFlow()),
    AnyRule(TooManySteps()),
    AnyRule(TooFewSteps()),
    AnyRule(StepNumbering()),
    AnyRule(BranchAnchorMissing()),
    AnyRule(BranchWithoutCondition()),
    AnyRule(BranchDeadEnd()),
    AnyRule(ExceptionSucceeds()),
    AnyRule(AlternativeFails()),
    AnyRule(UnreachableStep()),
    AnyRule(MustWithoutFailurePath()),
    AnyRule(OneSidedFlow()),
    AnyRule(MissingGuarantee()),
    // Journey coverage
    AnyRule(TouchpointWithoutUseCase()),
    AnyRule(UseCaseOffJourney()),
    AnyRule(TouchpointIncomplete()),
    AnyRule(EmptyStage()),
    AnyRule(StageWithoutExperience()),
    AnyRule(StageWithoutKPI()),
    AnyRule(PainWithoutRemedy()),
    AnyRule(NeedUnserved()),
    AnyRule(JourneyWithoutPersona()),
    AnyRule(NoPostPurchaseStage()),
    AnyRule(NoAdvocacyStage()),
    AnyRule(NoFeedbackCapture()),
    AnyRule(SingleChannelSupport()),
    AnyRule(NoSelfService()),
    AnyRule(RealizationGap()),
    AnyRule(TouchpointWithoutOwner()),
    // Journey graph and event logs
    AnyRule(JourneyWithoutStart()),
    AnyRule(JourneyWithoutEnd()),
    AnyRule(UnreachableTouchpoint()),
    AnyRule(DeadEndTouchpoint()),
    AnyRule(ProbabilitySum()),
    AnyRule(HandoffWithoutContext()),
    AnyRule(DropoffUnhandled()),
    // Stakeholders, moments, measures
    AnyRule(StrategyMismatch()),
    AnyRule(KeyPlayerUnengaged()),
    AnyRule(StakeholderUnplaced()),
    AnyRule(StakeholderClassMissing()),
    AnyRule(ResponsibleMissing()),
    AnyRule(MomentWithoutProactive()),
    AnyRule(MomentWithoutRecovery()),
    AnyRule(RecoveryWithoutDeadline()),
    AnyRule(MomentLowPriority()),
    AnyRule(JourneyWithoutMoment()),
    AnyRule(KPIOutOfRange()),
    AnyRule(KPIUnitMismatch()),
    AnyRule(KPIWithoutTarget()),
    AnyRule(KPIWithoutBenchmark()),
    AnyRule(BenchmarkUnsourced()),
    AnyRule(BenchmarkStale()),
    AnyRule(TargetWorseThanCurrent()),
    AnyRule(KPITargetMissed()),
    AnyRule(ObjectiveWithoutKPI()),
    // Delivery, risk, upkeep
    AnyRule(MustEffortOver60()),
    AnyRule(CouldEffortUnder20()),
    AnyRule(UnprioritizedUseCase()),
    AnyRule(MustDependsOnLower()),
    AnyRule(WontScheduled()),
    AnyRule(MustUnscheduled()),
    AnyRule(TimeboxOvercommitted()),
    AnyRule(TimeboxLength()),
    AnyRule(TimeboxOrder()),
    AnyRule(RoleVacant()),
    AnyRule(RiskWithoutMitigation()),
    AnyRule(ResidualExceedsInherent()),
    AnyRule(UnverifiedUseCase()),
    AnyRule(ReviewOverdue()),
    AnyRule(ReviewMissing()),
  ]

  /// The rules that are asked where settings do not say.
  public static var standard: [AnyRule] { all.filter(\.info.isOn) }

  /// The rules whose findings make a model unfit to be drawn.
  public static var errors: [AnyRule] { all.filter { $0.info.severity == .error } }

  public static func rule(named name: String) -> AnyRule? {
    all.first { $0.info.name == name }
  }
}
