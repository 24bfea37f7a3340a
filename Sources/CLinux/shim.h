// Calls of Linux and of its C library that Swift's own module leaves out: the settings of the
// allocator, and sync_file_range with its flag SYNC_FILE_RANGE_WRITE. Offsets are off64_t.
#include <malloc.h>

extern int sync_file_range(int descriptor, long offset, long count, unsigned flags);

static const unsigned linux_start_writing = 2;
