import CommonMarkSamples

/// What people do to a briefing and its file between two visits.
public enum FileEdit: CaseIterable, Sendable {
  /// An edit of the text under the same name.
  case edit(BriefingEdit)
  /// The file under another name, as it was or edited; by the system's rename, or as a copy whose original goes.
  case rename, renameAndEdit, copyAndEdit
  /// A section parted in two, and two made one.
  case split, merge
  /// The file written again as it was.
  case touch

  /// All of them.
  public static var allCases: [FileEdit] {
    BriefingEdit.allCases.map { .edit($0) } + [.rename, .renameAndEdit, .copyAndEdit, .split, .merge, .touch]
  }

  /// Its name.
  public var name: String {
    switch self {
    case .edit(let edit): edit.rawValue
    case .rename: "rename"
    case .renameAndEdit: "renameAndEdit"
    case .copyAndEdit: "copyAndEdit"
    case .split: "split"
    case .merge: "merge"
    case .touch: "touch"
    }
  }

  /// What becomes of the file.
  public enum FileFate: Hashable, Sendable {
    /// It is written again under its name.
    case same
    /// It gets another name, and is then written if the text is another.
    case renamed
    /// A new file comes and it goes.
    case replaced
  }

  /// What becomes of the file.
  public var fate: FileFate {
    switch self {
    case .edit, .split, .merge, .touch: .same
    case .rename, .renameAndEdit: .renamed
    case .copyAndEdit: .replaced
    }
  }

  /// What an edit has done: the texts, and for each old section the new ones that it may be.
  public struct Outcome: Sendable {
    /// The old text.
    public var old: SectionedSample
    /// The new one.
    public var new: SectionedSample
    /// The sections of which to say that they are gone is right as well.
    public var doubtful: Set<Int> = []
    /// Sections that may be taken for another one, by their ids: both have become that one.
    public var becomes: [Int: Int] = [:]
  }

  /// Makes the edit, the same one for the same generator; nil where the text is too small for it.
  public func apply(to sample: SectionedSample, using random: inout SeededGenerator) -> Outcome? {
    switch self {
    case .edit(let edit): return edit.apply(to: sample, using: &random).map(Outcome.init)
    case .rename, .touch: return Outcome(old: sample, new: sample)
    case .renameAndEdit, .copyAndEdit:
      let edits: [BriefingEdit] = [.insertBlock, .rewriteWords, .retitle, .insertSection, .moveSection]
      return edits.randomElement(using: &random)?.apply(to: sample, using: &random).map(Outcome.init)
    case .split:
      let places = sample.sections.indices.filter { sample.sections[$0].blocks.count > 3 }
      guard let place = places.randomElement(using: &random),
        // A new section, of which only the title is wanted.
        var outcome = BriefingEdit.insertSection.apply(to: sample, using: &random).map(Outcome.init),
        let new = outcome.new.sections.first(where: { section in
          !sample.sections.contains { $0.id == section.id }
        })
      else { return nil }
      outcome.new = sample
      let blocks = sample.sections[place].blocks
      let cut = blocks.count / 2 + 1
      outcome.new.sections[place].blocks = Array(blocks[..<cut])
      var second = new
      second.marks = sample.sections[place].marks
      second.blocks = Array(blocks[cut...])
      outcome.new.sections.insert(second, at: place + 1)
      // Which half is the section is a matter of taste.
      outcome.doubtful.insert(sample.sections[place].id)
      outcome.becomes[sample.sections[place].id] = second.id
      return outcome
    case .merge:
      guard sample.sections.count > 3 else { return nil }
      let place = Int.random(in: 0..<sample.sections.count - 1, using: &random)
      var outcome = Outcome(old: sample, new: sample)
      let second = outcome.new.sections.remove(at: place + 1)
      outcome.new.sections[place].blocks += second.blocks
      outcome.doubtful.insert(sample.sections[place].id)
      outcome.becomes[second.id] = sample.sections[place].id
      return outcome
    }
  }
}

extension FileEdit.Outcome {
  fileprivate init(_ outcome: BriefingEdit.Outcome) {
    self.init(old: outcome.old, new: outcome.new, doubtful: outcome.doubtful)
  }
}
