/// The words that hold an English sentence together.
enum GrammarWords {
  static let adverbs: StaticString = """
    then also now again not never always just only still already first finally next later
    automatically hereby thereby therefore thus even both either instead once twice soon often
    sometimes together too
    """

  static let modals: StaticString = """
    can could may might must shall should will would cannot can't couldn't mustn't shouldn't won't
    wouldn't mightn't shan't ought
    """

  static let formsOfBe: StaticString =
    "is are was were be been being am isn't aren't wasn't weren't"

  static let formsOfHave: StaticString = "has have had hasn't haven't hadn't"

  /// Helpers of other verbs.
  static let formsOfDo: StaticString = "does doesn't did didn't don't"

  static let halfModals: StaticString = "need needs get gets"

  static let determiners: StaticString = """
    the a an this these those each every all any some no its their his her our your my one two
    three four five six seven eight nine ten another both several many few most more
    """

  static let pronouns: StaticString = """
    it them him me us you they he she we i everything nothing something anything everybody nobody
    somebody anybody itself themselves himself herself
    """

  static let prepositions: StaticString = """
    of in on at by for from with without within into onto to over under through between among about
    against across along around behind below beside beyond during inside outside per towards toward
    upon via up down out off near
    """

  static let coordinators: StaticString = "and or but then and/or"

  static let subordinators: StaticString = """
    that which who whom whose whether if what how why where when whenever wherever whoever whatever
    because until till while before after since unless although though as than so lest
    """
}
