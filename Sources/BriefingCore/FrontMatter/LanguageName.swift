/// The names by which people call a language in front matter.
public enum LanguageName {
  /// The code of ISO 639-1 of a language that a tag, a code or a name stands for: `en` of `eng`, `en-GB`, `en_US.UTF-8` and
  /// `English`, `de` of `Deutsch` and `ger`; nil for what is no name of these languages.
  ///
  /// - Parameter text: What the front matter says. Of several languages the first one counts.
  public static func code(of text: String) -> String? {
    // Most tags are a code.
    codes[text] ?? Folding.all.fold(text).split { !$0.isLetter }.first.flatMap { codes[String($0)] }
  }

  /// The codes and names of a language, folded, its code of ISO 639-1 first; that code alone where no other is known.
  public static func all(ofCode code: String) -> [String] { names[code] ?? [code] }

  private static let names: [String: [String]] = {
    var names: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let words = Folding.all.fold(line).split(separator: " ").map(String.init)
      names[words[0]] = words
    }
    return names
  }()

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for (code, names) in names { for name in names { codes[name] = code } }
    return codes
  }()

  /// A language a line: its codes of ISO 639-1, 639-2 and 639-3, its English name and its own. A macrolanguage has those
  /// of its parts.
  private static let table = """
    ar ara arb arabic العربية
    ca cat catalan català valencian valencià
    cs ces cze czech čeština česky
    da dan danish dansk
    de deu ger german deutsch
    el ell gre greek ελληνικά
    en eng english
    es spa spanish español castellano castilian
    eu eus baq basque euskara
    fa fas per persian farsi فارسی
    fi fin finnish suomi
    fr fra fre french français
    ga gle irish gaeilge
    he heb hebrew עברית
    hi hin hindi हिन्दी हिंदी
    hu hun hungarian magyar
    hy hye arm armenian հայերեն
    id ind indonesian indonesia
    it ita italian italiano
    ja jpn japanese 日本語
    ko kor korean 한국어
    lt lit lithuanian lietuvių
    ne nep npi nepali नेपाली
    nl nld dut dutch nederlands flemish vlaams
    no nb nn nor nob nno norwegian norsk bokmål nynorsk
    pl pol polish polski
    pt por portuguese português
    ro ron rum romanian română
    ru rus russian русский
    sr srp scc serbian srpski српски
    sv swe swedish svenska
    ta tam tamil தமிழ்
    tr tur turkish türkçe
    uk ukr ukrainian українська
    yi yid yiddish ייִדיש
    zh zho chi chinese mandarin 中文
    """
}
