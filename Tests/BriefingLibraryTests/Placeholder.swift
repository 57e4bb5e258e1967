import Testing

@testable import BriefingLibrary
