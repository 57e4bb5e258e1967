import Testing

@testable import BriefingSearch

/// Which language a briefing is in.
@Suite struct LanguageTests {
  /// A sentence or two of each language, as news have them.
  static let sentences: [(Language?, String)] = [
    (.english, "They said the missiles would be sold to Ankara before the end of the year."),
    (.german, "Der Minister hat gesagt, dass die Raketen nicht vor dem Ende des Jahres verkauft werden."),
    (.french, "Le ministre a dit que les missiles ne seront pas vendus avant la fin de cette année."),
    (.spanish, "El ministro dijo que los misiles no se venderán antes de que termine el año."),
    (.italian, "Il ministro ha detto che i missili non saranno venduti prima della fine di questo anno."),
    (
      .portuguese,
      "O ministro disse que os mísseis não serão vendidos até ao fim do ano, mas sem dar uma data."
    ),
    (.dutch, "De minister zegt dat de raketten niet voor het einde van het jaar worden verkocht."),
    (
      .turkish,
      "Bakan, bu füzelerin yıl sonuna kadar satılmayacağını ve daha sonra da bir karar olacağını söyledi."
    ),
    (.russian, "Министр сказал, что ракеты не будут проданы до конца года, но это еще не все."),
    (
      .danish,
      "Ministeren siger, at der ikke bliver solgt nogen missiler før årets udgang, og at det er godt."
    ),
    (
      .swedish,
      "Ministern säger att det inte kommer att säljas några robotar före årets slut och att de är många."
    ),
    (
      .norwegian,
      "Ministeren sier at det ikke blir solgt noen raketter før årets slutt, og at hun har mye å gjøre."
    ),
    (.finnish, "Ministeri sanoi, että ohjuksia ei myydä ennen vuoden loppua, mutta se on vielä auki."),
    (.hungarian, "A miniszter szerint a rakétákat nem adják el az év vége előtt, és ez még csak egy terv."),
    (
      .romanian,
      "Ministrul a spus că rachetele nu vor fi vândute până la sfârșitul anului și că este o decizie a lor."
    ),
    (
      .catalan,
      "El ministre ha dit que els míssils no es vendran fins a final d’any, però amb això no n’hi ha prou."
    ),
    (.lithuanian, "Ministras sakė, kad raketos nebus parduotos iki metų pabaigos, bet tai dar ne viskas."),
    (
      .indonesian,
      "Menteri itu mengatakan bahwa rudal tersebut tidak akan dijual pada tahun ini dan untuk yang lain."
    ),
    (.greek, "Ο υπουργός είπε ότι οι πύραυλοι δεν θα πουληθούν πριν από το τέλος του έτους."),
    (
      .serbian,
      "Министар је рекао да ракете неће бити продате до краја године, али да се о томе још разговара."
    ),
    (.arabic, "قال الوزير إن الصواريخ لن تباع قبل نهاية العام على أن يتم ذلك في وقت لاحق من هذا العام"),
    (.hindi, "मंत्री ने कहा कि मिसाइल इस साल के अंत से पहले नहीं बेची जाएगी और यह तय है"),
    (
      nil,
      "Minister powiedział, że rakiety nie będą sprzedane przed końcem roku, ale to jeszcze nie jest pewne."
    ),
    (nil, "Міністр сказав, що ракети не будуть продані до кінця року, але це ще не все, що він має."),
    (nil, "部长说，今年年底前不会出售导弹。"), (nil, "장관은 올해 안에 미사일을 팔지 않을 것이라고 말했다."),
    (nil, "12:30 – 14:00 · Ankara, Brüssel, Paris"), (nil, "missile"), (nil, ""),
  ]

  @Test(arguments: sentences) func aSentenceTells(language: Language?, sentence: String) {
    #expect(Language.of(tag: nil, [WordLine([sentence])]) == language)
  }

  /// What is quoted does not tell, but what there is most of.
  @Test func theMostFrequentWordsTell() {
    let german = Self.sentences[1].1
    let english = Self.sentences[0].1
    #expect(Language.of(tag: nil, [WordLine([english, english, german, english])]) == .english)
    #expect(Language.of(tag: nil, [WordLine([german, german, english, german])]) == .german)
  }

  @Test(arguments: [
    ("en", Language.english), ("EN-gb", .english), ("eng", .english), ("English", .english),
    ("en_US.UTF-8", .english),
    ("de", .german), ("ger", .german), ("deu", .german), ("Deutsch", .german), ("German", .german),
    ("fr-CA", .french), ("fre", .french), ("français", .french), ("Francais", .french), ("Español", .spanish),
    ("pt-BR", .portuguese), ("Portuguese (Brazil)", .portuguese), ("Türkçe", .turkish), ("русский", .russian),
    ("nb", .norwegian), ("nn-NO", .norwegian), ("Svenska", .swedish), ("el", .greek), ("العربية", .arabic),
    ("हिन्दी", .hindi), ("தமிழ்", .tamil), ("ייִדיש", .yiddish), ("en, de", .english),
  ])
  func aTagTells(tag: String, language: Language) {
    #expect(Language.of(tag: tag, [WordLine([Self.sentences[1].1])]) == language)
  }

  /// A tag is believed, whatever the text is in.
  @Test(arguments: ["pl", "zh-Hant", "ko", "enm", "x-klingon", "12"]) func otherTagsAreNone(tag: String) {
    #expect(Language.of(tag: tag, [WordLine([Self.sentences[0].1])]) == nil)
  }

  @Test func numbersAreThoseOfTheLanguages() {
    #expect(Language.allCases.map(\.number) == Array(1...Language.allCases.count))
    for language in Language.allCases {
      #expect(Language(number: language.number) == language)
      #expect(Language(tag: language.rawValue) == language)
    }
    #expect(Language(number: 0) == nil && Language(number: 99) == nil)
  }

  /// Common words of a language are enough, whatever stands between.
  @Test func wordsAreFoldedAsTextsAre() {
    #expect(WordLine(["für über können"]).string == "fur uber konnen")
    #expect(StopWords(["какой", "это"].map { WordLine([$0]).string }).contains(WordLine(["какой"]).string))
  }
}
