/// Names of months and weekdays of Thai. They stand by themselves, since the years behind them are others.
enum ThaiMonths {
  /// From January on.
  static let names: [(full: String, short: String)] = [
    ("มกราคม", "ม.ค."), ("กุมภาพันธ์", "ก.พ."), ("มีนาคม", "มี.ค."), ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."), ("มิถุนายน", "มิ.ย."), ("กรกฎาคม", "ก.ค."), ("สิงหาคม", "ส.ค."), ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."), ("พฤศจิกายน", "พ.ย."), ("ธันวาคม", "ธ.ค."),
  ]

  /// From Monday on; Thursday has a short name too.
  static let weekdays = ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"]

  /// Whether a text ends with a month, or with a month and a year.
  static func isMonthAtEnd(of text: String) -> Bool {
    // Most texts are in another script.
    guard text.utf8.contains(0xE0) else { return false }
    let text = text.trimmed { $0 == " " || $0 == "." || DateText.isDigit($0) }
    return names.contains { text.hasSuffix($0.full) || text.hasSuffix($0.short.dropLast()) }
  }

  /// Whether a word counts what a number behind it numbers: `ฉบับที่ 12`, but not `วันที่ 12`, which is a day.
  static func counts(_ word: String) -> Bool {
    guard word.utf8.first == 0xE0, word.hasSuffix("ที่") else { return false }
    let rest = word.dropLast("ที่".count)
    return !rest.hasSuffix("วัน") && !weekdays.contains { rest.hasSuffix($0) }
  }
}

extension String {
  fileprivate func trimmed(_ fits: (Unicode.Scalar) -> Bool) -> Substring { self[...].trimmed(fits) }
}
