/// Words that leave open what is meant, with advice on what to write instead.
enum VagueWords {
  struct Group: Sendable {
    let words: StaticString
    /// One a line.
    let phrases: StaticString
    let advice: String
  }

  static let groups = [
    Group(
      words: "quickly rapidly swiftly promptly immediately timely asap instantly",
      phrases: """
        as soon as possible
        as fast as possible
        as quickly as possible
        in a timely manner
        in due course
        right away
        without delay
        """, advice: "say within what time"),
    Group(
      words: """
        appropriate appropriately suitable suitably adequate adequately sufficient sufficiently
        reasonable reasonably relevant properly acceptable satisfactory sensible
        """,
      phrases: """
        as appropriate
        if appropriate
        as applicable
        where applicable
        if applicable
        """, advice: "say which, or by what it is judged"),
    Group(
      words: "etc and/or various",
      phrases: """
        and so on
        and so forth
        and the like
        and similar
        or similar
        among others
        and others
        some information
        some data
        some details
        some kind
        some sort
        some way
        certain information
        certain data
        certain details
        lot of
        lots of
        couple of
        different kinds
        """, advice: "name them all, or say what they have in common"),
    Group(
      words: "normally usually generally typically mostly commonly possibly probably",
      phrases: """
        in general
        as a rule
        most of the time
        from time to time
        in most cases
        usual way
        normal way
        as usual
        """, advice: "write what happens, and what else can happen as an alternative"),
    Group(
      words: "",
      phrases: """
        if necessary
        if needed
        if required
        if possible
        if desired
        when necessary
        when needed
        when required
        where necessary
        where possible
        as needed
        as necessary
        as required
        as desired
        """, advice: "say under which condition, best as an alternative with 'when'"),
    Group(
      words: """
        user-friendly intuitive intuitively easily efficiently effectively optimal optimally
        seamlessly smoothly conveniently state-of-the-art optimum easy-to-use comfortably flexibly
        """,
      phrases: """
        state of the art
        easy to use
        user friendly
        """, advice: "leave it out, or make it a requirement that can be measured"),
    Group(
      words: "approximately roughly",
      phrases: "more or less", advice: "say how much, or between what"),
    Group(
      words: "simply basically essentially obviously", phrases: "",
      advice: "leave it out"),
  ]

  /// Left out, they are not missed.
  static let fillers: StaticString = "simply basically essentially obviously just"

  /// Verbs of titles.
  static let verbs: StaticString = "manage handle process crud deal"

  /// They hide what is done to records, and say it of other things.
  static let verbsOfRecords: StaticString = "administer maintain"
  static let records: StaticString = """
    data details information records record list lists catalogue catalog account accounts user users
    settings profile profiles
    """

  /// They hide what is done where a noun says it.
  static let verbsOfDeeds: StaticString = "perform do execute"

  /// What to do about a word or a phrase.
  static func advice(on words: String) -> String? {
    let hash = words.lowercased()
    for group in groups {
      let isWord = group.words.description.split { $0 == " " || $0 == "\n" }.contains { $0 == hash }
      let isPhrase = group.phrases.description.split(separator: "\n").contains { $0 == hash }
      if isWord || isPhrase { return group.advice }
    }
    return nil
  }
}
