import BriefingCore

/// Makes briefings of what others have written: the one way in for every format.
public struct Importer {
  /// What was made of a file.
  public struct Result: Sendable {
    /// The briefings, in the order of the file.
    public var briefings: [ImportedBriefing] = []
    /// The feeds that a list of feeds names.
    public var feeds: [ImportedFeed] = []
    /// Whether the briefings are entries of a feed.
    public var isFeed = false
    /// What was noticed on the way: what, and what to do, each a sentence without its end.
    public var remarks: [String] = []
  }

  /// The format; nil where it is to be found out.
  public var format: ImportFormat?
  /// The name of the file in words, for what has no title of its own.
  public var fileName: String?
  /// Gives text in another encoding as UTF-8, by the encoding's name; nil where it cannot.
  public var convert: ([UInt8], String) -> [UInt8]? = { _, _ in nil }

  /// Makes an importer that finds out what a file is.
  public init() {}

  /// Bytes of a file at most: articles and feeds have a thousandth of it.
  public static let limit = 32 << 20

  /// Makes briefings.
  ///
  /// - Parameter bytes: A file, in UTF-8 unless it says itself what else its parts are in.
  /// - Throws: ``ImportProblem`` where nothing can be made of it, or it is larger than ``limit``.
  public func briefings(from bytes: [UInt8]) throws(ImportProblem) -> Result {
    guard bytes.count <= Self.limit else {
      throw ImportProblem("is larger than \(Self.limit >> 20) MB", advice: "import a part of it")
    }
    var result = Result()
    switch format ?? .detected(in: bytes) {
    case .feed:
      let feed = try FeedReader.read(bytes)
      guard feed.briefings.isEmpty, feed.feeds.isEmpty else {
        result.isFeed = true
        result.briefings = feed.briefings
        result.feeds = feed.feeds
        return result
      }
      throw ImportProblem("has no entries", advice: "get it again later")
    case .html: result.briefings = [try PageReader.briefing(bytes, fileName: fileName)]
    case .mail:
      (result.briefings, result.remarks) = try MailReader(bytes, convert: convert).read()
    case .text:
      result.briefings = [TextReader.briefing(String(decoding: bytes, as: UTF8.self), fileName: fileName)]
    }
    result.briefings.removeAll { $0.blocks.isEmpty }
    guard !result.briefings.isEmpty else {
      throw ImportProblem("has no text", advice: "name a file with an article in it")
    }
    return result
  }
}
