import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many processors this machine has, at least 1.
public var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// Transforms all elements of an array, each on one of several threads.
///
/// Each thread has something of its own, made by `start` before its first element. Results come in
/// the order of the elements, whatever the number of threads. The other threads leave signals to the
/// one that calls this and waits.
func transform<Input: Sendable, Own, Output: Sendable>(
  _ inputs: [Input], threads: Int, start: @Sendable () -> Own,
  _ body: @Sendable (Input, Own) -> Output
) -> [Output] {
  if inputs.count == 1 { return [body(inputs[0], start())] }
  let next = Atomic(0)
  let outputs = Mutex<[Output?]>(Array(repeating: nil, count: inputs.count))
  let work: @Sendable () -> Void = {
    var index = next.add(1, ordering: .relaxed).oldValue
    guard index < inputs.count else { return }
    let own = start()
    while index < inputs.count {
      let output = body(inputs[index], own)
      outputs.withLock { $0[index] = output }
      index = next.add(1, ordering: .relaxed).oldValue
    }
  }
  withoutActuallyEscaping(work) { work in
    let threads = (1..<max(1, min(threads, inputs.count))).compactMap { _ in Thread(work) }
    work()
    for thread in threads { thread.join() }
  }
  return outputs.withLock { $0.compactMap { $0 } }
}

/// Runs something on a thread of its own that nobody waits for.
public func runDetached(_ body: @escaping @Sendable () -> Void) {
  Thread(body)?.detach()
}

/// A thread of the system with all signals blocked.
private struct Thread {
  #if canImport(Darwin)
    private var id: pthread_t?
  #else
    private var id = pthread_t()
  #endif

  /// As deep as the main thread's usually is: models nest, and so do the functions that walk them.
  private static let stackSize = 8 << 20

  private final class Work {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Nil where the system gives no further thread.
  init?(_ run: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Thread.stackSize)
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let work = Unmanaged.passRetained(Work(run))
    let result = pthread_create(&id, &attributes, Thread.main, work.toOpaque())
    guard result == 0 else {
      work.release()
      return nil
    }
  }

  func join() {
    #if canImport(Darwin)
      if let id { pthread_join(id, nil) }
    #else
      pthread_join(id, nil)
    #endif
  }

  func detach() {
    #if canImport(Darwin)
      if let id { pthread_detach(id) }
    #else
      pthread_detach(id)
    #endif
  }

  #if canImport(Darwin)
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      {
        Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run()
        return nil
      }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      {
        if let work = $0 { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
        return nil
      }
  #endif
}
