;;; usecase-words.el --- Words of the .usecase language -*- lexical-binding: t -*-

;;; Commentary:

;; Generated from the compiler's vocabulary by `GOLDEN=accept swift test'; do not edit.

;;; Code:

(defconst usecase-words-declarations
  '("model" "package" "system" "actor" "segment" "persona" "objective" "usecase" "channel"
    "journey" "stage" "touchpoint" "moment" "stakeholder" "role" "kpi" "risk" "increment"
    "timebox" "term" "log" "view")
  "Words that declare.")

(defconst usecase-words-ambiguous
  '("system" "actor" "segment" "persona" "channel" "journey" "kpi")
  "Declarations that are a clause elsewhere.")

(defconst usecase-words-clauses
  '("version" "language" "effort in" "id" "owner" "tag" "reviewed" "note" "link" "kind"
    "abstract" "image" "plays" "segment" "quote" "goal" "needs" "expects" "frustration"
    "behavior" "cares about" "evidence" "measured by" "supports" "actor" "supporting" "system"
    "extend" "level" "trigger" "priority" "effort" "value" "status" "responsible" "consulted"
    "informed" "precondition" "success guarantee" "minimal guarantee" "requirement" "include"
    "verified by" "extension point" "persona" "state" "improves" "kpi" "channel" "external"
    "initiated by" "action" "response" "outcome" "thinks" "feels" "pain" "opportunity"
    "realized by" "backstage" "physical evidence" "collects feedback" "self-service" "polarity"
    "impact" "proactive" "reactive" "represents" "power" "interest" "legitimate" "urgent"
    "attitude" "strategy" "engage" "influences" "dsdm" "held by" "metric" "better" "scale"
    "formula" "baseline" "current" "target" "benchmark" "data" "probability" "threatens"
    "mitigation" "residual" "from" "to" "capacity" "delivers" "synonym" "journey" "column"
    "activity" "show" "of" "only" "without" "color by" "direction")
  "Words that begin a clause.")

(defconst usecase-words-naming
  '("extension point")
  "Clauses that declare a name.")

(defconst usecase-words-filtering
  '("only" "without")
  "Clauses that select by an attribute.")

(defconst usecase-words-filters
  '("priority" "status" "tag" "actor" "timebox" "owner")
  "What these select by.")

(defconst usecase-words-tails
  '("every" "by" "answered by" "on" "at" "when" "after" "within" "n" "source" "carries")
  "Words behind the arguments of a clause.")

(defconst usecase-words-step-tails
  '("after")
  "Tails that take the number of a step.")

(defconst usecase-words-flow-blocks
  '("flow" "alternative" "exception")
  "Words that open a block of steps.")

(defconst usecase-words-closings
  '("resume" "end")
  "Words that close a branch.")

(defconst usecase-words-outcomes
  '("success" "failure")
  "How a branch ends.")

(defconst usecase-words-points
  '("start" "completed" "abandoned")
  "Ends of a journey, which need no declaration.")

(defconst usecase-words-choices
  '(("effort in" . ("days" "hours" "points"))
    ("kind" . ("software" "business" "device" "service" "person" "organization" "system" "time" "digital"
    "voice" "print" "physical" "awareness" "consideration" "purchase" "delivery" "use"
    "support" "advocacy" "zero" "first" "second" "third" "ultimate" "internal" "external"
    "indirect"))
    ("level" . ("summary" "user-goal" "subfunction"))
    ("priority" . ("must" "should" "could" "wont"))
    ("status" . ("draft" "proposed" "approved" "implemented" "retired"))
    ("state" . ("as-is" "to-be"))
    ("initiated by" . ("customer" "company"))
    ("feels" . ("delighted" "satisfied" "neutral" "frustrated" "angry"))
    ("polarity" . ("positive" "negative"))
    ("attitude" . ("champion" "supporter" "neutral" "critic" "opponent"))
    ("strategy" . ("manage-closely" "keep-satisfied" "keep-informed" "monitor"))
    ("dsdm" . ("business-sponsor" "business-visionary" "project-manager" "technical-coordinator"
    "business-analyst" "team-leader" "business-ambassador" "solution-developer"
    "solution-tester" "business-advisor" "technical-advisor" "workshop-facilitator"
    "dsdm-coach"))
    ("metric" . ("nps" "csat" "ces" "retention" "churn" "referral" "clv" "first-response" "resolution"
    "conversion" "abandonment"))
    ("better" . ("higher" "lower"))
    ("benchmark" . ("industry" "competitor" "best-practice" "internal"))
    ("column" . ("case" "activity" "time"))
    ("show" . ("use-cases" "include-extend" "flow" "sequence" "scenarios" "journey-map" "journey"
    "emotion" "moments" "stakeholders" "influence" "responsibilities" "kpis" "objectives"
    "plan" "risks" "coverage" "trace" "deviation" "funnel"))
    ("color by" . ("priority" "status" "owner" "timebox"))
    ("direction" . ("right" "down")))
  "By clause: the words that it chooses from.")

(defconst usecase-words-choices-behind-name
  '(("influences" . ("weak" "strong")))
  "By clause: the words that may stand behind a name.")

(defconst usecase-words-filter-choices
  '(("priority" . ("must" "should" "could" "wont"))
    ("status" . ("draft" "proposed" "approved" "implemented" "retired")))
  "By attribute: its values.")

(provide 'usecase-words)
;;; usecase-words.el ends here
