// What running a command costs, as the operating system accounts for it.
#pragma once

typedef struct {
  int status;           // exit code; -1 where the command could not be run or was ended by a signal
  double wall_seconds;
  double cpu_seconds;   // user and system time
  long peak_kibibytes;  // largest resident set
} process_cost_t;

// Runs a command to its end. `input` and `output` name files; NULL stands for /dev/null.
process_cost_t process_cost(const char *const *arguments, const char *input, const char *output);

// The largest resident set of this process so far. Whatever it starts inherits it as its own least.
long process_peak_kibibytes(void);
