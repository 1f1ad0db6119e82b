internal import CGlibc

/// How this process asks the system for memory.
enum HeapGrowth {
  /// Lets the heap of each thread begin with some room: from there on glibc has it grow page by page, which stops every
  /// thread for each. What is asked for and not used costs nothing.
  static func beginWithRoom() {
    let room: Int32 = 4 << 20
    _ = mallopt(M_TOP_PAD, room)
    // With the first one set, glibc no longer learns which blocks come and go, and would map each large one anew.
    _ = mallopt(M_MMAP_THRESHOLD, room)
  }
}
