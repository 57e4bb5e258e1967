import Testing

@testable import BriefingReader
