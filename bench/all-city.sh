#!/usr/bin/env bash
# Every figure of a city of 30,000, one after another, in about a quarter of an hour on a machine of its own once the city is made.
#   ./huoshui bench all-city [SECONDS]      SECONDS of load, by default 300; the JSON lines are kept in server/target/bench-all-city.json
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kept=$here/../server/target/bench-all-city.json
: >"$kept"
failed=()
one() { # one NAME ARGUMENT...
  printf '\n── %s (load %s)\n' "$1" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
  bash "$here/$1.sh" "${@:2}" | tee -a "$kept.all" || failed+=("$1")
}
: >"$kept.all"
one start
one search 30000 200
one person 30000 600
one load "${1:-300}"
one verify 30000 2
one import 10000
grep '^{' "$kept.all" >"$kept" || true
rm -f "$kept.all"
if ((${#failed[@]})); then printf 'failed: %s\n' "${failed[*]}" >&2; exit 1; fi
