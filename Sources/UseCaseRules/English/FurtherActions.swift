extension Predicate {
  /// The verbs of further actions in the main clause, and of further main clauses; what might be a
  /// noun is none.
  var furtherActions: [Int] {
    guard let verb, let form = form(of: verb) else { return [] }
    let first =
      words[verb].kinds.contains(.modal) ? words.skippingAdverbs(from: verb + 1) : verb
    guard first < words.endIndex else { return [] }
    var found: [Int] = []
    var read = first + 1
    forEachJoint(from: first + 1) { joint in
      // A further verb on the way belongs to a clause that no word opens: "the book the customer
      // wants and keeps".
      if !joint.isThen, hasVerb(between: read, and: joint.start) { return false }
      read = joint.start
      let isBeside = joint.start == first + 1
      let isOwn = isVerb(joint.place, form, isBesideFirst: isBeside)
      if let next = isOwn ? joint.place : verbOfOtherSubject(joint.place) {
        found.append(next)
        read = next + 1
      }
      return true
    }
    return found
  }

  /// The form that all verbs of the subject have; nil where the first word is no verb.
  private func form(of verb: Int) -> WordKinds? {
    let word = words[verb]
    if word.kinds.contains(.modal) { return .verb }
    if word.kinds.contains(.thirdPerson) { return .thirdPerson }
    if word.kinds.contains(.verb) { return .verb }
    // A verb that the lexicon lacks.
    return word.isUnknown && word.endsInS ? .thirdPerson : nil
  }

  private func hasVerb(between start: Int, and end: Int) -> Bool {
    guard start < end else { return false }
    return words[start..<end].contains { isOnlyVerb($0) }
  }

  private func isOnlyVerb(_ word: Word) -> Bool {
    word.kinds.contains(.thirdPerson) && !word.kinds.contains(.noun)
  }

  private func isVerb(_ place: Int, _ form: WordKinds, isBesideFirst: Bool) -> Bool {
    let word = words[place]
    guard word.kinds.contains(form) else { return false }
    if form == .thirdPerson, isBesideFirst || isOnlyVerb(word) { return true }
    guard place + 1 < words.endIndex, words[place + 1].marks.isEmpty else { return false }
    let next = words[place + 1]
    if next.isAny(of: [.determiner, .pronoun, .link]) { return true }
    return form == .thirdPerson && next.hash == .to && isBehindSingular(place)
  }

  /// "parks the car and returns to the office", but not "lists sales and returns to the shop".
  private func isBehindSingular(_ place: Int) -> Bool {
    guard place >= start + 2 else { return false }
    return !words[place - 2].endsInS && words[place - 2].kinds.contains(.noun)
  }

  /// "the customer confirms it": somebody else acts in the second clause.
  private func verbOfOtherSubject(_ place: Int) -> Int? {
    let isName = words[place].isCapitalized || words[place].kinds.contains(.link)
    guard isName || words[place].kinds.contains(.determiner) else { return nil }
    let start = place + (isName ? 1 : 2)
    for verb in start..<start + 2 where verb + 1 < words.endIndex {
      let (word, next) = (words[verb], words[verb + 1])
      guard word.marks.isEmpty, next.marks.isEmpty else { return nil }
      if isOnlyVerb(word), next.isAny(of: [.determiner, .pronoun, .link, .preposition]) {
        return verb
      }
      if word.kinds.contains(.thirdPerson), next.isAny(of: [.determiner, .pronoun, .link]) {
        return verb
      }
    }
    return nil
  }
}
