#!/usr/bin/env bash
# How long a backup beside a running server takes, how large it is, and how long it takes to put it back elsewhere, verified.
#   ./huoshui bench backup [PEOPLE]      by default 30,000, each with a photo; DATA=DIR takes a folder made before
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
measure BackupBench -Dhuoshui.people="${1:-30000}"
