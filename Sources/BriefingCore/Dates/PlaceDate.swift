/// The line of place and day that stands above a letter or a press release: `Berlin, 10. Juli 2026`.
enum PlaceDate {
  /// Its date; nil where a line is anything else, or its first word says what will be, or was, on that day.
  static func date(_ line: Substring) -> BriefingDate? {
    guard let comma = line.firstIndex(where: { $0 == "," || $0 == "،" || $0 == "，" }) else { return nil }
    let place = line[..<comma].trimmed { $0 == " " }
    let words = place.split(separator: " ")
    guard 1...3 ~= words.count,
      words.allSatisfy({
        $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || ".'’-".contains($0) }
      }),
      !words.contains(where: { others.contains(Folding.all.fold(String($0))) }),
      let date = BriefingDate(written: line[line.index(after: comma)...]), !date.isMonth
    else { return nil }
    return date
  }

  /// Words that make the day that of something else, or the comma one between words.
  private static let others = Set(
    """
    deadline due closing closes effective until expires expiry updated modified revised born died starts start begins begin ends \
    end next event events when opening opens last since before after from by on meeting conference webinar release frist stand \
    termin geboren gestorben ab bis limite echeance ne nee mort plazo vence nacido actualizado срок до обновлено родился \
    termin wydarzenie aktualisiert
    """.split(separator: " ").map { Folding.all.fold(String($0)) })
}
