/// Takes from a newsletter what is about the mail and not of it: how to leave the list, and where to read it else.
///
/// Only short paragraphs near its start and end can be that, and only with what such lines lead to: a link, or the address that
/// the mail went to. News speak of ships that were sent to the Gulf, and of people who unsubscribe.
enum MailTrimming {
  /// What such a line says and leads to.
  private enum Sign {
    /// A link.
    case link
    /// The reader's address, or a link.
    case address
  }

  /// Leaves at the start and at the end that are looked at, and bytes of a paragraph at most.
  private static let reach = (first: 4, last: 10)
  private static let longest = 400

  private static let signs: [(words: String, sign: Sign)] =
    [
      "unsubscribe", "manage your preferences", "manage preferences", "update your preferences",
      "email preferences", "view in browser",
      "view this email in your browser", "view online", "read online", "open in browser",
      "forwarded this email", "add us to your address book",
      "abmelden", "abbestellen", "im browser ansehen", "newsletter verwalten", "se désabonner",
      "se désinscrire", "darse de baja",
      "cancelar la suscripción", "annulla l'iscrizione", "uitschrijven", "отписаться", "退订", "配信停止",
      "aboneliğinizi",
    ].map { ($0, .link) }
    + [
      "was sent to", "you are receiving this", "you're receiving this", "you’re receiving this",
      "you received this",
    ].map { ($0, .address) }

  /// The blocks without short paragraphs that speak of the list, and without what is left at the end then.
  static func trimmed(_ blocks: [ImportBlock]) -> [ImportBlock] {
    // The paragraphs that stand in nothing else: an item without its paragraph would be empty.
    var depth = 0
    var leaves: [(index: Int, isAlone: Bool)] = []
    for (index, block) in blocks.enumerated() {
      switch block {
      case .open: depth += 1
      case .close: depth -= 1
      case .paragraph: leaves.append((index, depth == 0))
      case .heading, .code, .table: leaves.append((index, false))
      case .rule: break
      }
    }
    let near = leaves.prefix(reach.first) + leaves.dropFirst(reach.first).suffix(reach.last)
    let removed = Set(near.lazy.filter { $0.isAlone && isAboutMail(blocks[$0.index]) }.map(\.index))
    guard !removed.isEmpty else { return blocks }
    var kept = blocks.indices.filter { !removed.contains($0) }.map { blocks[$0] }
    while case .rule? = kept.last { kept.removeLast() }
    return kept
  }

  private static func isAboutMail(_ block: ImportBlock) -> Bool {
    guard case .paragraph(let runs) = block else { return false }
    let text = runs.plainText
    guard text.utf8.count < longest else { return false }
    let lower = text.lowercased()
    let hasLink =
      runs.contains { $0.link != nil } || lower.contains("http://") || lower.contains("https://")
      || lower.contains("www.")
    let hasAddress = hasLink || lower.contains("@")
    return signs.contains { words, sign in
      (sign == .link ? hasLink : hasAddress) && lower.contains(words)
    }
  }
}
