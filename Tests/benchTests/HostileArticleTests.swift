import BriefingCore
import BriefingImport
import Testing

@testable import bench

/// Texts, mails and feeds that are made to cost more than they are worth.
@Suite struct HostileArticleTests {
  private static let byteCount = 6_000
  /// Bytes that are written for one of an article, and for each briefing that is made of it.
  private static let most = (times: 64, bytes: 4_096)

  @Test func `what is written of an article is a few times its size, and reads back`() throws {
    for article in HostileArticle.all {
      var importer = Importer()
      importer.format = article.form
      let source = article.bytes(Self.byteCount)
      // Some shapes hold nothing that can be read, which is said.
      guard let briefings = try? importer.briefings(from: source).briefings else { continue }
      let files = briefings.map(\.fileText)
      let bytes = files.reduce(0) { $0 + $1.utf8.count }
      #expect(bytes <= source.count * Self.most.times + files.count * Self.most.bytes, "\(article.name)")
      for file in files {
        let deceptive = file.unicodeScalars.first { $0.isDeceptive }
        #expect(deceptive == nil, "\(article.name)")
        let read = try Briefing(parsing: Array(file.utf8), file: Briefing.FileFacts(name: "x"))
        #expect(read.metadata.warnings.isEmpty, "\(article.name)")
        #expect(read.metadata.title != nil, "\(article.name)")
      }
    }
  }

  /// A change that refuses everything would pass the test above.
  @Test func `more than half of them are read`() {
    let read = HostileArticle.all.count { article in
      var importer = Importer()
      importer.format = article.form
      return (try? importer.briefings(from: article.bytes(Self.byteCount)).briefings.isEmpty) == false
    }
    #expect(read * 2 > HostileArticle.all.count, "\(read) of \(HostileArticle.all.count)")
  }
}
