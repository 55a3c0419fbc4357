#!/usr/bin/env bash
# How many rows a second verify reads, journal and facts.
#   ./huoshui bench verify [PEOPLE] [ROUNDS]      by default 30,000 and 3; DATA=DIR takes a folder made before
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
measure VerifyBench -Dhuoshui.people="${1:-30000}" -Dhuoshui.rounds="${2:-3}"
