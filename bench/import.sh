#!/usr/bin/env bash
# How many .lrmx files a second are brought in beside a running server, without and with a 40 kB photo, and in what memory.
#   ./huoshui bench import [FILES]      by default 10,000 of each
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
measure ImportBench -Dhuoshui.files="${1:-10000}"
