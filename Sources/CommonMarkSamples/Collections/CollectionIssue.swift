/// What an issue of a collection says, before any convention gives it a form.
struct CollectionIssue {
  /// Counted from 0; one issue is a week newer than the one before it.
  let number: Int
  let (year, month, day): (Int, Int, Int)
  /// Three words, the first with a capital: `Harbour tolls rise`.
  let title: String
  /// Two paragraphs.
  let body: String

  init(number: Int, random: SeededGenerator) {
    var random = random
    self.number = number
    // Days up to the 28th, and for a few hundred issues no two the same.
    (year, month, day) = (2012 + number / 12 % 13, number % 12 + 1, 1 + (number * 5 + number / 156) % 28)
    func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    let words = [pick(Self.subjects), pick(Self.nouns), pick(Self.verbs)].joined(separator: " ")
    title = words.prefix(1).uppercased() + words.dropFirst()
    body = (0..<2).map { _ in
      "The \(pick(Self.subjects)) \(pick(Self.nouns)) \(pick(Self.verbs)) while the \(pick(Self.nouns)) \(pick(Self.verbs))."
    }.joined(separator: "\n\n")
  }

  /// Words of a file's name: `harbour-tolls-rise`.
  var slug: String { title.lowercased().replacing(" ", with: "-") }
  /// `2025-05-15`.
  var iso: String { "\(year)-\(monthText)-\(dayText)" }
  /// `2025-05`.
  var isoMonth: String { "\(year)-\(monthText)" }
  var monthText: String { month < 10 ? "0\(month)" : "\(month)" }
  var dayText: String { day < 10 ? "0\(day)" : "\(day)" }
  /// The month's name in a language.
  func monthName(_ language: Language) -> String { language.months[month - 1] }

  enum Language: String {
    case english = "January February March April May June July August September October November December"
    case german = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    case french = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    case spanish = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    case russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    case czech = "ledna února března dubna května června července srpna září října listopadu prosince"

    var months: [String] { rawValue.split(separator: " ").map(String.init) }
  }

  private static let subjects = words(
    "harbour river border winter city court market island coastal night northern budget")
  private static let nouns = words(
    "tolls trains talks prices ferries bridges harvests elections rates pipelines markets schools")
  private static let verbs = words(
    "rise fall stall resume widen narrow reopen close shift return recover slip")

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
