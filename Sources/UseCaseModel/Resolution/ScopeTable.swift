/// Which names each namespace declares.
struct ScopeTable: Sendable {
  /// By namespace and name: the first element; −1 is the model's own namespace.
  private var first: [UInt64: Int32] = [:]
  /// Behind an element: the next one with the same name in the same namespace.
  private var next: [Int32: Int32] = [:]

  mutating func reserve(_ count: Int) { first.reserveCapacity(count) }

  private static func key(_ scope: Int32, _ name: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(UInt32(bitPattern: name))
  }

  /// Adds an element; returns the first one with the name, where there is one.
  mutating func declare(_ element: Int32, name: Int32, in scope: Int32) -> Int32? {
    let key = ScopeTable.key(scope, name)
    guard let original = first[key] else {
      first[key] = element
      return nil
    }
    // Behind the first, so that a million equal names stay linear.
    next[element] = next[original]
    next[original] = element
    return original
  }

  func declared(_ name: Int32, in scope: Int32) -> Int32? {
    first[ScopeTable.key(scope, name)]
  }

  func following(_ element: Int32) -> Int32? { next[element] }
}
