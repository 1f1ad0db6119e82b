// Counts the events of the YAML on standard input or in a file: the least that anything on libyaml costs.
#include <stdio.h>
#include <yaml.h>

int main(int argc, char **argv) {
  FILE *input = argc > 1 ? fopen(argv[1], "rb") : stdin;
  if (input == NULL) { perror(argv[1]); return 66; }
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return 70;
  yaml_parser_set_input_file(&parser, input);
  long events = 0;
  for (;;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "line %zu: %s\n", parser.problem_mark.line + 1, parser.problem);
      return 65;
    }
    yaml_event_type_t type = event.type;
    yaml_event_delete(&event);
    events += 1;
    if (type == YAML_STREAM_END_EVENT) break;
  }
  yaml_parser_delete(&parser);
  printf("%ld events\n", events);
  return 0;
}
