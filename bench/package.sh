#!/usr/bin/env bash
# The archive for machines without internet: how large, how long from an empty data folder to the first page, and how long once it has its cache.
#   ./huoshui bench package [ARCHIVE] [RUNS]      by default one made here
set -euo pipefail
load=$(cut -d ' ' -f 1 /proc/loadavg)
runs=${2:-5}
folder=$(mktemp -d "$(dirname "$0")/../server/target/bench-package.XXXXXX")
folder=$(cd "$folder" && pwd)
chmod 711 "$folder"
server=
trap '[[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; rm -rf "$folder"' EXIT
archive=${1:-$folder/huoshui.tar.gz}
made=0
if [[ -z ${1:-} ]]; then
  began=$SECONDS
  "$HUOSHUI" package --out "$archive" >/dev/null
  made=$((SECONDS - began))
fi
export HUOSHUI_KEYS=$folder/keys
unset JAVA_HOME HUOSHUI_JAVA_OPTS
port=${PORT:-18021}
data=$folder/data

seconds_since() { awk -v ns=$(($(date +%s%N) - $1)) 'BEGIN { printf "%.2f", ns / 1e9 }'; }

up() { # up COMMAND...: starts it and waits for its first page; sets $server and $seconds
  local began
  began=$(date +%s%N)
  "$folder/installed/huoshui" "$@" --data "$data" --port "$port" >"$folder/log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/"; do
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.02
  done
  seconds=$(seconds_since "$began")
}

down() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}

began=$(date +%s%N)
tar -xzf "$archive" -C "$folder"
unpacked=$(seconds_since "$began")
mv "$folder"/huoshui-* "$folder/installed"
megabytes=$(($(stat -c %s "$archive") / 1000000))
installed=$(du -sm --apparent-size "$folder/installed" | cut -f 1)

began=$(date +%s%N)
HUOSHUI_REHEARSE_AFTER=1 up serve
first=$seconds
until compgen -G "$data/aot/*.aot" >/dev/null; do kill -0 "$server"; sleep 0.2; done
cached=$(seconds_since "$began")
cache=$(du -sm "$data/aot" | cut -f 1)
down

later=()
for _ in $(seq "$runs"); do
  up serve
  later+=("$seconds")
  down
done
median=$(printf '%s\n' "${later[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")
printf 'archive, MB: %s (installed %s)\n' "$megabytes" "$installed"
printf 'unpacked, s: %s\n' "$unpacked"
printf 'first start on an empty folder, first page, s: %s; the cache of %s MB made beside it after %s s\n' "$first" "$cache" "$cached"
printf 'later starts, first page, s: %s (median %s)\n' "${later[*]}" "$median"
printf '{"bench":"package","at":"%s","cores":%s,"loadBefore":%s,"madeSeconds":%s,"archiveMB":%s,"installedMB":%s,"unpackSeconds":%s,"firstStart":%s,"cacheAfter":%s,"cacheMB":%s,"laterStarts":[%s],"median":%s}\n' \
  "$(TZ=Asia/Shanghai date +%FT%R)" "$(nproc)" "$load" "$made" "$megabytes" "$installed" "$unpacked" "$first" "$cached" "$cache" \
  "$(IFS=,; echo "${later[*]}")" "$median"
