#!/usr/bin/env bash
# How fast a whole city answers conditions, beginnings of names and pages of a list, and what a person holds in memory.
#   ./huoshui bench search [PEOPLE] [ROUNDS]      by default 30,000 people, 300 rounds; DATA=DIR takes a folder made before
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
measure SearchBench -Dhuoshui.people="${1:-30000}" -Dhuoshui.rounds="${2:-300}"
