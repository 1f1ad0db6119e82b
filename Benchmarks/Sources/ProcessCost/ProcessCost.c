#include "ProcessCost.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

process_cost_t process_cost(const char *const *arguments, const char *input, const char *output) {
  process_cost_t cost = {.status = -1};
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    int in = open(input ? input : "/dev/null", O_RDONLY);
    int out = open(output ? output : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    int null = open("/dev/null", O_WRONLY);
    if (in < 0 || out < 0 || null < 0) _exit(127);
    dup2(in, 0);
    dup2(out, 1);
    dup2(null, 2);
    execvp(arguments[0], (char *const *)arguments);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return cost;
  clock_gettime(CLOCK_MONOTONIC, &end);
  if (WIFEXITED(status)) cost.status = WEXITSTATUS(status);
  cost.wall_seconds = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
  cost.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  cost.peak_kibibytes = usage.ru_maxrss;
  return cost;
}
