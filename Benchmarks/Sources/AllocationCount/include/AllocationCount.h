// How often memory was taken from the heap, in this process.
#pragma once

// Calls of malloc, calloc, realloc and their aligned kin by this thread so far.
//
// The target defines these functions itself and passes each call on to glibc's own, so that everything in the process
// that takes memory, the Swift runtime included, is counted without anything being preloaded.
unsigned long allocation_count(void);
