/// Verbs in their base form.
enum Verbs {
  /// Their third person is no plural: "confirms".
  static let only: StaticString = """
    put let burst hurt come overcome want abandon abort absorb accept access accompany achieve acknowledge acquire act activate adapt
    add adjust administer admit adopt advertise advise afford aggregate agree allocate allow alter
    amend analyse analyze annotate announce anonymise anonymize anticipate apologise apologize
    appear append apply appoint approve argue arrange arrive ask assemble assert assess assign
    assist assume assure attach attend authenticate authorise authorize automate avoid await
    backdate become beg begin behave believe belong bind blacklist borrow bother bring broadcast
    browse build buy calculate calibrate cancel carry categorise categorize celebrate certify
    choose circulate cite clarify classify clean clear close co-sign collate collect combine come
    commandeer commence communicate compare compensate compete compile complain complete comply
    compose compress compute conceal conclude condense confer confirm connect conquer consider
    consist consult consume contain continue contribute convert convey convince cooperate
    coordinate correct correspond cosign create crosscheck customise customize deactivate decide
    decipher declare declutter decode decolor decommission decorate decrypt dedicate deduce deduct
    deem defer define delete deliberate deliver demonstrate deny depart depend deploy deprecate
    deregister derive descend describe deserve detach detect deter determine develop deviate
    diagnose dictate differ digitise digitize dilute disable disagree disappear disapprove
    disburse discard disclose disconnect discover discuss dismiss dispense dispose disqualify
    distinguish distribute divide donate e-sign earn eat educate elect elicit eliminate email
    embed embrace emit employ empower empty enable enclose encourage encrypt endorse endure
    enforce engage engender enhance enjoy enlarge enquire enrich enrol enroll ensure enter entitle
    entrust enumerate equip erase escalate escape establish evaluate evict examine exceed exclude
    execute exempt exist expand expect expire explain explore express extend extinguish extort
    fabricate facilitate fail falter familiarise fasten feel fetch fill finalise finalize find
    flatten follow forbid forego foresee forget forgive formulate forward freeze fulfil fulfill
    furnish garnish gather generate get give go govern greet grind grow hamper handcraft hang
    happen harvest hear heighten hide hinder hire homeschool honor identify ignite ignore
    illustrate implement imply impose improve incorporate incur indicate infer inflate inform
    inhabit inherit inhibit initialise initialize initiate inject inquire inspect inspire install
    instruct insure integrate intend interact intercept interfere interpret interrogate interrupt
    intervene introduce invalidate invent investigate invite invoke involve irradiate irrigate
    isolate itemise itemize join justify keep kneel know labor launder lay lend lessen let liaise
    liberate linger listen live localise locate loiter loosen lose lower maintain make meander
    meet merge microchip migrate minimise minimize mitigate mix modify moisten motivate mount
    multiply narrow negotiate nominate normalise normalize notify nurture obey oblige obtain
    occupy offboard offload omit onboard open operate oppose opt optimise optimize organise
    organize outbid outsource overbook overrule oversee overwrite own pamper paraphrase parse
    participate pasteurise pay perceive perforate perform permeate persuade peruse pester pick
    pilfer pinpoint plead ponder possess postpone pour practise praise pray pre-book pre-order
    preannounce prebook precede precheck preclude predict prefer preorder prepare prescribe
    preserve presume prevent proceed procrastinate procure proffer prohibit prolong pronounce
    propagate propose prorate prosecute prosper protect prove provide provoke pseudonymise publish
    pulverise purge pursue push qualify quantify quarantine rationalise re-order re-send re-submit
    reach reactivate read reaffirm realise realize reap rearrange reassess reassign reattach
    rebook rebuild rebut recalculate receive recharge recite recognise recognize recommence
    recommend reconcile reconfigure reconsider reconstruct recover recruit rectify recycle redact
    redeem redefine redeploy redesign redirect redistribute reduce refer refine refrain refresh
    refurbish refute regenerate regret regulate reimburse reinforce reinstall reinstate reject
    rejoin relate relax relieve relinquish relocate rely remain remediate remember remind remit
    remove rename render renegotiate renew renovate reopen reorder reorganise repay replace
    replenish represent reproduce require reroute reschedule rescind resell resend resign resist
    resit resolve respond restart restock restore restrict resubmit resume resurrect resurvey
    retain retake retire retrieve retrofit retry reuse reveal reverse revise revisit revive revoke
    rewind rewrite rinse roam rotate sanitise satisfy save say scatter scrutinise secure see seek
    segregate select sell send separate serve settle sever sew sharpen shorten show shut sieve
    sift sign simmer simulate sit skip sleep snooze soften solicit solve sow spay speak specify
    spend squander stagger steal sterilise sterilize stipulate stow strengthen strive stutter
    subdivide submit subpoena subscribe subsidise subtract succeed suffer suggest summarise
    summarize summon supervise suppress surpass surrender suspend sync synchronise synchronize
    synthesise tabulate take tamper teach tell terminate tether thank think throw tighten tinker
    touch-up transact transcribe transform translate transmit transpose triage unblock uncover
    underline undermine understand undertake underwrite undo unfold unify uninstall unite unlink
    unload unlock unpack unregister unroll unsubmit unsubscribe untie unveil unwrap uphold upsell
    utilise utilize utter vaccinate validate vary veer verbalise verify visualise visualize vouch
    waive wake wander warn wash wean weigh welcome whitelist widen wind winnow withdraw wither
    withhold withstand wrap write
    """

  /// Their third person may be a plural, too: "reports".
  static let alsoNouns: StaticString = """
    advance aim alarm alert allot ally anchor answer appeal approach archive arm array associate
    attack attempt auction audit author average backup balance ban bar bargain barter base bat
    battle bear beat benefit bet bid bill bite blend block bloom blow board boil bolster bond
    boost border bottle box brake branch break breathe brew bridge brief broker brush budget
    buffer bump burn burst butter call camp capture care cast catch cater cause caution cement
    censor centre chain challenge change charge chart charter chase chat chatter cheat check cheer
    chill chip cipher circle claim clash clip clone cluster coach coat collapse colour comb
    comfort command comment commission commit compliment compromise concern conduct configure
    conflict consent construct contact contest contrast control cook cool copy cost cough count
    counter couple cover crack craft crash credit crop cross cross-check crush cry cure curve cut
    cycle dance date dawn deal debate debit debug decline decrease default defeat delay delegate
    demand deposit desire detail detour dial diet dig digest dine discharge discount dish dislike
    dispatch display dispute divert dock doctor doubt download draft drag draw dream dress drift
    drill drink drive drop drum dry dump dust e-mail earmark echo edit encounter end escort
    estimate exchange excuse exercise exhibit exit experience experiment exploit export extract
    eye face factor fade fan fast father favour fear feed fight figure film filter finance fine
    finish fire fish fit fix flag flash flavour float flood flow fly focus fold force forecast
    foster frame fuel function fund gain gamble gauge glance glitter glue grade grant graph grasp
    grip ground group guarantee guard guess guide hail halt hammer hand handle handshake harbour
    harm harness hash haul head heal heap heat help hint hit hold honour hope host hunger hunt
    hurry impact implant import impress imprint increase increment index influence input insert
    interest interview issue joke judge jump kick kill kiss kit knock labour lack lament land
    laser last laugh launch layer lead leak lean leap learn lease leave lecture level lever
    license lift light like limit line link list litter load lock lodge log look loop love lumber
    mail man mandate maneuver manoeuvre map march mark mask master match matter mean measure mend
    mention mentor message meter mind mine minister mirror miss model moderate monitor mortgage
    mother motion motor move muster name need nest notch note notice number nurse object offer
    offset outline output overhaul override pace pack paint pair park part pass paste patch pause
    peck peel peer pepper permit phone photograph pile pilot pin pipe place plan plant plaster
    play pledge plot plug pocket point poll pool pop position post powder power prepay present
    press print prioritise prioritize probe process produce profit progress promise promote prompt
    proof protest pull pump punch purchase purse quarter query question queue quit quote race rain
    raise ramp range rank rate rattle rebate recall record reference refill refund refuse register
    relay release rent repair repeat reply report reprint request rescue research reserve reset
    respect rest retail review reward ride ring rise risk rock roll root roster round row rule run
    rush sack sail sample scale scan scare schedule score scrap scratch screen script seal search
    seat segment sequence set shade shake shape share shelter shelve shield shift ship shock shoot
    shop shortlist shout shower shred signal silence sink sketch slander slaughter slice slide
    slip smell smile smoke snap sort sound spark spell spin split sponsor spot spray spread stack
    stage stake stamp stand staple star start state stay steer step stick stitch stop storm strike
    string strip structure study stuff style supply support surprise survey swap sweep swim swing
    switch table tackle tag tailor tally tap target taste taxi team tear tease telephone temper
    tender test thread threaten tick tie time tip title toast top total touch tour tow trace track
    trade train transfer transport trap travel treat trial trigger trim trust try tune turn tutor
    twist type update upgrade upload use usher value vector vent verge view visit voice volunteer
    vote wager wait walk warm watch water wave weather weave weld wheel whisper win wire wish
    witness wonder work worry wound wreck x-ray yield zip zone
    """

  /// A title that begins with one may mean the thing: "Order history".
  static let firstOfAllNouns: StaticString = """
    address book code contract document file form invoice label loan market order price project
    return route service stock store ticket
    """

  static let irregularParticiples: StaticString = """
    beaten become been begun bent bet bidden bitten blown born borne bought bound bred broadcast
    broken brought built burnt burst caught chosen cut dealt done drawn driven eaten fallen fed
    felt flown forbidden forecast foreseen forgiven forgotten fought found frozen given ground
    grown heard held hidden hurt kept known laid led left lent lost made meant met mown outdone
    overridden overseen paid proven put quit read rebuilt resent reset rewritten ridden risen run
    said seen sent set sewn shaken shown shut slain sold sought sown spent split spoken spread
    stolen struck stuck sung sunk swept sworn taken taught thought thrown told torn understood
    undertaken undone withdrawn withheld won worn woven written
    """

  /// They say how somebody is.
  static let states: StaticString = """
    afraid ashamed based bored concerned convinced delighted disappointed done engaged excited
    experienced finished gone interested located lost married pleased prepared qualified retired
    satisfied situated surprised tired used worried
    """
}
