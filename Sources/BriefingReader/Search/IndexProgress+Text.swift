import BriefingSearch

extension IndexProgress {
  /// `indexing 41,200 of 100,000`; before anything is known of the library, what is being done.
  var text: String { total == 0 ? "looking for changes" : "indexing \(done.grouped) of \(total.grouped)" }
}
