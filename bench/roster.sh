#!/usr/bin/env bash
# Rosters: a city of 30,000 people out in 40 columns, and 100,000 rows in, to a difference screen that is ready.
#   ./huoshui bench roster [PEOPLE] [ROWS]
set -euo pipefail
cd "$(dirname "$0")/../server"
mvn -B -ntp -q test -Dtest=RosterBench -Dhuoshui.people="${1:-30000}" -Dhuoshui.rows="${2:-100000}" 2>&1 | sed -n 's/^.*bench: //p'
