import BriefingLayout

/// A look as the configuration has it: attributes, a colour, `on` and the colour of the ground, each as far as it is
/// wanted: `bold underline #ffaf00 on black`.
struct WrittenLook {
  let attributes: Attributes

  private static let traits: [String: Attributes.Traits] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strike": .strikethrough,
  ]

  /// Nil where a word is none of these, or stands twice.
  init?(_ written: String) {
    var look = Attributes()
    var isGround = false
    for word in written.split(separator: " ") {
      if let trait = Self.traits[String(word)] {
        look.traits.insert(trait)
      } else if word == "on", !isGround {
        isGround = true
      } else if let color = Color(word) {
        let place = isGround ? \Attributes.background : \Attributes.foreground
        guard look[keyPath: place] == nil else { return nil }
        look[keyPath: place] = color
      } else {
        return nil
      }
    }
    guard !isGround || look.background != nil else { return nil }
    attributes = look
  }
}
