import BriefingCore

/// Recognises the language of a text by its most common small words.
enum LanguageWords {
  /// The language that a text's small words tell, its first 400 words at most; nil where they tell none, or another one
  /// than those of ``Language``.
  static func language(of text: some Sequence<WordLine>) -> Language? {
    var words = 0
    var counts = Counts()
    for line in text {
      // Borders are not words.
      words += line.count
      line.bytes.withUnsafeBufferPointer { counts.add($0) }
      if words >= enough { break }
    }
    return counts.language(ofWords: words)
  }

  /// Words that tell as well as all of a long text.
  static let enough = 400

  /// How often words of each language stand in a text.
  private struct Counts {
    /// By the place of the language among ``LanguageWords/lists``.
    private var found = Array(repeating: 0, count: lists.count)
    /// Small words of English, and common words that few other languages have.
    private var (small, own) = (0, 0)

    mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
      let table = LanguageWords.table
      var hash = WordBits.start
      for at in 0...line.count {
        let byte = at < line.count ? line[at] : 0x20
        if byte != 0x20 {
          hash = WordBits.next(hash, byte)
          continue
        }
        var bits = table[hash]
        hash = WordBits.start
        if bits & LanguageWords.smallWord != 0 { small += 1 }
        if bits & LanguageWords.ownWord != 0 { own += 1 }
        bits &= LanguageWords.ownWord - 1
        while bits != 0 {
          found[bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }

    func language(ofWords words: Int) -> Language? {
      var best = 0
      for list in found.indices where found[list] > found[best] { best = list }
      guard LanguageWords.lists[best].language != .english else {
        // English prose has about one in six of the small words; no other language that uses Latin letters one in
        // sixteen. Of a sentence or two more words tell, and have to be more.
        return small >= 2 && small * 16 >= words || own >= 2 && own * 8 >= words ? .english : nil
      }
      return found[best] >= 2 && found[best] * 8 >= words ? LanguageWords.lists[best].language : nil
    }
  }

  /// A bit for each list, and above these two for English words. One by one, so that they are constants.
  private static let ownWord: UInt64 = 1 << 62
  private static let smallWord: UInt64 = 1 << 63

  private static let table: WordBits = {
    var table = WordBits()
    for (place, list) in lists.enumerated() {
      for word in list.words { table.insert(word, 1 << UInt64(place)) }
    }
    for word in split(ownWords) { table.insert(word, ownWord) }
    for word in split("the of and to for that with") { table.insert(word, smallWord) }
    return table
  }()

  private static func split(_ words: String) -> Set<String> {
    Set(Folding.all.fold(words).split(separator: " ").map(String.init))
  }

  /// Common words of English that few other languages have.
  private static let ownWords = """
    the of and to for that with this they them their there these those from which would could should about after
    because before been being by has have his her him how its more most not said says she than then what when where
    while who will your you are were but it be at or
    """

  // MARK: Lists

  /// Common words of each language; nil for one that is recognised only so that it is not taken for another.
  private static let lists: [(language: Language?, words: Set<String>)] =
    [(.english, StopWords.english.union(split(ownWords)))]
    + StopWords.others.map { ($0.language, $0.words) } + more.map { ($0, split($1)) }

  private static let more: [(Language?, String)] = [
    (
      .danish,
      """
      af at blev bliver da de den der deres det dette dog du efter eller en er et for fra få før han har havde hun hvad
      hvor i ikke ind jeg kan kunne man med meget mellem men mere mod nogle nu når og også om op os over på sig siden sin
      skal skulle som så til ud under var ved vil ville være blevet uden hvis hans
      """
    ),
    (
      .swedish,
      """
      alla allt att av blev bli blir de dem den denna deras det dig du där efter eller en ett från för få ha hade han har
      hon hur här i in inte jag kan kommer kunde man med mellan men mer mot mycket ni nu när och om oss på sig sin ska
      skulle som så till under upp ut utan vad var vara varit vi vid än är över också enligt
      """
    ),
    (
      .norwegian,
      """
      alle at av ble blir da de den der deres det dette du eller en er et etter for fra før få ha hadde han har hun hva
      hvor hvordan i ikke inn jeg kan kunne man med mellom men mer mot mye noe noen nå når og også om opp oss over på seg
      siden sin skal skulle som så til under ut uten var ved vi vil ville være blitt sier
      """
    ),
    (
      .finnish,
      """
      että ei eivät ennen hän he ja jo joka joita jonka jos jotka kaikki kanssa kuin kun kuten me mikä minä muita mukaan
      mutta myös ne niin nyt olla ole oli olivat olisi on ovat se sekä sen sillä sitä siitä tai tämä tämän tätä vain
      vielä vuonna yli asti jälkeen hänen voi
      """
    ),
    (
      .hungarian,
      """
      a az egy és hogy is nem meg ez azt volt van csak már el még de mint ki ha azonban vagy mert után szerint között
      lesz lehet minden ezt akkor amely amelyek aki arra erre itt ott úgy így majd pedig fel le be ki nagy két több
      voltak lett kell
      """
    ),
    (
      .romanian,
      """
      a acest această aceste al ale am ar are au ca care ce cel cea cei cele cu cum dar de deja despre din dintre după
      el ea este eu fi fost în într iar îi îl la lor lui mai mult nu o pe pentru prin să sau se și sunt său sa un unei
      unui una fără către între
      """
    ),
    (
      .catalan,
      """
      a al als amb aquest aquesta aquests aquestes això com de del dels des dos el els en entre era és ell ella ha han hi
      fins fet i la les li més molt no o on per però perquè pel pels que què quan se seu seva ser si sense són sobre
      també tot un una uns va van
      """
    ),
    (
      .basque,
      """
      baina bat bere bi da dago dira du dute dela den edo egin egiten ere eta ez hau hori horrek izan izango nahi oso
      zen ziren zuen zuten baino beste behar artean arte gehiago duen direla ondoren baten batean
      """
    ),
    (
      .irish,
      """
      ach ag agus ais an ann ar as atá bhí bheith chun dá de den do don faoi féin go i idir is le leis mar na nach ná ní
      níos ó ón roimh sa san sé sí siad sin sna seo tá thar trí um
      """
    ),
    (
      .lithuanian,
      """
      apie ar arba bei bet bus buvo būti dar dėl iki ir iš į jau jei ji jie jis jo jos juos jų kad kai kaip kas kuri
      kurie kuris labai nei nes nuo o pagal per po prie savo su šis tai taip tačiau tik to už yra
      """
    ),
    (
      .indonesian,
      """
      ada adalah akan antara atau bagi bahwa banyak belum bisa dalam dan dapat dari dengan di hanya harus ia ini itu juga
      kami karena ke kepada kita lebih masih mereka namun oleh pada para saat saja sangat satu sebagai sebuah secara
      seperti serta setelah sudah telah tersebut tidak untuk yang
      """
    ),
    (
      .greek,
      """
      αλλά αν από αυτά αυτή αυτό αυτός για δεν είναι είχε ένα ένας ενώ έχει έχουν η ήταν θα και κατά με μετά μια μία να ο
      οι όμως όπως όταν ότι ου που πριν προς σε στα στη στην στις στο στον στους στου τα τη την της τις το τον του τους των
      ως
      """
    ),
    (
      .serbian,
      """
      ali bi bio bila bilo biti će da do ga i ili iz izjavio je jer još kako kao koja koje koji ku li mu na nakon ne nego
      nije o od on oni ovo po pod pre što sa sam samo se su sve svoje ta tako te to u uz više za
      али би био била било бити ће да до га и или из је јер још како као која које који му на након не него није о од он
      они ово по под пре што са само се су све своје та тако те то у уз више за
      """
    ),
    (
      .armenian,
      """
      այդ այն այս բայց դա եմ են ենք երբ եւ էին է էր ըստ թե իր իրենց համար հետ մասին մեջ մինչ նա նաև նրա նրանց որ որը որպես
      որոնք չէ և վրա ու ի կա կարող
      """
    ),
    (
      .arabic,
      """
      أن أو إلى التي الذي الذين إن بعد بين حيث خلال ذلك على عن عند عليه غير في فيه فيها قال قبل قد كان كانت كل كما لا لم له
      لها ما مع من منذ منها هذا هذه هو هي هناك وقد وقال وفي ومن وهو يوم حتى لكن
      """
    ),
    (
      .hindi,
      """
      और का की के को में से है हैं था थे थी यह वह ने पर कि भी ही तो नहीं एक इस उस कर करने किया गया जो हो होने लिए साथ बाद अपने
      ये कहा रहे रहा अब तक
      """
    ),
    (
      .nepali,
      """
      र छ छन् को मा ले लाई गरेको गर्न गरे भएको भने पनि यो यस त्यो हो तर अनि एक उनले उनको हुने थियो थिए बाट सम्म लागि साथ
      गर्ने भन्ने आफ्नो गरी
      """
    ),
    (
      .tamil,
      """
      ஒரு என்று மற்றும் இந்த அந்த என அவர் இது அது உள்ள என்ற அவர்கள் தனது பற்றி மூலம் வந்த போது என்ன ஆனால் மேலும் பின்னர் வரை
      இல்லை முடியும் அவரது தான் கொண்டு
      """
    ),
    (
      .yiddish,
      """
      און איז די דער דאָס דעם אַ פֿון פון אין ניט נישט מיט צו אויף האָט האט זיך וואָס וואס ער זי עס זיי מען אָבער אבער אויך נאָך
      ביי פאַר פאר זענען געווען איר אַז אז
      """
    ),
    // Languages without a stemmer.
    (
      nil,
      """
      a aby ale bardzo bez był była było być co czy dla do gdy go i ich ja jak jako je jego jej jest jeszcze już jeśli
      która które który ma między może na nad nie niż o od oraz po pod przed przez przy się są także tak te tego tej ten to
      tym tylko w we z za ze że
      """
    ),
    (
      nil,
      """
      a aby ale ani asi až bude by byl byla bylo být co další do i jako je jeho jejich jen jeho jsem jsou k kde když která
      které který má mezi může na nad nebo není o od po pod podle pro před při s se si své také tak to u v ve však z za
      ze že sa som sú ako ktorý ktoré
      """
    ),
    (
      nil,
      """
      а або але без був була були бути в від він вона вони до за з зі і із їх й його її на не ні про під після при що щоб
      та також таки те то у це цей цього цьому як який яка яке які вже є ще між
      """
    ),
    (
      nil,
      """
      а бе без беше бъде в все във да до за и из им или как като когато които който която което към ли ме му на не ни но
      от по под при през са само се си след със с съм така такъв тази това този той те тя че ще още
      """
    ),
    (
      nil,
      """
      آن است از با باید برای بود به بر تا در را که می و این یک شد شده خود هم او ها های آنها کرد کرده گفت شود پس ولی اما
      """
    ),
    (
      nil,
      """
      các có cho của đã để đến được khi không là lại một này năm người những như ra sẽ sau tại theo thì trên trong từ và vào
      về với
      """
    ),
    (
      nil,
      """
      את של על לא הוא היא זה זו כי גם או אם עם כל יש אין היה היתה הם אשר בין אבל רק לפי כדי עד אל מה
      """
    ),
  ]
}
