/// What a word can be. Most words are several things; only their neighbours decide.
struct WordKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: Verbs and nouns

  /// The base form of a verb: "choose".
  static let verb = WordKinds(bit: 0)
  /// "chooses".
  static let thirdPerson = WordKinds(bit: 1)
  /// "chosen", and the past of regular verbs: "confirmed".
  static let participle = WordKinds(bit: 2)
  /// "choosing".
  static let gerund = WordKinds(bit: 3)
  static let noun = WordKinds(bit: 4)
  /// A noun first of all, although it is a verb, too: "order", "book".
  static let thing = WordKinds(bit: 5)
  /// A noun that says what is done with the noun before it: "tracking", "creation".
  static let deed = WordKinds(bit: 6)
  /// Never a verb, and no noun either: "monthly", "how".
  static let otherWord = WordKinds(bit: 7)
  /// A participle that says how somebody is, not what is done: "interested".
  static let stative = WordKinds(bit: 8)

  // MARK: Words that hold a sentence together

  static let adverb = WordKinds(bit: 9)
  static let modal = WordKinds(bit: 10)
  static let toBe = WordKinds(bit: 11)
  static let toHave = WordKinds(bit: 12)
  /// "the", "each", "three", "its".
  static let determiner = WordKinds(bit: 13)
  /// "it", "them".
  static let pronoun = WordKinds(bit: 14)
  static let preposition = WordKinds(bit: 15)
  /// "and", "or", "then".
  static let coordinator = WordKinds(bit: 16)
  /// Opens a clause of its own: "that", "which", "whether".
  static let subordinator = WordKinds(bit: 17)

  // MARK: What rules look for

  /// Part of an interface or of the technology behind it, wherever it stands: "dropdown".
  static let interface = WordKinds(bit: 18)
  /// Part of an interface, and a thing elsewhere: "button", "screen".
  static let interfaceThing = WordKinds(bit: 32)
  /// Done with interfaces, and with much else: "show", "select".
  static let showing = WordKinds(bit: 33)
  /// Part of an interface beside a verb of interfaces: "page".
  static let interfacePart = WordKinds(bit: 19)
  /// Done with parts of an interface: "refresh".
  static let interfaceVerb = WordKinds(bit: 20)
  /// Two of them in a step make a table of data: "row", "column", "table".
  static let tablePart = WordKinds(bit: 21)
  static let vague = WordKinds(bit: 22)
  /// Vague, and can be left out in front of a verb: "simply".
  static let filler = WordKinds(bit: 23)
  /// A verb that hides what is done: "manage".
  static let vagueVerb = WordKinds(bit: 24)
  /// Hides what is done to records: "maintain".
  static let vagueVerbOfRecords = WordKinds(bit: 29)
  static let record = WordKinds(bit: 30)
  /// Hides what is done where a noun says it: "perform".
  static let vagueVerbOfDeeds = WordKinds(bit: 31)
  /// A noun that hides what is done: "management".
  static let vagueDeed = WordKinds(bit: 25)
  /// The first words of a phrase, in tables that know but one sort of phrases.
  static let opensPhrase = WordKinds(bit: 26)
  /// The first words of a phrase that speaks of an interface.
  static let opensInterface = WordKinds(bit: 34)
  /// Together with a word before it part of an interface: "text field".
  static let compoundPart = WordKinds(bit: 39)
  /// The first word of such a compound.
  static let opensCompound = WordKinds(bit: 40)
  /// The first words of a vague phrase.
  static let opensVague = WordKinds(bit: 35)
  /// The last words of phrases.
  static let closesInterface = WordKinds(bit: 41)
  static let closesVague = WordKinds(bit: 42)
  /// Before "to" or a participle it is no main verb: "needs to", "gets paid".
  static let halfModal = WordKinds(bit: 36)
  /// A link to an element.
  static let link = WordKinds(bit: 27)
  /// A word of grammar, which has no endings.
  static let closed = WordKinds(bit: 28)

  // MARK: How it is written

  static let capital = WordKinds(bit: 37)
  static let endsInS = WordKinds(bit: 38)

  /// What "buttons" has of "button".
  static let inherited: WordKinds = [
    .noun, .interface, .interfaceThing, .interfacePart, .tablePart, .compoundPart, .deed,
  ]
}
