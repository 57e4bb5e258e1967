import Testing

@testable import BriefingCore

/// Texts that come, change and go are looked through as if each stood alone.
@Suite struct FilterTextsTests {
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private static func text(_ numbers: inout Numbers) -> [UInt8] {
    (0..<numbers.next(below: 30)).map { _ in UInt8(ascii: "a") + UInt8(numbers.next(below: 4)) }
  }

  private static func fits(_ filter: CatalogueFilter, _ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in filter.withSearch { $0.fits(text) } }
  }

  @Test(arguments: 1...12) func `texts are found wherever they moved`(seed: UInt64) {
    var numbers = Numbers(state: seed)
    var texts = FilterTexts(blockSize: 1 + Int(seed) % 5)
    var plain: [[UInt8]] = []
    for step in 0..<400 {
      let text = Self.text(&numbers)
      switch plain.isEmpty ? 0 : numbers.next(below: 6) {
      case 5 where step % 4 == 0:
        let cards = (0..<numbers.next(below: 6)).map { number in
          CatalogueCard(
            CatalogueRow(path: "\(number)", title: String(decoding: Self.text(&numbers), as: UTF8.self)),
            root: "")
        }
        texts.append(CatalogueBatch(cards, root: ""))
        plain += cards.map(\.text)
      case 0, 1:
        texts.append(text)
        plain.append(text)
      case 2, 3:
        let index = numbers.next(below: plain.count)
        texts.replace(at: index, with: text)
        plain[index] = text
      default:
        let index = numbers.next(below: plain.count)
        texts.remove(at: index)
        plain.swapAt(index, plain.count - 1)
        plain.removeLast()
      }
      #expect(texts.count == plain.count)
      let filter = CatalogueFilter([Array(["a", "bc", "abd", "c"][step % 4].utf8)])
      var (all, some) = (plain.map { _ in false }, plain.indices.map { $0 % 3 == 0 })
      let before = some
      texts.fit(filter, &all, isNarrower: false)
      texts.fit(filter, &some, isNarrower: true)
      #expect(all == plain.map { Self.fits(filter, $0) })
      #expect(some == plain.indices.map { before[$0] && all[$0] })
      #expect(plain.indices.allSatisfy { texts.fits(filter, at: $0) == all[$0] })
    }
  }

  @Test func `a filter without words leaves every text`() {
    var texts = FilterTexts()
    for text in ["", "a"] { texts.append(Array(text.utf8)) }
    var fits = [false, false]
    texts.fit(CatalogueFilter([]), &fits, isNarrower: false)
    #expect(fits == [true, true] && texts.fits(CatalogueFilter([]), at: 0))
  }
}
