import Testing

@testable import BriefingLayout
