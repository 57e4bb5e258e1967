/// What can be typed into the search, by an example.
struct SearchExample {
  /// What is typed.
  let query: String
  /// What that finds.
  let meaning: String

  /// The examples that the search and its help show, in their order.
  static let all = [
    SearchExample(query: "missile sale", meaning: "both, in one section"),
    SearchExample(query: "\"missile sale\"", meaning: "next to each other"),
    SearchExample(query: "missile -sale", meaning: "without a word"),
    SearchExample(query: "jet OR missile", meaning: "either"),
    SearchExample(query: "turk*", meaning: "words that start with it"),
    SearchExample(query: "tag:nato", meaning: "also source: author: title: section: path: lang:"),
    SearchExample(query: "is:unread", meaning: "also is:read is:starred is:changed"),
    SearchExample(query: "after:2025-05", meaning: "also before: date: newer:2w, yesterday"),
  ]
}
