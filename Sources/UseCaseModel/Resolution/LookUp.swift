import UseCaseSyntax

/// What names are looked up in: the declarations and their namespaces.
protocol NameLookUp {
  var records: [ElementRecord] { get }
  var names: NameTable { get }
  var scopes: ScopeTable { get }
}

extension Resolver: NameLookUp {}
extension Model: NameLookUp {}

extension NameLookUp {
  /// The namespace inside an element's body.
  func scope(inside element: Int32) -> Int32 {
    let record = records[Int(element)]
    return record.kind == .package || record.kind == .journey ? element : record.scope
  }

  /// From the inside out: the first namespace that declares the name with a wanted kind.
  func look(
    up range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ kinds: KindSet, from scope: Int32
  ) -> (element: Int32, reason: UnresolvedReference.Reason?) {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    guard text.contains(0x2E) else {
      return lookUpSimple(names.find(bytes, range.withoutBackticks(bytes)), kinds, from: scope)
    }
    var parts: [Int32] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x2E {
      parts.append(names.find(bytes, (start..<index).withoutBackticks(bytes)))
      start = index + 1
    }
    parts.append(names.find(bytes, (start..<range.upperBound).withoutBackticks(bytes)))
    return lookUpQualified(parts, kinds, from: scope)
  }

  func lookUpSimple(
    _ name: Int32, _ kinds: KindSet, from scope: Int32
  ) -> (element: Int32, reason: UnresolvedReference.Reason?) {
    guard name >= 0 else { return (Target.none, .unknown) }
    var other: Int32?
    var current = scope
    while true {
      if let element = declared(name, in: current, of: kinds) { return (element, nil) }
      if other == nil { other = scopes.declared(name, in: current) }
      guard current >= 0 else { break }
      current = records[Int(current)].scope
    }
    return (Target.none, other.map { .wrongKind(ElementID(Int($0))) } ?? .unknown)
  }

  func declared(_ name: Int32, in scope: Int32, of kinds: KindSet) -> Int32? {
    guard name >= 0 else { return nil }
    var candidate = scopes.declared(name, in: scope)
    while let element = candidate {
      if kinds.contains(records[Int(element)].kind) { return element }
      candidate = scopes.following(element)
    }
    return nil
  }

  func lookUpQualified(
    _ parts: [Int32], _ kinds: KindSet, from scope: Int32
  ) -> (element: Int32, reason: UnresolvedReference.Reason?) {
    guard let first = parts.first, let last = parts.last else { return (Target.none, .unknown) }
    var reason = UnresolvedReference.Reason.unknown
    var current = scope
    while true {
      if let namespace = declared(first, in: current, of: KindSet.namespaces) {
        let inside = parts.dropFirst().dropLast().reduce(Optional(namespace)) { outer, part in
          outer.flatMap { declared(part, in: $0, of: KindSet.namespaces) }
        }
        if let inside, let element = declared(last, in: inside, of: kinds) { return (element, nil) }
        if let inside, let other = scopes.declared(last, in: inside) {
          reason = .wrongKind(ElementID(Int(other)))
        }
      } else if case .unknown = reason, let other = declared(first, in: current, of: .any) {
        let target = lookUpSimple(last, kinds, from: scope).element
        reason = .noNamespace(
          ElementID(Int(other)), target: target >= 0 ? ElementID(Int(target)) : nil)
      }
      guard current >= 0 else { break }
      current = records[Int(current)].scope
    }
    return (Target.none, reason)
  }
}

extension Model {
  /// The shortest name by which an element of these kinds is reached from another one, or from the
  /// model's top.
  public func name(of target: Element, among kinds: KindSet, from source: Element?) -> String? {
    let scope = source.map { self.scope(inside: $0.id.index) } ?? -1
    var name = target.record.name
    var text = names.string(name)
    var parts = [name]
    var namespace = target.record.scope
    while true {
      let found =
        parts.count == 1
        ? lookUpSimple(name, kinds, from: scope) : lookUpQualified(parts, kinds, from: scope)
      if found.element == target.id.index { return text }
      guard namespace >= 0 else { return nil }
      name = records[Int(namespace)].name
      parts.insert(name, at: 0)
      text = names.string(name) + "." + text
      namespace = records[Int(namespace)].scope
    }
  }

  /// Every place in its own files that names an element in a clause, links left out, grouped by
  /// the element that is named; cost: linear in the model.
  public func mentions(in clause: Keyword) -> [(target: ElementID, mention: Mention)] {
    var result: [(target: ElementID, mention: Mention)] = []
    var target = 0
    for (place, record) in mentionList.enumerated() where record.clause == clause {
      guard record.source < 0 || !records[Int(record.source)].isForeign else { continue }
      while mentionOffsets[target + 1] <= place { target += 1 }
      result.append((ElementID(target), mention(record)))
    }
    return result
  }
}
