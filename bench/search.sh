#!/usr/bin/env bash
# How fast a whole city is loaded and searched, and what a person holds in memory.
#   ./huoshui bench search [PEOPLE] [ROUNDS]      by default 30,000 people, 300 rounds
set -euo pipefail
cd "$(dirname "$0")/../server"
mvn -B -ntp -q test -Dtest=SearchBench -Dhuoshui.people="${1:-30000}" -Dhuoshui.rounds="${2:-300}" 2>&1 | sed -n 's/^.*bench: //p'
