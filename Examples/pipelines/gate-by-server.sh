#!/bin/sh
# The gate of a project, asked of a server, where the program itself is not installed: sh gate-by-server.sh project.yaml
# Ends as `answerable check` does: 0 proceed, 1 stop, 2 hold, 3 conditional, 65 the project has errors, 74 no answer.
# ANSWERABLE_SERVER is where the server is. A file with a line `header = "Authorization: Bearer TOKEN"` is named in
# ANSWERABLE_CURL_CONFIG, where the server needs a token: what is on a command line, everybody can read.
set -eu
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
curl --silent --show-error --fail-with-body --max-time 60 ${ANSWERABLE_CURL_CONFIG:+--config "$ANSWERABLE_CURL_CONFIG"} \
  --header 'Content-Type: application/yaml' --header 'Accept: text/plain' --data-binary "@$1" \
  --dump-header "$headers" "$ANSWERABLE_SERVER/api/v1/assessments" || exit 74
code=$(tr -d '\r' < "$headers" | sed -n 's/^[Aa]nswerable-[Ee]xit-[Cc]ode: //p' | tail -n 1)
exit "${code:-74}"
