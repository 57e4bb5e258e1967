import BriefingLayout

/// The outline while it has the keys. Its selected section is the one that the text shows: it has no state besides
/// the way back.
struct OutlineState: Hashable, Sendable {
  /// Where the text stood when the outline got the keys.
  var origin = Place()
}
