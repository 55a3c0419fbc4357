#!/usr/bin/env bash
# A whole city examined by all standing clauses, one person, one cohort; and ten clauses beside CEL and Drools, which only this fetches.
#   ./huoshui bench examine [PEOPLE] [ROUNDS]      by default 30,000 and 15; LARGE=yes grows to 300,000; RIVALS=no leaves the others out
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
given=(-Dhuoshui.people="${1:-30000}" -Dhuoshui.rounds="${2:-15}")
large=(-Dhuoshui.bench.memory=2g)
[[ ${LARGE:-} == yes ]] && large=(-Dhuoshui.large=true -Dhuoshui.bench.memory=6g)
measure ExamineBench -Pbench "${large[@]}" "${given[@]}"
[[ ${RIVALS:-} == no ]] || measure RivalsBench -Pbench "${given[@]}"
