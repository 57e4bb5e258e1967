import Testing

@testable import BriefingTerminal
