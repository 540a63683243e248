import UseCaseSyntax

/// The language server: answers an editor on two streams until the editor is gone.
public struct LanguageServer: Sendable {
  /// What the server calls itself.
  public var name: String
  public var version: String
  /// The day on which models are checked, asked again whenever one is read.
  public var today: @Sendable () -> CalendarDate?
  /// The address of the page about a rule, as a client opens it; nil where there is none.
  public var addressOfRule: @Sendable (String) -> String?

  public init(
    name: String, version: String, today: @escaping @Sendable () -> CalendarDate?,
    addressOfRule: @escaping @Sendable (String) -> String?
  ) {
    self.name = name
    self.version = version
    self.today = today
    self.addressOfRule = addressOfRule
  }

  /// Serves until the client says `exit`, closes the stream, or its process ends; true where it had
  /// said `shutdown` before. The client's process is the one that it names, or `client`.
  public func run(input: Int32, output: Int32, client: Int32? = nil) -> Bool {
    let connection = Connection(input: input, output: output)
    if let client { connection.watch(client) }
    let inbox = Inbox()
    guard startThread({ connection.read(into: inbox) }) else { return false }
    let session = Session(self, connection, inbox)
    return session.run()
  }
}
