import ArgumentParser
import BriefingCore
import BriefingLayout
import BriefingReader
import BriefingReading
import BriefingText

/// `briefing show --since-read PATH`: what has changed in a briefing since it was read.
extension ShowCommand {
  /// How changes are printed.
  enum ChangesFormat {
    /// In colours where there is a theme.
    case text(Theme?)
    case json
  }

  /// Prints what has changed. Reading it here is not reading: nothing is remembered of it.
  ///
  /// - Throws: `ExitCode` 1 where that is nothing.
  func printChanges(of source: BriefingSource, _ selector: String?, _ format: ChangesFormat) throws {
    let (briefing, section) = try Self.read(source, selector)
    guard let record = ReadingRecord.kept else {
      Messages.say("\(path): you have not read it: nothing is remembered yet, or BRIEFING_STATE is off")
      throw ExitCode(1)
    }
    defer { record.close() }
    let units = BriefingUnits(briefing)
    let digest = try BriefingDigest(units)
    guard let earlier = try record.earlierText(than: digest, at: path) else {
      Messages.say("\(path): you have not read it yet, so there is nothing to compare it with")
      throw ExitCode(1)
    }
    var diff = try BriefingDiff(since: earlier, units, words: digest.sections.map(\.words))
    if let section { diff = diff.limited(to: briefing.ordinals(ofSection: section)) }
    let date = ReadingRecord.day(of: earlier.time)
    sayWhatIsNotKept(diff, briefing)
    guard !diff.isEmpty else {
      Messages.say("\(path): nothing has changed since you read it\(date.map { " on \($0)" } ?? "")")
      throw ExitCode(1)
    }
    switch format {
    case .json: StandardOutput.write(exactly: JSONWriter.changes(diff, of: briefing, path: path))
    case .text(let theme):
      let page = try Page(cutting: briefing, width: columns)
      guard let text = try ChangedText(diff, on: page, units, readOn: date) else { return }
      TextWriter(theme: theme, hasHyperlinks: links, listsTargets: linkTargets)
        .write(text.marked.page, units: text.changedUnits) { StandardOutput.write($0) }
    }
  }

  private func sayWhatIsNotKept(_ diff: BriefingDiff, _ briefing: Briefing) {
    let changed = diff.sections.filter { !$0.isNew && $0.diff == nil }.map { section in
      section.ordinal > 0 ? briefing.sections[section.ordinal - 1].title : briefing.metadata.title
    }
    for title in changed + diff.removed.filter({ $0.text == nil }).map(\.title) {
      Messages.say("\(path): “\(title)”: its text as you read it is not kept, so its changes cannot be shown")
    }
  }
}

extension Briefing {
  /// The ordinals of a section and of those below it.
  fileprivate func ordinals(ofSection index: Int) -> Range<Int> {
    let level = sections[index].level
    let end = sections[(index + 1)...].firstIndex { $0.level <= level } ?? sections.count
    return index + 1..<end + 1
  }
}
