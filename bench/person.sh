#!/usr/bin/env bash
# How long any person's page takes on any day.
#   ./huoshui bench person [PEOPLE] [ROUNDS]      by default 30,000 and 2,000; DATA=DIR takes a folder made before
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
measure PersonBench -Dhuoshui.people="${1:-30000}" -Dhuoshui.rounds="${2:-2000}"
