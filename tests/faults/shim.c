/* Real system calls of one process, failed, cut short or ended by SIGKILL at the n-th of them.

   Preloaded into Python by tests/faults/native.py. Calls count when they touch a path below one
   folder, or a descriptor that was opened there; everything else passes through untouched.
   Python keeps its own retries (EINTR) and buffers, so this is what a broken disk looks like to it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include <dirent.h>

enum { FAIL, SHORT, KILL_BEFORE, KILL_AFTER };          /* what happens at the n-th call */
enum { PASS, FAILED, HALF, LAST };                      /* the verdict on one call */
enum { WRITING = 1, READING = 2 };                      /* which calls count */
#define FILES 256
#define LENGTH 1024

static char root[LENGTH], names[FILES][LENGTH], looks[FILES], trace[1 << 18];
static size_t root_length, used;
static char absent[LENGTH];
static int armed, mode, failure, lasting, kinds, refusal;
static long at, seen;

void faults_arm(const char *folder, int new_mode, long number, int error, int lasts, int which) {
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    mode = new_mode, at = number, failure = error, lasting = lasts, kinds = which;
    seen = 0, used = 0, trace[0] = 0, armed = 1;
}
/* A disk that lacks these calls for good: ",link,linkat," and the error it gives in their place. */
void faults_lack(const char *calls, int error) {
    snprintf(absent, sizeof absent, "%s", calls);
    refusal = error;
}
/* Programs that this process starts, as git, see the same disk: "ERROR:FOLDER:,link,linkat,". */
__attribute__((constructor)) static void inherited(void) {
    char folder[LENGTH], calls[LENGTH];
    int error;
    const char *told = getenv("FAULTS_LACK");
    if (!told || sscanf(told, "%d:%1000[^:]:%1000s", &error, folder, calls) != 3) return;
    faults_arm(folder, FAIL, -1, 0, 0, 0);
    faults_lack(calls, error);
}
void faults_disarm(void) { armed = 0; }
long faults_seen(void) { return seen; }
const char *faults_trace(void) { return trace; }

static int ours(const char *path) {
    return armed && path && !strncmp(path, root, root_length)
        && (path[root_length] == '/' || !path[root_length]);
}
static const char *named(int fd) {
    return armed && fd >= 0 && fd < FILES && names[fd][0] ? names[fd] : NULL;
}
static void note(const char *call, const char *path, const char *more) {
    used += snprintf(trace + used, sizeof trace - used, "%s\t%s\t%s\n", call, path, more);
    if (used >= sizeof trace) used = sizeof trace - 1;
}
static int lacks(const char *call, const char *path) {
    char word[64];
    snprintf(word, sizeof word, ",%s,", call);
    if (!strstr(absent, word)) return 0;
    note("lacks", path, call);
    errno = refusal;
    return 1;
}
static int verdict(int kind, const char *call, const char *path) {
    if (path && lacks(call, path)) return FAILED;
    if (!path || !(kinds & kind)) return PASS;
    long number = ++seen;
    if (number != at && !(lasting && mode == FAIL && number > at)) return PASS;
    note("fault", path, call);
    if (mode == KILL_BEFORE) kill(getpid(), SIGKILL);
    if (mode == KILL_AFTER) return LAST;
    if (mode == SHORT) return strcmp(call, "write") ? PASS : HALF;
    errno = failure;
    return FAILED;
}
static void end(int found) {
    if (found == LAST) kill(getpid(), SIGKILL);
}
#define REAL(type, name, ...)                                                   \
    static type (*real)(__VA_ARGS__);                                           \
    if (!real) real = dlsym(RTLD_NEXT, name)

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < FILES) names[fd][0] = 0;
    if (fd >= 0 && fd < FILES && ours(path)) snprintf(names[fd], LENGTH, "%s", path);
    if (fd >= 0 && fd < FILES) looks[fd] = !(flags & (O_WRONLY | O_RDWR));
    if (fd >= 0 && ours(path)) note("open", path, flags & O_CREAT ? "creates" : "");
    return fd;
}
#define OPENING(name)                                                           \
    int name(const char *path, int flags, ...) {                                \
        REAL(int, #name, const char *, int, ...);                               \
        va_list more; va_start(more, flags);                                    \
        mode_t bits = va_arg(more, mode_t); va_end(more);                       \
        int kind = flags & (O_WRONLY | O_RDWR | O_CREAT) ? WRITING : READING;   \
        int found = verdict(kind, "open", ours(path) ? path : NULL);            \
        if (found == FAILED) return -1;                                         \
        int fd = opened(real(path, flags, bits), path, flags);                  \
        end(found);                                                             \
        return fd;                                                              \
    }
OPENING(open)
OPENING(open64)

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    const char *path = named(fd);
    if (armed && fd == 1) note("say", "", "");
    int found = verdict(WRITING, "write", path);
    if (found == FAILED) return -1;
    ssize_t done = real(fd, bytes, found == HALF ? (count + 1) / 2 : count);
    if (path) note("write", path, "");
    end(found);
    return done;
}
ssize_t read(int fd, void *bytes, size_t count) {
    REAL(ssize_t, "read", int, void *, size_t);
    int found = verdict(READING, "read", named(fd));
    if (found == FAILED) return -1;
    ssize_t done = real(fd, bytes, count);
    end(found);
    return done;
}
/* The file is closed in any case, as Linux does it. */
int close(int fd) {
    REAL(int, "close", int);
    const char *path = named(fd);
    int found = verdict(READING, "close", path);
    if (path) names[fd][0] = 0;
    int done = real(fd);
    end(found);
    if (found == FAILED) { errno = failure; return -1; }
    return done;
}

#define ON_FD(kind, type, name, args, call)                                     \
    type name args {                                                            \
        REAL(type, #name, TYPES);                                               \
        const char *path = named(fd);                                           \
        int found = verdict(kind, #name, path);                                 \
        if (found == FAILED) return -1;                                         \
        type done = call;                                                       \
        if (path && kind == WRITING) note(#name, path, "");                     \
        end(found);                                                             \
        return done;                                                            \
    }
#define TYPES int
static int is_folder(int fd) {
    struct stat found;
    return !syscall(SYS_fstat, fd, &found) && S_ISDIR(found.st_mode);
}
int fsync(int fd) {
    REAL(int, "fsync", int);
    const char *path = named(fd);
    if (path && is_folder(fd) && lacks("fsync-folder", path)) return -1;
    int found = verdict(WRITING, "fsync", path);
    if (found == FAILED) return -1;
    int done = real(fd);
    if (path) note("fsync", path, "");
    end(found);
    return done;
}
ON_FD(WRITING, int, fdatasync, (int fd), real(fd))
#undef TYPES
#define TYPES int, off_t
ON_FD(WRITING, int, ftruncate, (int fd, off_t to), real(fd, to))
ON_FD(WRITING, int, ftruncate64, (int fd, off_t to), real(fd, to))
#undef TYPES
#define TYPES int, int
/* Whoever opened the lock for reading only looks whether somebody holds it. */
ON_FD((path && looks[fd] ? READING : WRITING), int, flock, (int fd, int how), real(fd, how))
#undef TYPES
#define TYPES int, mode_t
ON_FD(WRITING, int, fchmod, (int fd, mode_t bits), real(fd, bits))
#undef TYPES
#define TYPES int, off_t, int
ON_FD(READING, off_t, lseek64, (int fd, off_t to, int from), real(fd, to, from))
#undef TYPES
#define TYPES int, struct stat64 *
ON_FD(READING, int, fstat64, (int fd, struct stat64 *into), real(fd, into))
#undef TYPES

#define ON_PATH(kind, name, args, path, more, call)                             \
    int name args {                                                             \
        REAL(int, #name, TYPES);                                                \
        int found = verdict(kind, #name, ours(path) ? path : NULL);             \
        if (found == FAILED) return -1;                                         \
        int done = call;                                                        \
        if (ours(path) && kind == WRITING && !done) note(#name, path, more);    \
        end(found);                                                             \
        return done;                                                            \
    }
#define TYPES const char *, const char *
ON_PATH(WRITING, rename, (const char *old, const char *to), old, to, real(old, to))
ON_PATH(WRITING, link, (const char *old, const char *to), old, to, real(old, to))
#undef TYPES
#define TYPES int, const char *, int, const char *, int
ON_PATH(WRITING, linkat, (int a, const char *old, int b, const char *to, int how), old, to,
        real(a, old, b, to, how))
#undef TYPES
#define TYPES const char *
ON_PATH(WRITING, unlink, (const char *path), path, "", real(path))
#undef TYPES
#define TYPES const char *, mode_t
ON_PATH(WRITING, mkdir, (const char *path, mode_t bits), path, "", real(path, bits))
ON_PATH(WRITING, chmod, (const char *path, mode_t bits), path, "", real(path, bits))
#undef TYPES
#define TYPES int, const char *, mode_t, int
ON_PATH(WRITING, fchmodat, (int a, const char *path, mode_t bits, int how), path, "",
        real(a, path, bits, how))
#undef TYPES
#define TYPES const char *, struct stat64 *
ON_PATH(READING, stat64, (const char *path, struct stat64 *into), path, "", real(path, into))
ON_PATH(READING, lstat64, (const char *path, struct stat64 *into), path, "", real(path, into))
#undef TYPES
#define TYPES const char *, int
ON_PATH(READING, access, (const char *path, int how), path, "", real(path, how))
#undef TYPES

DIR *opendir(const char *path) {
    REAL(DIR *, "opendir", const char *);
    int found = verdict(READING, "opendir", ours(path) ? path : NULL);
    if (found == FAILED) return NULL;
    DIR *done = real(path);
    end(found);
    return done;
}
