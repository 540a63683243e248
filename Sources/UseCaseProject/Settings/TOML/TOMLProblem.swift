/// What is wrong with a settings file, and at which byte.
struct TOMLProblem: Error {
  let message: String
  var help: String?
  let offset: Int

  init(_ message: String, help: String? = nil, at offset: Int) {
    self.message = message
    self.help = help
    self.offset = offset
  }
}
