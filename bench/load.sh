#!/usr/bin/env bash
# Users clicking against the real program.
#   ./huoshui bench load [SECONDS] [USERS] [PEOPLE]      by default 300, 50 and 30,000; DATA=DIR takes a folder made before
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
measure LoadBench -Dhuoshui.seconds="${1:-300}" -Dhuoshui.users="${2:-50}" -Dhuoshui.people="${3:-30000}"
