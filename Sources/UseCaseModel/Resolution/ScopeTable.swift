/// Which names each namespace declares. −1 is the model's own namespace.
struct ScopeTable: Sendable {
  /// One namespace and name with the first element that has it; open addressing.
  private struct Slot: Sendable {
    var scope: Int32
    var name: Int32
    /// −1 where the slot is free.
    var element: Int32
  }

  private var slots = [Slot](repeating: ScopeTable.free, count: 1 << 8)
  private var count = 0
  /// Behind an element: the next one with the same name in the same namespace.
  private var next: [Int: Int32] = [:]

  private static let free = Slot(scope: 0, name: 0, element: -1)

  /// Adds an element; returns the first one with the name, where there is one.
  mutating func declare(_ element: Int32, name: Int32, in scope: Int32) -> Int32? {
    let place = slot(of: name, in: scope)
    let original = slots[place].element
    guard original < 0 else {
      // Behind the first, so that a million equal names stay linear.
      next[Int(element)] = next[Int(original)]
      next[Int(original)] = element
      return original
    }
    slots[place] = Slot(scope: scope, name: name, element: element)
    count += 1
    if count * 2 > slots.count { grow() }
    return nil
  }

  func declared(_ name: Int32, in scope: Int32) -> Int32? {
    let element = slots[slot(of: name, in: scope)].element
    return element < 0 ? nil : element
  }

  func following(_ element: Int32) -> Int32? { next.isEmpty ? nil : next[Int(element)] }

  /// The slot that holds a name of a namespace, or the free one where it belongs.
  @inline(__always) private func slot(of name: Int32, in scope: Int32) -> Int {
    let mask = slots.count - 1
    let key = UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(UInt32(bitPattern: name))
    // Fibonacci hashing: the high bits of the product depend on every bit of the key.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].element >= 0, slots[place].name != name || slots[place].scope != scope {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let full = slots
    slots = [Slot](repeating: ScopeTable.free, count: full.count * 2)
    for entry in full where entry.element >= 0 {
      slots[slot(of: entry.name, in: entry.scope)] = entry
    }
  }
}
