import CMemory

/// Has the C library return large blocks to the system once they are freed.
///
/// By itself it keeps them: each freed block that was mapped raises the size from which blocks are mapped, up to 32 MB, and
/// what is smaller stays where other threads' small blocks hold it. An index is made of thousands of buffers of some
/// megabytes by several threads, so the process would grow with the library: mallopt(3), "M_MMAP_THRESHOLD".
enum ReleasedMemory {
  /// Done once, when it is first asked for, and for the rest of the process.
  static let setUp: Void = memory_release_large_blocks(1 << 20, 8 << 20)

  /// Returns to the system what is free within the heaps of all threads: malloc_trim(3). It takes milliseconds.
  static func trim() { memory_release_free_pages() }
}
