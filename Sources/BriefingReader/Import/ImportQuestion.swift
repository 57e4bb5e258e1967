/// Whether briefings made of an article may be written into the library.
struct ImportQuestion: Hashable, Sendable {
  /// The request that makes them.
  let serial: Int
  /// What would be written; nil while that is found out.
  var plan: ImportPlan?
}
