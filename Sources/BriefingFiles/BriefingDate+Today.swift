import BriefingCore

extension BriefingDate {
  /// The day that it is, where the reader is.
  package static var today: BriefingDate? { BriefingDate(localTime: Int(FileStamp.now / 1_000_000_000)) }
}
