import BriefingCore

/// A language whose inflections a search knows.
///
/// What is kept in an index names them by their numbers: whoever changes one raises the index's version.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"
  case dutch = "nl"
  case turkish = "tr"
  case russian = "ru"
  case danish = "da"
  case swedish = "sv"
  case norwegian = "no"
  case finnish = "fi"
  case hungarian = "hu"
  case romanian = "ro"
  case catalan = "ca"
  case basque = "eu"
  case irish = "ga"
  case lithuanian = "lt"
  case indonesian = "id"
  case greek = "el"
  case serbian = "sr"
  case armenian = "hy"
  case arabic = "ar"
  case hindi = "hi"
  case nepali = "ne"
  case tamil = "ta"
  case yiddish = "yi"

  /// Its number, from 1 without gaps.
  public var number: Int {
    switch self {
    case .english: 1
    case .german: 2
    case .french: 3
    case .spanish: 4
    case .italian: 5
    case .portuguese: 6
    case .dutch: 7
    case .turkish: 8
    case .russian: 9
    case .danish: 10
    case .swedish: 11
    case .norwegian: 12
    case .finnish: 13
    case .hungarian: 14
    case .romanian: 15
    case .catalan: 16
    case .basque: 17
    case .irish: 18
    case .lithuanian: 19
    case .indonesian: 20
    case .greek: 21
    case .serbian: 22
    case .armenian: 23
    case .arabic: 24
    case .hindi: 25
    case .nepali: 26
    case .tamil: 27
    case .yiddish: 28
    }
  }

  /// The language with a number; nil for every other number.
  public init?(number: Int) {
    guard let language = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = language
  }

  /// The language that a tag, a code or a name stands for, see `LanguageName`; nil for all others.
  public init?(tag: String) {
    guard let code = LanguageName.code(of: tag) else { return nil }
    self.init(rawValue: code)
  }
}
