/// The real words of a sample library, each language's most frequent ones first.
enum LibraryWords {
  /// The words of English, of news, of names and of terms.
  static let english = split(englishFunctionWords) + news

  static let german = split(
    """
    die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an nach wie
    im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen welche sind oder zur um haben
    einer mir über ihm diese einem ihr uns da zum kann doch vor dieser mich ihn du hatte seine mehr am denn nun unter
    sehr selbst schon hier bis Regierung Minister Straße Größe Übernahme Verhandlungen Gespräche Verteidigung Wahl
    Grenze Energie Vertrag Fähigkeit Haushalt Außenminister Öl Gas Preise München Köln Bundestag Ministerpräsident
    """)

  static let turkish = split(
    """
    ve bir bu da de için ile çok daha olarak gibi en kadar olan var ama ne o sonra ya her mi ise değil ki diye göre
    ben yok tarafından kendi iki yeni büyük bugün önce üzerinde şey bile hem onun ancak şu zaman bütün arasında son
    Türkiye İstanbul Ankara Cumhurbaşkanı Erdoğan İzmir Diyarbakır Bakanlığı anlaşma görüşme savunma füze satış
    enerji doğalgaz petrol seçim hükümet ülke güvenlik sınır açıklama toplantı ağustos şubat ışık ılık Iğdır
    """)

  static let french = split(
    """
    de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux
    mais comme on tout nous sa fait été aussi leur bien peut ces y deux même ont sans entre être avait après encore
    gouvernement ministre président accord énergie défense élection marché pétrole frontière sécurité Élysée Orléans
    négociations réunion août décembre hôpital français européenne théâtre cœur œuvre garçon Noël où déjà
    """)

  private static let englishFunctionWords = """
    the of to and in a for on that with by from at as is was said it has are were will an be its after over new more
    than could would between under before during against since until about while where which their there these
    those first second not have had but they this he she his her who been also or one two up out when if other some
    all into may last most can them what him so no only such many now three both per any being because through
    still already much each well back even here how then very own next early late four five
    """

  private static let nouns = split(
    """
    missile talk minister president leader faction government parliament election report official nation region
    border agreement deal summit sanction airframe system market price firm pipeline court vote export import
    reform budget tax bank bond rate loan investor tariff partner alliance pact troop soldier general commander
    drone fighter jet tank radar warship submarine weapon airport harbour port railway road bridge tunnel reactor
    plant depot tanker cargo shipment barrel grid turbine panel miner mine metal farm grain harvest
    drought flood storm earthquake fire rescue hospital doctor patient vaccine virus school student teacher
    college scientist satellite rocket network server chip engineer worker union strike wage
    pension house rent mortgage owner tenant town mayor village province state capital consulate ambassador envoy
    diplomat negotiator adviser senator lawmaker committee bill law judge lawyer prosecutor suspect
    prisoner detainee hostage refugee migrant camp ceasefire truce front offensive shell bomb blast victim group
    movement rebel protest protester crowd square newspaper journalist editor channel film actor artist museum
    festival fan club player team stadium record medal champion season goal cup race driver engine car
    truck ship plane flight passenger airline tourist hotel visitor resort island coast sea river lake
    mountain forest park animal bird whale climate emission target forecast average quarter profit share
    shareholder merger bid contract order supplier customer brand store product retailer euro dollar
    """)

  /// All of them regular: `talk`, `talks`, `talked`, `talking`; `*` stands after those in e, `!` after `reach`.
  private static let verbs = split(
    """
    talk sign order report attack demand visit deploy warn claim confirm reject accept expect appeal reveal press
    return remain follow support oppose protest block open close* lift impose* approve* threaten condemn
    announce* discuss! launch! reach! push! end fund halt delay extend expand raise* lower strengthen
    weaken suspend resume* continue* invite* host attend consider call ask answer add explain point train fail
    """)

  /// Words without regular forms, names, and terms with punctuation.
  private static let terms = split(
    """
    aircraft country countries company companies party parties city cities policy policies economy energy oil gas
    defence defense security military nuclear foreign prime central economic political public private federal local
    Erdoğan İstanbul Łódź Straße Zürich Ankara Washington Brussels Moscow Kyiv Beijing Tokyo Paris Berlin Warsaw
    Gdańsk São Reykjavík Málaga Kraków Malmö Bogotá Chișinău Plzeň Ağrı Iğdır Şanlıurfa Çanakkale Diyarbakır Baku
    Syria Turkey Russia Ukraine China Japan Germany France Poland Israel Iran Iraq Greece Egypt India Brazil Mexico
    Rubio Trump Putin Zelenskyy Macron Merz Tusk Fidan Lavrov Vučić Orbán Håkon Müller Dvořák Škoda Citroën
    F-35 F-16 S-400 AIM-120C-8 AIM-9X Su-57 Eurofighter Tu-95 A400M KC-46 T-129 MQ-9 C++ .NET 5G COVID-19 G7 G20 R&D
    $304 $1.2bn €40 NATO EU UN DSCA CAATSA OPEC+ OECD IMF WTO PKK AKP CHP IAEA LNG CO₂ H₂O U.S. U.K. mid-May
    ex-minister air-to-air long-range state-owned year-on-year co-operation anti-aircraft F-35s NATO's Turkey's
    """)

  private static let news: [String] = {
    var words = nouns.flatMap { [$0, $0 + "s"] } + verbs.flatMap(inflections) + terms
    // Mixed, so that each kind has frequent and rare ones; the same in every library.
    var random = SeededGenerator(seed: 1)
    words.shuffle(using: &random)
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }()

  /// The forms of a verb as it is marked.
  private static func inflections(_ verb: String) -> [String] {
    let stem = String(verb.prefix { $0.isLetter })
    return switch verb.last {
    case "*": [stem, stem + "s", stem + "d", stem.dropLast() + "ing"]
    case "!": [stem, stem + "es", stem + "ed", stem + "ing"]
    default: [stem, stem + "s", stem + "ed", stem + "ing"]
    }
  }

  private static func split(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
