internal import CLinux

/// The allocator's settings for a program that uses the same room again for every file.
package enum Memory {
  /// Keeps freed memory for the next file instead of giving it back page by page, which the kernel
  /// would have to clear before it is used again. Held memory is bounded by what the largest file
  /// needed. There are as many heaps as `jobs`: a thread that only collects what others made needs
  /// none of its own. Call once, before other threads begin.
  package static func keepWhatIsFreed(jobs: Int) {
    _ = mallopt(M_MMAP_THRESHOLD, 1 << 30)
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
    _ = mallopt(M_TOP_PAD, 1 << 20)
    _ = mallopt(M_ARENA_MAX, Int32(clamping: jobs))
  }
}
