import BriefingCore

/// Words that say nothing of what is looked for: `what did rubio say about nato` asks for three words.
///
/// Those of English count in every query. Those of another language count where at least two of the query's words are
/// among them, so that `die hard` keeps both of its words.
struct StopWords {
  private let lists: [Set<String>]

  /// Chooses the lists for a query's words, folded.
  init(_ words: [String]) {
    let others = Self.others.map(\.words).filter { list in Set(words).count { list.contains($0) } > 1 }
    lists = [Self.english] + others
  }

  /// Whether a folded word says nothing.
  func contains(_ word: String) -> Bool { lists.contains { $0.contains(word) } }

  static let english = split(
    """
    a about above after again against all also although am an and any are as at be because been before being below
    between both but by can cannot could did do does doing done down during each either else ever every few for from
    further get gets give given had has have having he her here hers herself him himself his how however i if in into
    is it its itself just know known let like many may me might more most much must my myself neither no nor not of
    off on once only or other others ought our ours ourselves out over own please said same say says shall she should
    since so some such tell than that the their theirs them themselves then there these they this those through to
    too toward towards under until up upon very was we were what when where whether which while who whom whose why
    will with within without would yet you your yours yourself s t d ll m re ve don didn doesn isn wasn
    """)

  /// Those of other languages than English, each with its language.
  static let others: [(language: Language, words: Set<String>)] = [
    (
      .german,
      """
      aber als am an auch auf aus bei bin bis bist da dann das dass dem den der des die dies diese dieser dieses doch dort
      du durch ein eine einem einen einer eines er es etwas fur gegen hat hatte haben ich ihr ihre ihm ihn im in ist ja
      kann kein keine konnen man mehr mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so uber um
      und uns unter vom von vor wann war waren warum was weil welche welcher wenn wer werden wie wird wo wurde zu zum zur
      """
    ),
    (
      .french,
      """
      a au aux avec ce cela ces cette comme comment dans de des donc du elle elles en est et etait ete etre il ils je la
      le les leur leurs lui ma mais me meme mes mon ne nos notre nous on ont ou par pas plus pour pourquoi quand que quel
      quelle quelles quels qui quoi sa sans se ses si son sont sur ta te tes ton tu un une vos votre vous y d l qu n s c j
      """
    ),
    (
      .spanish,
      """
      a al algo ante como con contra cual cuando de del desde donde dos el ella ellas ellos en entre era es esa ese eso
      esta este esto estos fue ha han hasta hay la las le les lo los mas me mi mucho muy nada ni no nos o otra otro para
      pero por porque que quien se ser si sin sobre son su sus te tiene todo todos tu un una uno unos y ya
      """
    ),
    (
      .italian,
      """
      a ad ai al alla alle anche c che chi ci come con cosa cui da dal dalla dei del della delle di dove e ed era gli ha
      hanno i il in io l la le lo ma mi ne nei nel nella no non o per perche piu quale quando quanto quello questa questo
      se si sono su sua sul sulla suo un una uno
      """
    ),
    (
      .portuguese,
      """
      a ao aos as com como da das de do dos e ela ele em entre era essa esse esta este eu foi ha isso isto ja la lhe mais
      mas me mesmo muito na nao nas no nos o os ou para pela pelo por porque qual quando que quem se sem ser seu sua sao
      so tambem te tem um uma voce
      """
    ),
    (
      .dutch,
      """
      aan al als bij dan dat de deze die dit door een en er ge had heb hebben heeft het hij hoe ik in is je kan maar me
      meer met mijn naar niet nog nu of om omdat onder ons ook op over te tegen toch tot uit van veel voor waar waarom
      was wat we wel welke werd wie wij wordt zal ze zich zij zijn zo zonder zou
      """
    ),
    (
      .turkish,
      """
      ama ancak bana bazi ben bir biz bu cok cunku da daha de degil diye en gibi hangi hem hep her icin ile ise kadar ki
      kim mi mu nasil ne neden nerede nicin o olan olarak oldu on sen siz su tum ve veya ya yani
      """
    ),
    (
      .russian,
      """
      а без был была были было быть в вам вас во вот все всего вы где да для до его ее если есть еще же за и из или им их
      к как какие какой когда кто ли между мне мы на над не него нет но ну о об он она они от по под почему при с со так
      также там то тоже только у уже что чтобы это этого этот эти я
      """
    ),
  ].map { ($0, split($1)) }

  private static func split(_ words: String) -> Set<String> {
    Set(Folding.all.fold(words).split(separator: " ").map(String.init))
  }
}
