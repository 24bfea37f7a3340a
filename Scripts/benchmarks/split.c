/* Splits every CSV named on the command line into fields with libcsv, and counts them. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void field(void *text, size_t size, void *counts) {
  (void)text;
  ((size_t *)counts)[0] += 1;
  ((size_t *)counts)[1] += size;
}

static void row(int end, void *counts) {
  (void)end;
  ((size_t *)counts)[2] += 1;
}

int main(int count, char **paths) {
  static char block[1 << 16];
  size_t counts[3] = {0, 0, 0};
  for (int i = 1; i < count; i++) {
    struct csv_parser parser;
    int file = open(paths[i], O_RDONLY);
    ssize_t size;
    if (file < 0 || csv_init(&parser, CSV_STRICT) != 0) return perror(paths[i]), 1;
    while ((size = read(file, block, sizeof block)) > 0)
      if (csv_parse(&parser, block, (size_t)size, field, row, counts) != (size_t)size) return 1;
    csv_fini(&parser, field, row, counts);
    csv_free(&parser);
    close(file);
  }
  printf("%zu fields, %zu bytes, %zu rows\n", counts[0], counts[1], counts[2]);
  return 0;
}
