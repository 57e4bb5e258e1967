import CommonMarkSamples
import Testing

@testable import BriefingReading

/// What has changed in a text, as a reader sees it.
@Suite struct SectionDiffTests {
  @Test func `words are struck and put in where they stand`() throws {
    #expect(
      try changes("Turkey buys four jets this year.", "Turkey buys six jets this year.")
        == "Turkey buys [-four -]{+six +}jets this year.")
  }

  @Test func `a sentence that came or went is one piece`() throws {
    #expect(
      try changes(
        "The talks went on all night. Nobody slept.", "The talks went on all night. Rubio left. Nobody slept."
      )
        == "The talks went on all night. {+Rubio left. +}Nobody slept.")
    #expect(
      try changes(
        "The talks went on all night. Rubio left. Nobody slept.", "The talks went on all night. Nobody slept."
      )
        == "The talks went on all night. [-Rubio left. -]Nobody slept.")
  }

  @Test func `replacements that stand close together are one`() throws {
    #expect(
      try changes(
        "On Monday the minister flew to Paris for the summit with allies.",
        "On Monday the president drove to Lyon for the summit with allies.")
        == "On Monday the [-minister flew to Paris -]{+president drove to Lyon +}for the summit with allies.")
  }

  @Test func `emphasis and hyphenated words stay whole`() throws {
    #expect(
      try changes(
        "They want the **old grey jet** back in the programme.",
        "They want the **new grey jet** back in the programme.")
        == "They want the [-old grey jet -]{+new grey jet +}back in the programme.")
    #expect(
      try changes("They sold the F-35 to the ally at last.", "They sold the F-16 to the ally at last.")
        == "They sold the [-F-35 -]{+F-16 +}to the ally at last.")
  }

  @Test func `equal length is not equal text`() throws {
    #expect(try changes("The vote was lost by nine.", "The vote was won by nine!").contains("{+"))
  }

  @Test func `unlike paragraphs are not paired`() throws {
    let old = "The minister of defence spoke in Ankara about missiles and radars."
    let new = "Rain fell over the hills while farmers waited for the harvest."
    #expect(try changes(old, new) == "<[-\(old)-]>\n{+\(new)+}")
  }

  @Test(arguments: [
    ("A first paragraph here.\n\nA second one there.", "A second one there.\n\nA first paragraph here."),
    ("A first paragraph here. A second one there.", "A first paragraph here.\n\nA second one there."),
    ("The talks go on.", "The **talks**, go\non!"),
    ("The talks go on.\n\nUpdated 26 November 2026", "The talks go on.\n\nUpdated 27 November 2026"),
  ])
  func `what is dull is left out`(old: String, new: String) throws {
    let diff = try SectionDiff(from: blocks(old), to: blocks(new))
    #expect(diff.isEmpty)
    #expect(diff.blocks.allSatisfy { $0.isSame })
  }

  @Test func `paragraphs that came and went stand in their place`() throws {
    let old = "Alpha stays as it is here.\n\nBravo goes away for ever.\n\nCharlie ends the whole story."
    let new = "Alpha stays as it is here.\n\nCharlie ends the whole story.\n\nDelta has come to town."
    #expect(
      try changes(old, new)
        == """
        Alpha stays as it is here.
        <[-Bravo goes away for ever.-]>
        Charlie ends the whole story.
        {+Delta has come to town.+}
        """)
  }

  @Test func `numbers of footnotes are no words, and offsets are those of the page`() throws {
    let old = "Talks[^b] go on in Ankara today.\n\n[^b]: A note.\n"
    let new = "Yes[^a]. Talks[^b] went on in Ankara today.\n\n[^a]: One more.\n[^b]: A note.\n"
    let diff = try SectionDiff(from: blocks(old).map(\.withoutAsides), to: blocks(new))
    #expect(diff.blocks[0].runs.map(\.kind) == [.added, .same, .removed, .added, .same])
    let text = try blocks(new)[0].text
    for run in diff.blocks[0].runs where run.kind != .removed {
      #expect(run.text == String(decoding: Array(text.utf8)[run.range], as: UTF8.self))
    }
    #expect(try digest("## A\n\n" + old).sections[1].words == 8)
  }

  @Test func `texts without spaces are compared by characters`() throws {
    #expect(
      try changes("土耳其今天宣布购买四架飞机。", "土耳其今天宣布购买六架飞机。") == "土耳其今天宣布购买[-四-]{+六+}架飞机。")
  }

  @Test func `the words are counted for the line at the top`() throws {
    let diff = try SectionDiff(
      from: blocks("Turkey buys four jets this year."), to: blocks("Turkey buys six new jets this year. Now.")
    )
    #expect((diff.changedWords, diff.addedWords, diff.removedWords) == (3, 3, 1))
    let briefing = BriefingDiff(sections: [
      .init(ordinal: 3, isNew: true, words: 38), .init(ordinal: 1, isNew: false, diff: diff),
    ])
    #expect(briefing.summary == "1 section changed, 1 new · 41 words added, 1 removed")
    #expect(briefing.sections.map(\.ordinal) == [1, 3])
    #expect(BriefingDiff(sections: []).summary == nil)
    #expect(
      BriefingDiff(sections: [.init(ordinal: 1, isNew: false)], removed: [.init(title: "B", after: 1)])
        .summary
        == "1 section changed, 1 removed")
    #expect(
      BriefingDiff(sections: [], removed: [.init(title: "B", after: 1, words: 1)]).summary
        == "1 section removed · 1 word removed")
  }

  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func `what is left without the removed is the new text, and without the added the old words`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let sample = SectionedSample(LibrarySample(seed: seed)[Int(seed)].text)
    var edited = sample
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let edit = BriefingEdit.allCases.randomElement(using: &random) ?? .rewriteWords
      if let outcome = edit.apply(to: edited, using: &random) { edited = outcome.new }
    }
    let old = try units(sample.markdown)
    let new = try units(edited.markdown)
    for ordinal in 0...min(old.briefing.sections.count, new.briefing.sections.count) {
      let (a, b) = (
        try SectionContent(old, ordinal: ordinal).blocks, try SectionContent(new, ordinal: ordinal).blocks
      )
      let diff = try SectionDiff(from: a, to: b)
      let shown = diff.blocks.filter { $0.index != nil }
      #expect(shown.map(\.index) == Array(b.indices))
      for block in shown {
        let text = b[block.index ?? 0].text
        #expect(block.runs.filter { $0.kind != .removed }.map(\.text).joined() == text)
        for run in block.runs where run.kind != .removed {
          #expect(run.text == String(decoding: Array(text.utf8)[run.range], as: UTF8.self))
        }
      }
      let words = { (text: String) in
        text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }.sorted()
      }
      let kept = diff.blocks.flatMap(\.runs).filter { $0.kind != .added }.map(\.text).joined(separator: " ")
      #expect(words(kept) == words(a.map(\.text).joined(separator: " ")))
      let isSame =
        try BriefingDigest(old).sections[ordinal].hash == BriefingDigest(new).sections[ordinal].hash
      #expect(diff.isEmpty == isSame)
    }
  }

  @Test func `a long text is compared in a time that grows with it`() throws {
    func questions(_ count: Int) throws -> Int {
      var random = SeededGenerator(seed: 7)
      let old = (0..<count).map {
        ReadBlock(text: "Paragraph \($0) says \(random.next() % 997) of \($0 % 13).")
      }
      let new = old.enumerated().map { index, block in
        index % 3 == 0 ? ReadBlock(text: block.text + " And \(index) more.") : block
      }
      var asked = 0
      let diff = try SectionDiff(from: old, to: new) {
        asked += 1
        return false
      }
      #expect(diff.changedWords > 0)
      return asked
    }
    // What is asked is a measure of the work between two questions, which is bounded.
    let (small, large) = (try questions(300), try questions(3000))
    #expect(large < 20 * small)
    #expect(throws: CancellationError.self) {
      try SectionDiff(from: [ReadBlock(text: "a b")], to: [ReadBlock(text: "c d")]) { true }
    }
  }
}
