#!/bin/sh
# The gate of a project, asked of a server, where the program itself is not installed: sh gate-by-server.sh project.yaml
# Ends as `answerable check` does: 0 proceed, 1 stop, 2 hold, 3 conditional, 65 the project has errors or was refused,
# 66 there is no such file, 74 no answer.
# ANSWERABLE_SERVER is where the server is. A file with a line `header = "Authorization: Bearer TOKEN"` is named in
# ANSWERABLE_CURL_CONFIG, where the server needs a token: what is on a command line, everybody can read.
set -eu
if [ ! -e "$1" ]; then
  echo "there is no \`$1\`" >&2
  exit 66
fi
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT
curl --silent --show-error --max-time 60 ${ANSWERABLE_CURL_CONFIG:+--config "$ANSWERABLE_CURL_CONFIG"} \
  --header 'Content-Type: application/yaml' --header 'Accept: text/plain' --data-binary "@$1" \
  --dump-header "$answer/head" --output "$answer/body" "$ANSWERABLE_SERVER/api/v1/assessments" || exit 74
status=$(tr -d '\r' < "$answer/head" | sed -n 's/^HTTP[^ ]* \([0-9]*\).*/\1/p' | tail -n 1)
code=$(tr -d '\r' < "$answer/head" | sed -n 's/^[Aa]nswerable-[Ee]xit-[Cc]ode: //p' | tail -n 1)
if [ "$status" = 200 ] && [ -n "$code" ]; then
  cat "$answer/body"
  exit "$code"
fi
cat "$answer/body" >&2
case $status in
  400 | 413 | 422) exit 65 ;;
  *) exit 74 ;;
esac
