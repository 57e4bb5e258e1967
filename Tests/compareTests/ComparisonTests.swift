import Foundation
import Testing

@testable import compare

/// Comparing with programs that every system has.
@Suite struct ComparisonTests {
  private func comparison(_ command: [String], timeout: Double = 20) throws -> Comparison {
    Comparison(program: try ReferenceProgram(command, timeout: timeout), extensions: .gfm)
  }

  /// `cat` returns with the document: right only for raw HTML.
  @Test func documentsThatDifferAreFound() throws {
    let cat = try comparison(["cat"])
    let documents = ["<div>\n", "*a*\n", "<!-- b -->\n", "<pre>\n\nc", "# d\n"].map { Array($0.utf8) }
    #expect(try cat.suspects(among: documents) == [1, 4])
    #expect(try cat.difference(of: documents[0]) == nil)
    let difference = try #require(try cat.difference(of: documents[1]))
    #expect(String(decoding: difference.ours, as: UTF8.self) == "<p><em>a</em></p>\n")
    #expect(String(decoding: difference.theirs, as: UTF8.self) == "*a*\n")
    #expect(difference.failure == nil)
  }

  /// An output in which a document's end is missing says nothing of those in front: each half has its own run.
  @Test func outputThatCannotBeCutIsMadeInParts() throws {
    let head = try comparison(["head", "-c", "40"])
    let documents = ["<b>\n", "<i>\n", String(repeating: "<b>", count: 40) + "\n"].map { Array($0.utf8) }
    #expect(try head.suspects(among: documents) == [2])
    #expect(head.runs > 1)
  }

  @Test func aCommandThatHangsOrFailsIsStopped() throws {
    let hanging = try comparison(["tail", "-f", "/dev/null"], timeout: 0.2)
    #expect(try hanging.difference(of: [])?.failure == "took more than 0.2 s")
    #expect(try comparison(["false"]).difference(of: [])?.failure == "ended with status 1")
    #expect(throws: ReferenceProgramError.self) { try ReferenceProgram(["no-such-program"], timeout: 1) }
  }

  @Test func aSeedReplaysItsDocument() {
    let documents = (1...200).map { DocumentGenerator.document(seed: $0, .gfm) }
    #expect(documents == (1...200).map { DocumentGenerator.document(seed: $0, .gfm) })
    #expect(Set(documents).count > 150)
  }

  /// A pattern that no document fits, or every one, would be a mistake.
  @Test func knownDifferencesExplainTheirOwnDocumentsAlone() {
    let cmark = KnownDifference.all(of: "cmark 0.30.2 - CommonMark converter")
    #expect(cmark.contains { $0.explains("*£*a") })
    #expect(!cmark.contains { $0.explains("*+*a") || $0.explains("a\n> b\n- c") || $0.explains("[a](b)") })
    let later = KnownDifference.all(of: "cmark 0.31.1 - CommonMark converter")
    #expect(!later.contains { $0.explains("*£*a") })
    #expect(later.contains { $0.explains("-\n  \n  a") } && !later.contains { $0.explains("-\n  a") })
    #expect(KnownDifference.all(of: "commonmark.js 0.31.2").isEmpty)
    #expect(KnownDifference.all(of: "cmark-gfm 0.29.0.gfm.6").count > cmark.count)
  }
}
