#define _GNU_SOURCE
#include "ProcessCost.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

// A fork would copy the tables of the memory of whoever measures, and count that as the program's own cost.
static int spawn(pid_t *child, const char *const *arguments, const char *input, const char *output) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, input ? input : "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, output ? output : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  int problem = posix_spawnp(child, arguments[0], &files, NULL, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  return problem;
}

process_cost_t process_cost(const char *const *arguments, const char *input, const char *output) {
  process_cost_t cost = {.status = -1};
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child;
  if (spawn(&child, arguments, input, output) != 0) return cost;
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return cost;
  clock_gettime(CLOCK_MONOTONIC, &end);
  if (WIFEXITED(status)) cost.status = WEXITSTATUS(status);
  cost.wall_seconds = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
  cost.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  cost.peak_kibibytes = usage.ru_maxrss;
  return cost;
}

long process_peak_kibibytes(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}
