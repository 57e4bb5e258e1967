/// A run of `*`, `_`, `~` or `=` that may open or close emphasis: 16 bytes, for a file can be nothing else.
struct Delimiter {
  var token: Int32
  /// How many bytes of it are not matched.
  var count: Int32
  /// The delimiter in front that is still of use; -1 for none.
  var previous: Int32 = -1
  var byte: UInt8
  /// What the rules want to know of the length of the run as it is written: its remainder by three, of tildes and equals
  /// signs the length itself.
  var lengthClass: UInt8
  var canOpen: Bool
  var canClose: Bool
}
