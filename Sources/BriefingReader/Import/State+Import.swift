import BriefingLayout

/// Bringing articles into the library: what would be written is found out, shown, and written if the reader agrees.
extension State {
  /// The question whether an import is to be written.
  var importQuestion: ImportQuestion? {
    get { top { if case .importQuestion(let question) = $0 { question } else { nil } } }
    set {
      replaceTop(newValue.map(Layer.importQuestion)) { if case .importQuestion = $0 { true } else { false } }
    }
  }

  /// What stands behind `import`, as it is typed after a colon; nil where something else is typed. It is empty where the
  /// article is to be pasted.
  static func importArgument(of typed: String) -> String? {
    let text = typed.drop(while: \.isWhitespace)
    guard text.hasPrefix("import") else { return nil }
    let rest = text.dropFirst("import".count)
    guard let first = rest.first else { return "" }
    guard first.isWhitespace else { return nil }
    var path = rest.drop(while: \.isWhitespace)
    // A pasted line ending is a space there.
    while path.last?.isWhitespace == true { path.removeLast() }
    return path == "-" ? "" : String(path)
  }

  /// Imports a file, or asks what to import where none is named.
  mutating func startImport(_ path: String) -> [Effect] {
    guard path.isEmpty else { return plan(importOf: .file(path)) }
    guard hasLibrary() else { return [] }
    push(.importing(LineEditor()))
    return []
  }

  /// Takes pasted text as the article where one is asked for; nil where it is typed like any other. A path has one line.
  mutating func takePastedArticle(_ text: String) -> [Effect]? {
    guard case .importing? = layers.last else { return nil }
    var lines = text[...]
    while lines.last?.isNewline == true { lines.removeLast() }
    guard lines.contains(where: \.isNewline) else { return nil }
    message = nil
    // Terminals send what the Enter key sends.
    let article = String(text.map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 })
    return pop() + plan(importOf: .text(article))
  }

  /// Finds out what an article would be in the library, and asks.
  mutating func plan(importOf source: ImportRequest.Source) -> [Effect] {
    guard hasLibrary() else { return [] }
    lastSerial += 1
    push(.importQuestion(ImportQuestion(serial: lastSerial)))
    return [.work(.planImport(ImportRequest(serial: lastSerial, source: source)))]
  }

  /// Whether there is a library to import into; says so where not.
  private mutating func hasLibrary() -> Bool {
    if list != nil { return true }
    complain("There is no library to import into: start briefing with a folder.")
    return false
  }

  /// Takes in what would be written.
  mutating func take(_ plan: ImportPlan, serial: Int) -> [Effect] {
    guard importQuestion?.serial == serial else { return [] }
    guard plan.files.isEmpty else {
      importQuestion?.plan = plan
      return []
    }
    let effects = pop()
    complain(Wording("Nothing to import: \(plan.remarks.first ?? "the library has all of it")."))
    return effects
  }

  /// Says why nothing can be imported.
  mutating func failToImport(_ reason: String, serial: Int) -> [Effect] {
    guard importQuestion?.serial == serial else { return [] }
    let effects = pop()
    complain(Wording(reason))
    return effects
  }

  /// Says what was written. The list is looked at again where files do not tell of themselves.
  mutating func noteImport(of paths: [String]) -> [Effect] {
    if let path = paths.first {
      say(Wording(paths.count == 1 ? "Imported: \(path)" : "Imported \(paths.count.grouped) briefings."))
    }
    return list.map { [.work(.scan(path: $0.path))] } ?? []
  }
}
