/// The English words that rules know. Whoever adds one adds its base form: endings are known by
/// rule.
enum Lexicon {
  /// Made at the first use.
  static let table: WordTable = {
    var table = WordTable(capacity: 4096)
    table.add(.verb, to: Verbs.only)
    table.add([.verb, .noun], to: Verbs.alsoNouns)
    table.add([.verb, .noun, .thing], to: Verbs.firstOfAllNouns)
    table.add([.participle, .closed], to: Verbs.irregularParticiples)
    table.add([.participle, .stative], to: Verbs.states)
    table.add([.noun, .vagueDeed, .deed], to: Nouns.vagueDeeds)
    table.add([.noun, .deed], to: Nouns.deeds)
    table.add(.noun, to: Nouns.others)
    table.add(.otherWord, to: Nouns.adjectives)
    addGrammar(&table)
    addInterface(&table)
    table.add([.verb, .vagueVerb], to: VagueWords.verbs)
    table.add([.verb, .vagueVerbOfRecords], to: VagueWords.verbsOfRecords)
    table.add([.verb, .vagueVerbOfDeeds], to: VagueWords.verbsOfDeeds)
    table.add(.record, to: VagueWords.records)
    for group in VagueWords.groups {
      table.add(.vague, to: group.words)
      table.add(
        .vague, toPhrases: group.phrases, openedBy: .opensVague, closedBy: .closesVague)
    }
    table.add(.filler, to: VagueWords.fillers)
    return table
  }()

  private static func addGrammar(_ table: inout WordTable) {
    table.add([.adverb, .closed], to: GrammarWords.adverbs)
    table.add([.modal, .closed], to: GrammarWords.modals)
    table.add([.toBe, .closed], to: GrammarWords.formsOfBe)
    table.add([.toHave, .closed], to: GrammarWords.formsOfHave)
    table.add([.otherWord, .closed], to: GrammarWords.formsOfDo)
    table.add(.halfModal, to: GrammarWords.halfModals)
    table.add([.determiner, .otherWord, .closed], to: GrammarWords.determiners)
    table.add([.pronoun, .otherWord, .closed], to: GrammarWords.pronouns)
    table.add([.preposition, .closed], to: GrammarWords.prepositions)
    table.add([.coordinator, .closed], to: GrammarWords.coordinators)
    table.add([.subordinator, .otherWord, .closed], to: GrammarWords.subordinators)
  }

  private static func addInterface(_ table: inout WordTable) {
    table.add([.noun, .interface], to: InterfaceWords.nouns)
    table.add([.noun, .interfaceThing], to: InterfaceWords.things)
    table.add(.showing, to: InterfaceWords.showing)
    table.add([.verb, .interface], to: InterfaceWords.verbs)
    table.add(
      .interface, toPhrases: InterfaceWords.phrases, openedBy: .opensInterface,
      closedBy: .closesInterface)
    table.add([.noun, .interfacePart], to: InterfaceWords.parts)
    table.add([.verb, .interfaceVerb], to: InterfaceWords.verbsOfParts)
    table.add(.tablePart, to: InterfaceWords.tableParts)
    for compound in InterfaceWords.compounds {
      let modifiers = compound.modifiers.lines.joined()
      for part in compound.parts.lines.joined() {
        table.add([.noun, .compoundPart], to: part)
        for modifier in modifiers {
          table.add(.interface, toPhrase: [modifier, part], openedBy: .opensCompound)
        }
      }
    }
  }
}
