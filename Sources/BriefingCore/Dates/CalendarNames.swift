/// Names of months and of weekdays, as dates are written with them.
enum CalendarNames {
  /// The month that a word names, 1 to 12; nil where it names none. Case and diacritics do not matter.
  static func month(_ word: String) -> Int? { months[Folding.all.fold(word)] }

  /// The same for short names that are words of other languages too, so that they count only behind a day: `15 ago 2025`.
  static func shortMonth(_ word: String) -> Int? { shortMonths[Folding.all.fold(word)] }

  /// Whether a word names a day of the week.
  static func isWeekday(_ word: String) -> Bool {
    let folded = Folding.all.fold(word)
    // Vietnamese `số` is a number, and `so` a Sunday.
    let isWhole = folded.utf8.count > 3 || folded.utf8.count == word.utf8.count
    return isWhole && weekdays.contains(folded) || isWeekdayOfCharacters(word)
  }

  /// What stands before a day in some languages, in ASCII.
  static let articles: Set = ["the", "le", "el", "den", "der", "am", "il", "em"]

  /// Whether a date can start where a text does, by its first letters: of most words this says no, without making one.
  static func canStart(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, DateText.isASCIILetter(first) else { return true }
    guard let place = beginning(text) else { return true }
    return beginnings[place]
  }

  /// The first three letters of a word as a number; nil where one is not ASCII, and may fold to anything.
  private static func beginning(_ word: some Collection<Unicode.Scalar>) -> Int? {
    var place = 0
    var isInWord = true
    var scalars = word.makeIterator()
    for _ in 0..<3 {
      let next = scalars.next()
      if isInWord, let next, next.value > 0x7F { return nil }
      isInWord = isInWord && next.map(DateText.isASCIILetter) == true
      place = place * 27 + (isInWord ? Int((next?.value ?? 0) & 0x1F) : 0)
    }
    return place
  }

  /// Of all names that ``DateScanner`` knows the beginnings.
  private static let beginnings: [Bool] = {
    var found = [Bool](repeating: false, count: 27 * 27 * 27)
    for name in [months.keys, shortMonths.keys].joined() + Array(weekdays) + Array(articles) + [
      "kw", "ngay", "thang", "chu",
    ] {
      if let place = beginning(name.unicodeScalars) { found[place] = true }
    }
    return found
  }()

  /// `星期二`, `周二`, `火曜日`, `화요일`.
  private static func isWeekdayOfCharacters(_ word: String) -> Bool {
    for (start, days) in [
      ("星期", "一二三四五六日天"), ("礼拜", "一二三四五六日天"), ("禮拜", "一二三四五六日天"), ("周", "一二三四五六日"), ("週", "一二三四五六日"),
    ]
    where word.hasPrefix(start) {
      let day = word.dropFirst(start.count)
      return day.count == 1 && days.contains(day)
    }
    for (end, days) in [("曜日", "月火水木金土日"), ("曜", "月火水木金土日"), ("요일", "월화수목금토일")] where word.hasSuffix(end) {
      let day = word.dropLast(end.count)
      return day.count == 1 && days.contains(day)
    }
    return false
  }

  private static let shortMonths: [String: Int] = {
    var months: [String: Int] = [:]
    for names in shortTables {
      for (index, name) in names.split(separator: " ").enumerated() where name != "-" {
        months[Folding.all.fold(String(name))] = index + 1
      }
    }
    return months
  }()

  /// As the tables of full names; `-` where there is none that is not in those.
  private static let shortTables = [
    "ene feb mar abr - jun jul ago sep oct nov dic", "gen feb mar apr mag giu lug ago set ott nov dic",
    "jan fev mar abr mai jun jul ago set - nov dez", "- - - - - juin juill - - - - -",
    "sty lut - kwi maj cze lip sie wrz paź lis gru", "- - mrt - mei - - - - okt - -",
    "oca şub - nis - haz tem ağu eyl eki kas ara", "- - мар - - июн июл - - - - -",
  ]

  /// Full names, and short ones where they are not a common word of another language: `out` is October in Portuguese, and
  /// `Sold out 2025` is not a date. A name that is also in a table above counts once.
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for names in tables {
      for (index, alternatives) in names.split(separator: " ").enumerated() {
        for name in alternatives.split(separator: "/") {
          months[Folding.all.fold(name.replacing("_", with: " "))] = index + 1
        }
      }
    }
    return months
  }()

  /// A language a line: its months from January on, the names of a month divided by `/`, the words of one name by `_`.
  private static let tables = [
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
    "januar/jänner februar/feber märz/mrz/mär april mai juni juli august september oktober/okt november dezember/dez",
    "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre/dic",
    "gennaio/genn febbraio/febbr marzo aprile maggio/magg giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "января/январь/янв февраля/февраль/февр/фев марта/март апреля/апрель/апр мая/май июня/июнь июля/июль августа/август/авг сентября/сентябрь/сент/сен октября/октябрь/окт ноября/ноябрь/нояб декабря/декабрь/дек",
    "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
    "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec",
    "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/- grudnia/grudzień",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari/januar februari/februar mars/marts april maj/mai juni juli augusti/august september oktober november december/desember",
    "ιανουαρίου/ιανουάριος φεβρουαρίου/φεβρουάριος μαρτίου/μάρτιος απριλίου/απρίλιος μαΐου/μάιος ιουνίου/ιούνιος ιουλίου/ιούλιος αυγούστου/αύγουστος σεπτεμβρίου/σεπτέμβριος οκτωβρίου/οκτώβριος νοεμβρίου/νοέμβριος δεκεμβρίου/δεκέμβριος",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
    "január február március április május június július augusztus szeptember október november december",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
    "كانون_الثاني/جانفي شباط/فيفري آذار نيسان/أفريل أيار/ايار/آيار/ماي حزيران/جوان تموز/جويلية/يوليوز آب/أوت/غشت أيلول/ايلول/شتنبر تشرين_الأول تشرين_الثاني/نونبر كانون_الأول/دجنبر",
    "ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
  ]

  private static let weekdays = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so \
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo \
    lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag \
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс \
    måndag tisdag onsdag torsdag fredag lördag söndag mandag lørdag søndag \
    pazartesi salı çarşamba perşembe cuma cumartesi pazar \
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت \
    ראשון שני שלישי רביעי חמישי שישי שבת \
    pondělí úterý středa čtvrtek pátek sobota neděle poniedziałek wtorek środa czwartek piątek niedziela \
    понеділок вівторок середа четвер неділя понеделник вторник сряда четвъртък петък събота неделя \
    Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή \
    hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică \
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai pondelok utorok streda štvrtok piatok nedeľa \
    dilluns dimarts dimecres dijous divendres dissabte diumenge \
    senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad \
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
    """.split(separator: " ").map { Folding.all.fold(String($0)) })
}
