internal import CMalloc

/// How this process asks the system for memory.
enum HeapGrowth {
  /// Asks for some at a time, not for a page: glibc gives a second thread a heap that grows page by page otherwise, which
  /// stops every thread for each. What is asked for and not used costs nothing.
  static func takeLargeSteps() {
    let step: Int32 = 4 << 20
    _ = mallopt(M_TOP_PAD, step)
    // With the first one set, glibc no longer learns which blocks come and go, and would map each large one anew.
    _ = mallopt(M_MMAP_THRESHOLD, step)
  }
}
