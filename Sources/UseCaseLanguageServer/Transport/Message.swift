import UseCaseSyntax

/// What identifies a request: a number or a text.
enum RequestID: Hashable, Sendable {
  case number(Int)
  case text(String)

  init?(_ value: JSONValue?) {
    switch value {
    case .integer(let number): self = .number(number)
    case .string(let text): self = .text(text)
    default: return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    }
  }
}

/// A message of JSON-RPC 2.0 from the client.
enum Message: Sendable {
  case request(RequestID, method: String, JSONValue)
  case notification(method: String, JSONValue)
  /// The answer to a request of ours.
  case response(RequestID?)
  /// What is no message, with the identifier that could be read from it.
  case invalid(RequestID?, ResponseError)

  init(parsing bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      self = .invalid(
        nil, ResponseError(.parseError, "the message is no JSON: \(error.message)"))
      return
    }
    let id = RequestID(value["id"])
    guard case .object = value else {
      self = .invalid(nil, ResponseError(.invalidRequest, "a message is an object"))
      return
    }
    guard let method = value["method"] else {
      self =
        value["result"] != nil || value["error"] != nil
        ? .response(id)
        : .invalid(id, ResponseError(.invalidRequest, "the message has no 'method'"))
      return
    }
    guard let method = method.string else {
      self = .invalid(id, ResponseError(.invalidRequest, "'method' is no text"))
      return
    }
    let parameters = value["params"] ?? .null
    if let id {
      self = .request(id, method: method, parameters)
    } else if value["id"] == nil {
      self = .notification(method: method, parameters)
    } else {
      self = .invalid(nil, ResponseError(.invalidRequest, "'id' is neither a number nor a text"))
    }
  }
}

/// Why a request gets no result.
struct ResponseError: Error, Sendable {
  /// Codes of JSON-RPC 2.0 and of the Language Server Protocol.
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }
  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static func missing(_ name: String) -> ResponseError {
    ResponseError(.invalidParams, "'\(name)' is missing or of a wrong kind")
  }
}
