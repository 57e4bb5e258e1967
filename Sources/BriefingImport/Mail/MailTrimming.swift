/// Takes from a newsletter what is about the mail and not of it: how to leave the list, and where to read it else.
enum MailTrimming {
  private static let words = [
    "unsubscribe", "manage your preferences", "manage preferences", "update your preferences",
    "email preferences", "view in browser",
    "view this email in your browser", "view online", "read online", "open in browser",
    "forwarded this email", "was sent to",
    "you are receiving this", "you're receiving this", "you’re receiving this", "you received this",
    "add us to your address book",
    "abmelden", "abbestellen", "im browser ansehen", "newsletter verwalten", "se désabonner",
    "se désinscrire", "darse de baja",
    "cancelar la suscripción", "annulla l'iscrizione", "uitschrijven", "отписаться", "退订", "配信停止",
    "aboneliğinizi",
  ]

  /// The blocks without short paragraphs that speak of the list, and without what is left at the end then.
  static func trimmed(_ blocks: [ImportBlock]) -> [ImportBlock] {
    var kept = blocks.filter { block in
      guard case .paragraph(let runs) = block else { return true }
      let text = runs.plainText
      guard text.utf8.count < 400 else { return true }
      let lower = text.lowercased()
      return !words.contains { lower.contains($0) }
    }
    while case .rule? = kept.last { kept.removeLast() }
    return kept
  }
}
