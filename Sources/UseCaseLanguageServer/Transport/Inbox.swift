import UseCaseRules

/// What the session is told, in order.
enum Event: Sendable {
  case message(Message)
  /// A request that the client took back before it was begun.
  case cancelled(RequestID)
  /// What the checker found about the model in a folder, for a version of it; nil where it was given
  /// up.
  case checked(root: String, version: Int, CheckedModel?)
  /// The client is gone.
  case closed
}

/// Hands events from the threads that read and check to the session's thread.
final class Inbox: Sendable {
  /// Events that wait; the client is made to wait where more of them do than this.
  static let limit = 4096

  private struct State {
    var events: [Event] = []
    /// The place of the next event.
    var head = 0

    var count: Int { events.count - head }
  }

  private let state = Guarded(State())

  init() {}

  /// Adds an event; blocks while too many messages of the client wait.
  func add(_ event: Event) {
    state.change { state in
      if case .message = event, state.count >= Inbox.limit { return false }
      state.events.append(event)
      return true
    }
  }

  /// Takes back a request that waits still.
  func cancel(_ id: RequestID) {
    state.change { state in
      for index in state.head..<state.events.count {
        if case .message(.request(id, _, _)) = state.events[index] {
          state.events[index] = .cancelled(id)
        }
      }
      return true
    }
  }

  /// The next event; nil where there is none and `waiting` is false.
  func next(waiting: Bool) -> Event? {
    var result: Event?
    state.change { state in
      guard state.count > 0 else { return !waiting }
      result = state.events[state.head]
      state.head += 1
      if state.head == state.events.count {
        state.events.removeAll(keepingCapacity: true)
        state.head = 0
      } else if state.head > Inbox.limit {
        state.events.removeFirst(state.head)
        state.head = 0
      }
      return true
    }
    return result
  }
}
