/// Where the words of one section stand: each word's places as ``WordPlace`` writes them, in slices of one piece of memory
/// that grow with the word. A place takes a byte or two, for a section can be tens of millions of words.
struct PlacePool: Sendable {
  /// The places of one word.
  struct List: Sendable {
    /// The last of them.
    fileprivate var last: WordPlace
    /// Where its first slice starts; a word with one place has none.
    fileprivate var first = List.none
    /// Where the next byte goes, where the bytes of that slice end, and how long it is with its link.
    fileprivate var (next, end, size): (UInt32, UInt32, UInt32) = (0, 0, 0)

    fileprivate static let none = UInt32.max

    /// Starts with one place.
    init(_ place: WordPlace) { last = place }

    /// The field of the only place; nil where there are more. So most words stand in a section.
    var onlyField: WordPlace.Field? { first == List.none ? last.field : nil }

    /// Appends the only place, as ``WordPlace/append(_:to:)`` writes it.
    @inline(__always)
    func appendOnly(to bytes: inout [UInt8]) { last.forEachByte(after: nil) { bytes.append($0) } }
  }

  /// The slices. After its bytes each says where the next one of its word starts.
  private var bytes: [UInt8] = []
  /// Where the next slice goes. What is behind is kept for it, with the bytes of earlier words: a slice is read only as far as
  /// its word has written.
  private var used = 0
  /// How long a word's first slice is, and a slice at most; each is twice as long as the one before.
  private static let sizes: ClosedRange<UInt32> = 16...4096
  private static let linkSize: UInt32 = 4

  /// About how much memory it takes.
  var byteCount: Int { used }

  /// Forgets all places.
  mutating func removeAll() { used = 0 }

  /// Adds a place that comes after all others of its word.
  mutating func append(_ place: WordPlace, to list: inout List) {
    if list.first == List.none {
      list.first = UInt32(truncatingIfNeeded: used)
      addSlice(Self.sizes.lowerBound, to: &list)
      list.last.forEachByte(after: nil) { append($0, to: &list) }
    }
    let last = list.last
    place.forEachByte(after: last) { append($0, to: &list) }
    list.last = place
  }

  /// Gives the places of one word to `body`, as ``WordPlace/append(_:to:)`` writes them; `room` takes them where they do not
  /// stand together.
  @inline(__always)
  func withPlaces<Result>(
    of list: List, in room: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard list.first != List.none, list.size == Self.sizes.lowerBound else {
      copy(list, to: &room)
      return room.withUnsafeBufferPointer(body)
    }
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(list.first)..<Int(list.next)]))
    }
  }

  /// Makes `places` those of one word, as ``WordPlace/append(_:to:)`` writes them.
  func copy(_ list: List, to places: inout [UInt8]) {
    places.removeAll(keepingCapacity: true)
    guard list.first != List.none else { return list.appendOnly(to: &places) }
    var start = Int(list.first)
    var size = Self.sizes.lowerBound
    while true {
      let end = start + Int(size - Self.linkSize)
      if end == list.end { return places.append(contentsOf: bytes[start..<Int(list.next)]) }
      places.append(contentsOf: bytes[start..<end])
      start = Int(link(at: end))
      size = Self.size(after: size)
    }
  }

  // MARK: Slices

  @inline(__always)
  private mutating func append(_ byte: UInt8, to list: inout List) {
    if list.next == list.end { extend(&list) }
    bytes[Int(list.next)] = byte
    list.next &+= 1
  }

  private mutating func extend(_ list: inout List) {
    let slice = UInt32(truncatingIfNeeded: used)
    for index in 0..<Self.linkSize {
      bytes[Int(list.end + index)] = UInt8(truncatingIfNeeded: slice >> (8 * index))
    }
    addSlice(Self.size(after: list.size), to: &list)
  }

  private mutating func addSlice(_ size: UInt32, to list: inout List) {
    let start = UInt32(truncatingIfNeeded: used)
    used += Int(size)
    if used > bytes.count { bytes.append(contentsOf: repeatElement(0, count: Int(Self.sizes.upperBound))) }
    (list.next, list.end, list.size) = (start, start + size - Self.linkSize, size)
  }

  private func link(at place: Int) -> UInt32 {
    bytes[place..<place + Int(Self.linkSize)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func size(after size: UInt32) -> UInt32 { min(2 * size, sizes.upperBound) }
}
