#define _GNU_SOURCE 1
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
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

/// Has this thread's heap go on in a huge page, of which the kernel gives `bytes` at once. Page by page, as each is first
/// written to, takes five times as long, and stops the other threads for a moment each time.
///
/// What lies between the heap's end and that page is left out, and never written to. Where the heap does not go on there, as
/// with other allocators, nothing is done; where the kernel has no huge page to give, it gives small ones.
static inline void begin_heap(size_t bytes) {
#ifdef MADV_POPULATE_WRITE
  const uintptr_t huge = 1 << 21;
  char *before = malloc(1 << 16);
  if (!before) return;
  uintptr_t end = (uintptr_t)before + malloc_usable_size(before) + sizeof(size_t);
  uintptr_t page = (end + sizeof(size_t) + huge - 1) & ~(huge - 1);
  char *left_out = malloc(page - end - sizeof(size_t));
  // Without it, compilers may leave out memory that nobody uses.
  __asm__ volatile("" : "+r"(left_out));
  free(before);
  if ((uintptr_t)left_out != end) {
    free(left_out);
    return;
  }
  madvise((void *)page, huge, MADV_HUGEPAGE);
  madvise((void *)page, bytes, MADV_POPULATE_WRITE);
#endif
}

static inline void *run_thread_body(void *body) {
  ((void (*)(void))body)();
  return 0;
}

/// Runs `body` on a thread of its own, which nobody waits for and which begins none itself; false where the system gives none.
///
/// It runs on any processor but that of who asks: the system would let it wait there at first, as if it were only to begin what
/// this thread does next.
static inline bool begin_thread(void (*_Nonnull body)(void)) {
  pthread_t thread;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  cpu_set_t others;
  int own = sched_getcpu();
  if (own >= 0 && sched_getaffinity(0, sizeof(others), &others) == 0 && CPU_COUNT(&others) > 1) {
    CPU_CLR(own, &others);
    pthread_attr_setaffinity_np(&attributes, sizeof(others), &others);
  }
  int problem = pthread_create(&thread, &attributes, run_thread_body, (void *)body);
  // Processors can be taken away at any time.
  if (problem == EINVAL) problem = pthread_create(&thread, 0, run_thread_body, (void *)body);
  pthread_attr_destroy(&attributes);
  if (problem != 0) return false;
  pthread_detach(thread);
  return true;
}
