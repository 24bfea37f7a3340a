// A call of Linux that Swift's own module of the C library leaves out, and its flag
// SYNC_FILE_RANGE_WRITE. Offsets are off64_t.
extern int sync_file_range(int descriptor, long offset, long count, unsigned flags);

static const unsigned linux_start_writing = 2;
