/// A collection of texts and questions with what returns them, made by a seed: for measuring how well a search ranks.
///
/// Each topic has words of its own, and shares others with its neighbours, so that texts about other topics have some
/// of a question's words too. Questions are asked as people ask: with stop words, in other forms of the words, with a
/// word that no text has, or with a slip of the finger.
public struct JudgedCollection: Sendable {
  /// A text.
  public struct Document: Sendable {
    /// Tells it from all others.
    public let id: String
    /// A few words.
    public let title: String
    /// Words on one line.
    public let text: String
  }

  /// A question.
  public struct Query: Sendable {
    /// Tells it from all others.
    public let id: String
    /// As people type it.
    public let text: String
  }

  /// How well a text returns a question: 1 in part, 2 well. What is not judged does not answer it.
  public struct Judgement: Sendable {
    /// The question's id.
    public let query: String
    /// The text's id.
    public let document: String
    /// 1 or 2.
    public let grade: Int
  }

  /// The texts.
  public private(set) var documents: [Document] = []
  /// The questions.
  public private(set) var queries: [Query] = []
  /// The ids of those that are long: whole sentences of a dozen words and more, as researchers ask. No text has all of
  /// their words, and most of their words are in texts that do not answer them.
  public private(set) var longQueries: Set<String> = []
  /// Which texts answer which questions.
  public private(set) var judgements: [Judgement] = []

  private let vocabulary = LibraryVocabulary(realWords: LibraryWords.english, count: 20_000)
  private var random: SeededGenerator

  /// Made words of each topic that are drawn from ranks of their own, after the real words.
  private static let topicWords = 24
  private static let firstRank = 2000

  /// Makes a collection.
  ///
  /// - Parameters:
  ///   - topics: How many, at least 1; each has 12 texts, 3 questions and a long one.
  ///   - seed: The same seed makes the same collection.
  public init(topics: Int = 60, seed: UInt64 = 1) {
    random = SeededGenerator(seed: seed)
    for topic in 0..<max(1, topics) {
      for number in 0..<12 { addDocument(topic, number, of: topics) }
    }
    for topic in 0..<max(1, topics) {
      for number in 0..<3 { addQuery(topic, number) }
    }
    for topic in 0..<max(1, topics) { addLongQuery(topic, of: topics) }
  }

  // MARK: Texts

  private static func id(_ topic: Int, _ number: Int) -> String { "d\(topic)-\(number)" }

  /// The rank of a topic's word: topics draw theirs from one pool, so that each word is one of some topics.
  private func rank(_ topic: Int, _ index: Int) -> Int {
    Self.firstRank + (topic * 17 + index * (1 + topic % 7) * 3) % 260 * 4
  }

  private func word(_ topic: Int, _ index: Int) -> String { vocabulary[rank(topic, index)] }

  /// A word of the topic in one of its forms: ranks that follow each other are forms of one stem.
  private mutating func form(_ topic: Int, _ index: Int) -> String {
    vocabulary[rank(topic, index) + below(3)]
  }

  /// The first texts of a topic are about its core, the last ones only touch it.
  private mutating func addDocument(_ topic: Int, _ number: Int, of topics: Int) {
    let share = number < 4 ? 10 : number < 8 ? 20 : 50
    let words = (0..<60 + below(200)).map { _ in
      if below(share) == 0 { return form(topic, number < 8 ? below(12) : below(Self.topicWords)) }
      return below(8) == 0 ? form(below(topics), below(Self.topicWords)) : vocabulary.word(using: &random)
    }
    let title = (0..<4).map {
      $0 == 0 && number < 4 ? form(topic, below(8)) : vocabulary.word(using: &random)
    }
    documents.append(
      Document(
        id: Self.id(topic, number), title: title.joined(separator: " "), text: words.joined(separator: " ")))
  }

  // MARK: Questions

  private static let openings = [
    "what is known about", "how did the", "which of the", "why has", "what are the effects of",
    "is there any",
  ]
  private static let joints = ["of the", "and", "in", "on the", "with", "for"]

  private mutating func addQuery(_ topic: Int, _ number: Int) {
    var words = Set<Int>()
    while words.count < 3 + number { words.insert(below(12)) }
    var parts = words.sorted().map { number == 0 ? word(topic, $0) : form(topic, $0) }
    if number == 1 { parts[0] = slip(parts[0]) }
    if number == 2 { parts.append("w" + vocabulary[Self.firstRank - 1 - topic % 50]) }
    let text = parts.dropFirst().reduce(Self.openings[below(Self.openings.count)] + " " + parts[0]) {
      $0 + " " + Self.joints[below(Self.joints.count)] + " " + $1
    }
    add(text, "q\(topic)-\(number)", topic)
  }

  /// A question of some words of the topic, others of any topic, and words that are everywhere.
  private mutating func addLongQuery(_ topic: Int, of topics: Int) {
    var words = Set<Int>()
    while words.count < 4 + topic % 3 { words.insert(below(Self.topicWords)) }
    var parts = words.sorted().map { form(topic, $0) }
    for _ in 0..<3 { parts.append(form(below(topics), below(Self.topicWords))) }
    for _ in 0..<3 { parts.append(vocabulary.word(using: &random)) }
    parts.shuffle(using: &random)
    let text = parts.dropFirst().reduce(Self.openings[below(Self.openings.count)] + " " + parts[0]) {
      $0 + (below(2) == 0 ? " " : " \(Self.joints[below(Self.joints.count)]) ") + $1
    }
    let id = "q\(topic)-long"
    longQueries.insert(id)
    add(text, id, topic)
  }

  private mutating func add(_ text: String, _ id: String, _ topic: Int) {
    queries.append(Query(id: id, text: text))
    for document in 0..<8 {
      judgements.append(
        Judgement(query: id, document: Self.id(topic, document), grade: document < 4 ? 2 : 1))
    }
  }

  /// A word with two letters changed for each other, one left out or one wrong.
  private mutating func slip(_ word: String) -> String { word.misspelt(using: &random) }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}

extension String {
  /// This with a slip of the finger: two letters that changed places, one that is missing, twice there or another. The
  /// first letter stays; a word of fewer than three letters stays as it is.
  public func misspelt(using random: inout SeededGenerator) -> String {
    var letters = Array(self)
    guard letters.count > 2 else { return self }
    let at = Int.random(in: 1..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.swapAt(at, at + 1)
    case 1: letters.remove(at: at)
    case 2: letters.insert(letters[at], at: at)
    default: letters[at] = letters[at] == "q" ? "x" : "q"
    }
    return String(letters)
  }
}
