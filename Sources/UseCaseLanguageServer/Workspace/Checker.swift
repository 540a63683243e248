import UseCaseProject
import UseCaseRules

/// Looks for findings about whole models on a thread of its own, so that a keystroke never waits.
final class Checker {
  private struct Job: Sendable {
    let root: String
    let version: Int
    let model: EditedModel
  }

  private let inbox: Inbox
  private let jobs = Guarded<[Job]>([])
  private var hasThread = false
  /// The versions that are being checked, by root.
  private var busy: [String: Int] = [:]

  init(_ inbox: Inbox) { self.inbox = inbox }

  /// Whether a version of the model is being checked, the latest or another one.
  func isBusy(_ model: ServedModel) -> Bool { busy[model.root] != nil }

  /// Checks the latest version; what comes of it is an event in the inbox.
  func check(_ model: ServedModel) {
    guard hasThread || start() else { return model.checkAll() }
    busy[model.root] = model.version
    let job = Job(root: model.root, version: model.version, model: model.current)
    jobs.change {
      $0.append(job)
      return true
    }
  }

  /// The answer of a check was received.
  func finish(_ root: String) { busy[root] = nil }

  private func start() -> Bool {
    let (jobs, inbox) = (jobs, inbox)
    hasThread = startThread {
      while true {
        var next: Job?
        jobs.change {
          guard !$0.isEmpty else { return false }
          next = $0.removeFirst()
          return true
        }
        guard let job = next else { continue }
        inbox.add(
          .checked(root: job.root, version: job.version, job.model.checkingAll()))
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
