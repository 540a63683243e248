/// A passive or a modal verb in a main clause.
struct PassiveOrModal {
  enum Form { case passive, modal }

  let form: Form
  /// "is shipped", "must", "has to".
  let words: Range<Int>
}

extension Predicate {
  /// The first passive or modal verb of a main clause; `isJoined` says whether there may be several.
  func passiveOrModal(isJoined: Bool) -> PassiveOrModal? {
    guard let verb else { return nil }
    if let found = passiveOrModal(at: verb) { return found }
    guard isJoined else { return nil }
    var found: PassiveOrModal?
    forEachJoint(from: verb + 1) { joint in
      guard joint.isCoordinated || joint.isNewSentence else { return true }
      found = passiveOrModal(at: joint.place) ?? passiveOrModal(behindNounAt: joint.place)
      return found == nil
    }
    return found
  }

  /// "the order is shipped", "the customer must choose".
  private func passiveOrModal(behindNounAt place: Int) -> PassiveOrModal? {
    guard words[place].isAny(of: [.determiner, .link]) || words[place].isCapitalized else {
      return nil
    }
    let notInNoun: WordKinds = [
      .determiner, .pronoun, .preposition, .subordinator, .coordinator, .toBe, .toHave, .modal,
    ]
    var next = place + 1
    while next < words.endIndex, next <= place + 2, words[next].kinds.isDisjoint(with: notInNoun) {
      next += 1
    }
    guard next < words.endIndex, words[next].isAny(of: [.toBe, .toHave, .modal]) else { return nil }
    return passiveOrModal(at: next)
  }

  private func passiveOrModal(at place: Int) -> PassiveOrModal? {
    let word = words[place]
    let next = words.skippingAdverbs(from: place + 1)
    guard next < words.endIndex else { return nil }
    if word.kinds.contains(.modal) {
      // "the can of paint", "the will of the customer"
      return words[next].kinds.contains(.preposition) && words[next].hash != .to
        ? nil : PassiveOrModal(form: .modal, words: place..<place + 1)
    }
    if word.kinds.contains(.toHave) {
      if words[next].hash == .to { return PassiveOrModal(form: .modal, words: place..<next + 1) }
      return words[next].hash == .been ? passive(from: place, behind: next) : nil
    }
    if word.kinds.contains(.toBe) { return passive(from: place, behind: place) }
    guard word.kinds.contains(.halfModal) else { return nil }
    if words[next].hash == .to { return PassiveOrModal(form: .modal, words: place..<next + 1) }
    guard words[next].kinds.contains(.participle),
      words[next].kinds.isDisjoint(with: .stative),
      next + 1 == words.endIndex || words[next + 1].isAny(of: [.preposition, .adverb])
    else { return nil }
    return PassiveOrModal(form: .passive, words: place..<next + 1)
  }

  /// What follows a form of "to be".
  private func passive(from start: Int, behind toBe: Int) -> PassiveOrModal? {
    var next = words.skippingAdverbs(from: toBe + 1)
    if next < words.endIndex, words[next].hash == .being || words[next].hash == .been {
      next = words.skippingAdverbs(from: next + 1)
    }
    guard next < words.endIndex else { return nil }
    if words[next].hash == .to { return PassiveOrModal(form: .modal, words: start..<next + 1) }
    let isBeforeTo = next + 1 < words.endIndex && words[next + 1].hash == .to
    if isBeforeTo, Predicate.permissions.contains(words[next].hash) {
      return PassiveOrModal(form: .modal, words: start..<next + 2)
    }
    guard words[next].kinds.contains(.participle), !words[next].kinds.contains(.stative) else {
      return nil
    }
    return PassiveOrModal(form: .passive, words: start..<next + 1)
  }

  private static let permissions = [
    "able", "unable", "allowed", "required", "permitted", "obliged", "supposed",
  ].map { WordHash($0) }
}
