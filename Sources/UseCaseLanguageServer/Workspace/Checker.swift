import Synchronization
import UseCaseProject
import UseCaseRules

/// Looks for findings about whole models on a thread of its own, so that a keystroke never waits.
final class Checker {
  private struct Job: Sendable {
    /// Counts the jobs, because a model that is read again counts its versions anew.
    let number: Int
    let root: String
    let version: Int
    let model: EditedModel
  }

  /// A newer version of the model was made.
  private struct Outdated: Error {}

  /// By root: the latest job that nobody waits for any more.
  private final class Abandoned: Sendable {
    private let numbers = Mutex<[String: Int]>([:])

    func add(_ number: Int, of root: String) {
      numbers.withLock { $0[root] = number }
    }

    func check(_ job: Job) throws(Outdated) {
      if numbers.withLock({ job.number <= $0[job.root] ?? -1 }) { throw Outdated() }
    }
  }

  private let inbox: Inbox
  private let abandoned = Abandoned()
  private let jobs = Guarded<[Job]>([])
  private var hasThread = false
  /// What is being checked, by root.
  private var busy: [String: (number: Int, version: Int)] = [:]
  private var jobCount = 0

  init(_ inbox: Inbox) { self.inbox = inbox }

  /// Whether a version of the model is being checked, the latest or another one.
  func isBusy(_ model: ServedModel) -> Bool { busy[model.root] != nil }

  /// Checks the latest version; what comes of it is an event in the inbox.
  func check(_ model: ServedModel) {
    guard hasThread || start() else { return model.checkAll() }
    jobCount += 1
    busy[model.root] = (jobCount, model.version)
    let job = Job(
      number: jobCount, root: model.root, version: model.version, model: model.current)
    jobs.change {
      $0.append(job)
      return true
    }
  }

  /// Gives a check of an earlier version up: what it would find is not what stands there now.
  func abandonOutdated(_ model: ServedModel) {
    if let job = busy[model.root], job.version != model.version {
      abandoned.add(job.number, of: model.root)
    }
  }

  /// The answer of a check was received.
  func finish(_ root: String) { busy[root] = nil }

  private func start() -> Bool {
    let (jobs, inbox, abandoned) = (jobs, inbox, abandoned)
    hasThread = startThread {
      while true {
        var next: Job?
        jobs.change {
          guard !$0.isEmpty else { return false }
          next = $0.removeFirst()
          return true
        }
        guard let job = next else { continue }
        let checked = try? job.model.checkingAll { () throws(Outdated) in
          try abandoned.check(job)
        }
        inbox.add(.checked(root: job.root, version: job.version, checked))
      }
    }
    return hasThread
  }
}

extension Workspace {
  /// Whether nothing is to be checked, or all that is left is being checked.
  func isChecked(_ checker: Checker) -> Bool {
    models.values.allSatisfy { $0.isElementsChecked && ($0.isChecked || checker.isBusy($0)) }
  }
}
