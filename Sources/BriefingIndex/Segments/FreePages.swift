import GRDB

/// Pages of the database in which nothing stands any more: merged segments leave many.
struct FreePages {
  private let pool: any DatabaseWriter

  init(of pool: any DatabaseWriter) { self.pool = pool }

  /// One page in so many may be free: the next segments need some.
  private static let share = 16
  /// Pages that are given back in one transaction: what stands in others at the end of the file is moved there.
  private static let step = 512

  /// Gives pages back to the disk where many are free.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true, which is asked before each step. `DatabaseError`.
  func giveBack(isCancelled: () -> Bool) throws {
    while try pool.read(Self.areMany) {
      if isCancelled() { throw CancellationError() }
      let before = try pool.read(Self.count)
      try pool.write { db in try db.execute(sql: "PRAGMA incremental_vacuum(\(Self.step))") }
      // A database that was made without this keeps them.
      guard try pool.read(Self.count) < before else { return }
    }
  }

  private static func areMany(in db: Database) throws -> Bool {
    try count(in: db) > (Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0) / share
  }

  private static func count(in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
  }
}
