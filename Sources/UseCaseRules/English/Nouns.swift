/// Words with which no title begins that says what is done.
enum Nouns {
  /// What is done with the thing that is named before.
  static let deeds: StaticString = """
    tracking creation generation cancellation registration fulfilment fulfillment placement picking
    monitoring counting confirmation delivery renewal retrieval removal approval authentication
    authorisation authorization identification verification validation notification administration
    export import upload download search reset control payment scheduling planning booking
    reservation return exchange entry maintenance lookup look-up update change history policy
    overview creation deletion selection configuration calculation conversion submission inspection
    preparation production distribution collection allocation assignment transfer stocktaking bookkeeping housekeeping
    """

  /// They hide what is done.
  static let vagueDeeds: StaticString = "management processing handling"

  static let others: StaticString = """
    account actor admin agent agreement analysis app application appointment article asset
    attribute availability baggage bank basket batch benefit brand business calendar campaign
    candidate car cart case category certificate channel checkin check-in checkout check-out child
    client community company competitor component contractor currency customer dashboard data
    database day deadline debt department device diagram dictionary doctor driver employee entity
    equipment error event expense facility family feature fee feedback flight friend gift goods
    guideline holiday home hotel identity image incident information ingredient insurance inventory
    invoicing item job journey kiosk language ledger letter library licence location login log-in
    logout log-out luggage lunch machine manager manual material meal medication medicine member
    membership menu money month newsletter notification office opening option organisation
    organization owner package parcel parent partner party passenger passport password patient
    pattern payment payroll people period permission person photo picture policy portal premium
    problem product profile program programme property proposal provider quality quantity quota
    receipt recipe reservation result revenue role salary sale sales season security session shift
    shopping signup sign-up size skill software staff stakeholder status story student subject
    subscription supplier system task tax team template tenant timesheet token tool topic traffic
    transaction trip user vacancy vehicle vendor video visa visitor voucher wage warehouse warranty
    website week worker workflow year assembly anomaly ticketing e-commerce
    """

  static let adjectives: StaticString = """
    new old monthly weekly daily yearly annual quarterly online offline automatic manual digital
    electronic internal external successful failed additional general personal public private early
    late final initial basic advanced self-service
    """

  /// Endings of nouns; a word of the lexicon that is a verb is told apart before.
  static let endings = [
    "tion", "sion", "ment", "ance", "ence", "ness", "ity", "wal", "val", "sis", "ship", "ist",
    "ian", "ee", "ology", "hood", "dom", "er", "or",
  ]
}
