import BriefingSearch

extension IndexProgress {
  /// `indexing 41,200 of 100,000`.
  var text: String { "indexing \(done.grouped) of \(total.grouped)" }
}

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
