/*
 * Stands between a process and its disk, when it is loaded before the C library (LD_PRELOAD): writes down what is
 * done to the files of one folder, in order and with its data; or has calls fail as a worn-out disk would.
 *
 *   SHEAF_DISK_FOLDER  the folder, its real path
 *   SHEAF_DISK_SAID    a file outside of it: what is written there is put among the records, in its place. A first
 *                      letter of `+` or `-` lets calls fail from there on, or not any more.
 *   SHEAF_DISK_LOG     where the records go; none are kept without it
 *   SHEAF_DISK_EIO     calls in a million that fail with EIO
 *   SHEAF_DISK_SEED    which ones
 *
 * A record is: kind (1 byte), inode, place (8 each), lengths of two paths and of the data (4 each), and these.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { files = 4096 };

/* Which file each descriptor was opened for. Chromium has a close() of its own, so that closing is not seen. */
static struct { int kind; dev_t dev; ino_t ino; } opened[files];
enum { other, ours, said };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX], saying[PATH_MAX];
static size_t folder_length;
static int log_fd = -1, failing;
static uint64_t dice, rate;

__attribute__((constructor)) static void begin(void) {
  const char *value;
  if ((value = getenv("SHEAF_DISK_FOLDER"))) snprintf(folder, sizeof folder, "%s", value);
  if ((value = getenv("SHEAF_DISK_SAID"))) snprintf(saying, sizeof saying, "%s", value);
  folder_length = strlen(folder);
  if ((value = getenv("SHEAF_DISK_LOG")))
    log_fd = syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if ((value = getenv("SHEAF_DISK_EIO"))) rate = strtoull(value, NULL, 10);
  value = getenv("SHEAF_DISK_SEED");
  dice = (value ? strtoull(value, NULL, 10) : 1) * 0x9E3779B97F4A7C15u + 1;
}

/* Whether a path is in the folder; what SQLite shares between processes is not on the disk in any sense. */
static int is_ours(const char *path) {
  size_t length = strlen(path);
  if (!folder_length || strncmp(path, folder, folder_length)) return 0;
  if (path[folder_length] != '/' && path[folder_length] != 0) return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static const char *full(int at, const char *path, char *room) {
  char base[PATH_MAX];
  ssize_t length;
  if (path[0] == '/') return path;
  if (at == AT_FDCWD) return getcwd(base, sizeof base) && snprintf(room, PATH_MAX, "%s/%s", base, path) > 0 ? room : path;
  snprintf(room, PATH_MAX, "/proc/self/fd/%d", at);
  if ((length = readlink(room, base, sizeof base - 1)) < 0) return path;
  base[length] = 0;
  return snprintf(room, PATH_MAX, "%s/%s", base, path) > 0 ? room : path;
}

static void put(const void *bytes, size_t length) {
  while (length > 0) {
    ssize_t done = syscall(SYS_write, log_fd, bytes, length);
    if (done < 0) { if (errno == EINTR) continue; abort(); }
    bytes = (const char *)bytes + done;
    length -= done;
  }
}

static void note(char kind, uint64_t ino, uint64_t at, const char *a, const char *b, const struct iovec *data, size_t length) {
  char head[29];
  uint32_t sizes[3] = { a ? strlen(a) : 0, b ? strlen(b) : 0, length };
  int before = errno;
  if (log_fd < 0) return;
  head[0] = kind;
  memcpy(head + 1, &ino, 8);
  memcpy(head + 9, &at, 8);
  memcpy(head + 17, sizes, 12);
  put(head, sizeof head);
  if (a) put(a, sizes[0]);
  if (b) put(b, sizes[1]);
  for (; length > 0; data++) {
    size_t part = data->iov_len < length ? data->iov_len : length;
    put(data->iov_base, part);
    length -= part;
  }
  errno = before;
}

/* Whether a call on our files is to fail. */
static int fails(void) {
  if (!failing || !rate) return 0;
  dice ^= dice << 13; dice ^= dice >> 7; dice ^= dice << 17;
  if ((dice >> 11) % 1000000 >= rate) return 0;
  note('!', 0, 0, NULL, NULL, NULL, 0);
  errno = EIO;
  return 1;
}

static int kind_of(int fd) {
  struct stat about;
  if (fd < 0 || fd >= files || opened[fd].kind == other) return other;
  if (fstat(fd, &about) || about.st_dev != opened[fd].dev || about.st_ino != opened[fd].ino)
    opened[fd].kind = other;
  return opened[fd].kind;
}

static int opened_as(int fd, const char *path, int flags, int was_there) {
  struct stat about;
  if (fd < 0 || fd >= files) return fd;
  opened[fd].kind = !strcmp(path, saying) && saying[0] ? said : is_ours(path) ? ours : other;
  if (opened[fd].kind == other || fstat(fd, &about)) return fd;
  opened[fd].dev = about.st_dev;
  opened[fd].ino = about.st_ino;
  if (opened[fd].kind == said) return fd;
  if (!was_there) note('c', about.st_ino, 0, path, NULL, NULL, 0);
  else if (flags & O_TRUNC) note('t', about.st_ino, 0, NULL, NULL, NULL, 0);
  return fd;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
  char room[PATH_MAX];
  struct stat about;
  const char *name = full(at, path, room);
  pthread_mutex_lock(&lock);
  int was_there = lstat(name, &about) == 0;
  int fd = opened_as(syscall(SYS_openat, at, path, flags, mode), name, flags, was_there);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define OPEN(name, params, at) \
  int name params { \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); } \
    return open_any(at, path, flags, mode); \
  }
OPEN(open, (const char *path, int flags, ...), AT_FDCWD)
OPEN(open64, (const char *path, int flags, ...), AT_FDCWD)
OPEN(openat, (int at, const char *path, int flags, ...), at)
OPEN(openat64, (int at, const char *path, int flags, ...), at)

static ssize_t write_any(int fd, const struct iovec *parts, int count, off_t at, int is_placed) {
  ssize_t done;
  pthread_mutex_lock(&lock);
  int kind = kind_of(fd);
  if (kind == ours && fails()) done = -1;
  else {
    done = is_placed ? syscall(SYS_pwritev, fd, parts, count, (long)at, 0L) : syscall(SYS_writev, fd, parts, count);
    if (done > 0 && kind == ours) {
      off_t from = is_placed ? at : lseek(fd, 0, SEEK_CUR) - done;
      note('w', opened[fd].ino, from, NULL, NULL, parts, done);
    } else if (done > 0 && kind == said) {
      char first = *(const char *)parts[0].iov_base;
      if (first == '+' || first == '-') failing = first == '+';
      note('s', 0, 0, NULL, NULL, parts, done);
    }
  }
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  struct iovec part = { (void *)bytes, length };
  return write_any(fd, &part, 1, 0, 0);
}
ssize_t writev(int fd, const struct iovec *parts, int count) { return write_any(fd, parts, count, 0, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  struct iovec part = { (void *)bytes, length };
  return write_any(fd, &part, 1, at, 1);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { return write_any(fd, parts, count, at, 1); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return write_any(fd, parts, count, at, 1); }

/* A folder is told by its name: its inode was never seen where it was there before. */
static void note_fd(int fd, char kind, off_t at) {
  char link[64], path[PATH_MAX];
  struct stat about;
  if (kind != 'f' || fstat(fd, &about) || !S_ISDIR(about.st_mode)) {
    note(kind, opened[fd].ino, at, NULL, NULL, NULL, 0);
    return;
  }
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  note('F', 0, 0, path, NULL, NULL, 0);
}

static int with_fd(int fd, char kind, long number, off_t at) {
  int done = -1;
  pthread_mutex_lock(&lock);
  int is_own = kind_of(fd) == ours;
  if (!is_own || !fails()) {
    done = number == SYS_ftruncate ? syscall(number, fd, at) : syscall(number, fd);
    if (done == 0 && is_own) note_fd(fd, kind, at);
  }
  pthread_mutex_unlock(&lock);
  return done;
}
int fsync(int fd) { return with_fd(fd, 'f', SYS_fsync, 0); }
int fdatasync(int fd) { return with_fd(fd, 'f', SYS_fdatasync, 0); }
int ftruncate64(int fd, off64_t length) { return with_fd(fd, 't', SYS_ftruncate, length); }
int ftruncate(int fd, off_t length) { return with_fd(fd, 't', SYS_ftruncate, length); }

/* What changes names: done, and then written down if any of the two is of the folder. */
#define NAMES(kind, first, second, call) \
  char room_a[PATH_MAX], room_b[PATH_MAX]; \
  const char *a = first, *b = second; \
  (void)room_a; (void)room_b; \
  pthread_mutex_lock(&lock); \
  int done = call; \
  if (done == 0 && (is_ours(a) || (b && is_ours(b)))) note(kind, 0, 0, a, b, NULL, 0); \
  pthread_mutex_unlock(&lock); \
  return done

int rename(const char *from, const char *to) {
  NAMES('r', full(AT_FDCWD, from, room_a), full(AT_FDCWD, to, room_b), syscall(SYS_rename, from, to));
}
int link(const char *from, const char *to) {
  NAMES('l', full(AT_FDCWD, from, room_a), full(AT_FDCWD, to, room_b), syscall(SYS_link, from, to));
}
int unlink(const char *path) {
  NAMES('u', full(AT_FDCWD, path, room_a), NULL, syscall(SYS_unlink, path));
}
int unlinkat(int at, const char *path, int flags) {
  NAMES('u', full(at, path, room_a), NULL, syscall(SYS_unlinkat, at, path, flags));
}
int rmdir(const char *path) {
  NAMES('u', full(AT_FDCWD, path, room_a), NULL, syscall(SYS_rmdir, path));
}
int remove(const char *path) {
  struct stat about;
  return lstat(path, &about) == 0 && S_ISDIR(about.st_mode) ? rmdir(path) : unlink(path);
}
int mkdir(const char *path, mode_t mode) {
  NAMES('d', full(AT_FDCWD, path, room_a), NULL, syscall(SYS_mkdir, path, mode));
}

/* What is not followed must not be used on our files: it says so. */
static int unknown(const char *what, int fd) {
  pthread_mutex_lock(&lock);
  int is_own = kind_of(fd) == ours;
  if (is_own) note('?', 0, 0, what, NULL, NULL, 0);
  pthread_mutex_unlock(&lock);
  return is_own;
}
int fallocate64(int fd, int mode, off64_t at, off64_t length) {
  unknown("fallocate", fd);
  return syscall(SYS_fallocate, fd, mode, at, length);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
  unknown("sendfile", to);
  return syscall(SYS_sendfile, to, from, at, count);
}
