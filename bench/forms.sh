#!/usr/bin/env bash
# How long 任免审批表 take to print as PDF and Word, one and many, from facts in the database to files on disk.
#   ./huoshui bench forms [FORMS]      by default 1,000, each with a 40 kB photo
set -euo pipefail
cd "$(dirname "$0")/../server"
mvn -B -ntp -q test -Dtest=FormsBench -Dhuoshui.forms="${1:-1000}" 2>&1 | sed -n 's/^.*bench: //p'
