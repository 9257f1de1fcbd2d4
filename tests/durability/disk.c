/* Stands between a program and its disk: counts what the program asks of files in one folder, and at a chosen request
   kills it (before the request, or when half of it is done), or fills the disk; or writes down every request. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long done, dies_at, full_at;
static int halfway, record = -1, ready;
static const char *under;

static void get_ready(void) {
  if (ready) return;
  ready = 1;
  const char *given;
  under = getenv("DISK_UNDER");
  if ((given = getenv("DISK_DIES_AT"))) dies_at = atol(given);
  if ((given = getenv("DISK_FULL_AT"))) full_at = atol(given);
  halfway = getenv("DISK_HALFWAY") != NULL;
  if ((given = getenv("DISK_RECORD"))) record = open(given, O_WRONLY | O_CREAT | O_APPEND, 0644);
}

static int is_ours(const char *path) { return under && strncmp(path, under, strlen(under)) == 0 && !strstr(path, "-shm"); }

static int name_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, 4095);
  path[length > 0 ? length : 0] = 0;
  return length > 0 && is_ours(path);
}

static void put(const void *data, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  if (real(record, data, size) != (ssize_t)size) abort();
}

/* One line about a request, then its bytes: kind, path, place, length, second path. */
static void note(char kind, const char *path, long long place, long long length, const void *data, const char *other) {
  if (record < 0) return;
  char line[9000];
  int size = snprintf(line, sizeof line, "%c\t%s\t%lld\t%lld\t%s\n", kind, path, place, length, other ? other : "");
  put(line, size);
  if (data) put(data, length);
}

static int dies(void) { return ++done == dies_at; }
static void die(void) { kill(getpid(), SIGKILL); pause(); }
static int is_full(void) { return full_at && done >= full_at; }

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);

static ssize_t place_write(int file, const void *data, size_t size, off64_t place) {
  char path[4096];
  get_ready();
  if (!real_pwrite) real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  if (!name_of(file, path)) return real_pwrite(file, data, size, place);
  if (dies()) {
    if (halfway) real_pwrite(file, data, size / 2, place);
    die();
  }
  if (is_full()) { errno = ENOSPC; return -1; }
  note('w', path, place, size, data, NULL);
  return real_pwrite(file, data, size, place);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t place) { return place_write(file, data, size, place); }
ssize_t pwrite64(int file, const void *data, size_t size, off64_t place) { return place_write(file, data, size, place); }

ssize_t write(int file, const void *data, size_t size) {
  char path[4096];
  get_ready();
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  if (!name_of(file, path)) return real_write(file, data, size);
  if (dies()) {
    if (halfway) real_write(file, data, size / 2);
    die();
  }
  if (is_full()) { errno = ENOSPC; return -1; }
  off_t at = (fcntl(file, F_GETFL) & O_APPEND) ? lseek(file, 0, SEEK_END) : lseek(file, 0, SEEK_CUR);
  note('w', path, at, size, data, NULL);
  return real_write(file, data, size);
}

#define SIMPLE(name, kind)                                       \
  int name(int file) {                                           \
    static int (*real)(int);                                     \
    char path[4096];                                             \
    get_ready();                                                 \
    if (!real) real = dlsym(RTLD_NEXT, #name);                   \
    if (name_of(file, path)) {                                   \
      if (dies()) die();                                         \
      note(kind, path, 0, 0, NULL, NULL);                        \
    }                                                            \
    return real(file);                                           \
  }
SIMPLE(fsync, 's')
SIMPLE(fdatasync, 's')

#define TRUNCATES(name, offset)                                  \
  int name(int file, offset size) {                              \
    static int (*real)(int, offset);                             \
    char path[4096];                                             \
    get_ready();                                                 \
    if (!real) real = dlsym(RTLD_NEXT, #name);                   \
    if (name_of(file, path)) {                                   \
      if (dies()) die();                                         \
      note('t', path, size, 0, NULL, NULL);                      \
    }                                                            \
    return real(file, size);                                     \
  }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

int unlink(const char *path) {
  static int (*real)(const char *);
  get_ready();
  if (!real) real = dlsym(RTLD_NEXT, "unlink");
  if (is_ours(path)) {
    if (dies()) die();
    note('u', path, 0, 0, NULL, NULL);
  }
  return real(path);
}

int rename(const char *path, const char *other) {
  static int (*real)(const char *, const char *);
  get_ready();
  if (!real) real = dlsym(RTLD_NEXT, "rename");
  if (is_ours(path) || is_ours(other)) {
    if (dies()) die();
    note('r', path, 0, 0, NULL, other);
  }
  return real(path, other);
}
