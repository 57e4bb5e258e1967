import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingReader
import BriefingTerminal

/// Follows the file of an open briefing. Where it was changed and rests, it is read, and the way to its text from the
/// page that is shown is found.
struct FollowJob: Sendable {
  let request: FollowRequest
  let answers: Answers

  /// Follows as long as returns are wanted. Its thread sleeps; what happens is told on that of the follower.
  func run() {
    let known = request.version
    do {
      let follower = try FileFollower(path: request.path, known: known) { tell($0) }
      if request.isAsked { tellWhetherAsBefore(known) }
      answers.waitUntilUnwanted()
      follower.stop()
    } catch {
      post(.notSeen(message: error.message))
    }
  }

  /// That something has changed is told by the follower, once the file rests.
  private func tellWhetherAsBefore(_ known: FileStamp?) {
    guard let stamp = FileStamp(path: request.path) else { return post(.vanished) }
    if stamp == known { post(.unchanged(stamp)) }
  }

  private func tell(_ change: FileChange) {
    switch change {
    case .changed(let stamp): compare(stamp)
    case .vanished: post(.vanished)
    case .notSeen(let error): post(.notSeen(message: error.message))
    }
  }

  private func compare(_ version: FileStamp) {
    do {
      let file = try BriefingFile(path: request.path)
      guard file.bytes != request.page.briefing.document.source else { return post(.unchanged(version)) }
      let page = try Performer.page(of: file) { answers.isUnwanted }
      let replacement = try PageReplacement(of: request.page, by: page) { answers.isUnwanted }
      post(.changed(replacement, version))
    } catch let error as FileError {
      // Gone since: the follower will say so.
      if !error.isMissing { post(.unreadable(message: error.message)) }
    } catch {
      // Cancelled: nobody waits for an answer.
    }
  }

  private func post(_ news: FileNews) { answers(.followed(serial: request.serial, news)) }
}
