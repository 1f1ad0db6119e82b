#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

extern char data_start[];

/// Has the kernel copy the pages now in which this program's variables stand. It would copy each when it is first written
/// to, and then has to stop all other threads for a moment, every time.
static inline void own_variables(void) {
#ifdef MADV_POPULATE_WRITE
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t start = (uintptr_t)data_start & ~(page - 1);
  // The C library's variables are linked last. Where it is not inside the program, they are far away.
  uintptr_t end = ((uintptr_t)stdout + sizeof(*stdout) + page - 1) & ~(page - 1);
  if (end > start && end - start < 1 << 20) madvise((void *)start, end - start, MADV_POPULATE_WRITE);
#endif
}

static inline void *run_thread_body(void *body) {
  ((void (*)(void))body)();
  return 0;
}

/// Runs `body` on a thread of its own, which nobody waits for; false where the system gives none.
static inline bool begin_thread(void (*_Nonnull body)(void)) {
  pthread_t thread;
  own_variables();
  if (pthread_create(&thread, 0, run_thread_body, (void *)body) != 0) return false;
  pthread_detach(thread);
  return true;
}
