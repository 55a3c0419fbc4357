#!/usr/bin/env bash
# How long from the command to the first page, on existing data with a warm AOT cache, and what JVM and PostgreSQL hold in memory.
#   ./huoshui bench start [DATA] [RUNS]      DATA: an existing data folder; by default bench's own, made here by `demo`
set -euo pipefail
load=$(cut -d ' ' -f 1 /proc/loadavg)
data=$(readlink -m "${1:-$(dirname "$0")/../server/target/bench-start}")
runs=${2:-5}
port=${PORT:-18020}
log=$(mktemp)
server=
trap '[[ -n $server ]] && kill "$server" 2>/dev/null; rm -f "$log"' EXIT

up() { # starts the server and waits for its first page; sets $server and $seconds
  local began
  began=$(date +%s%N)
  "$HUOSHUI" "$1" --data "$data" --port "$port" >"$log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/"; do
    kill -0 "$server" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.02
  done
  seconds=$(awk -v ns=$(($(date +%s%N) - began)) 'BEGIN { printf "%.2f", ns / 1e9 }')
}

down() {
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}

resident() { # MB held by a process, or, with shared pages counted once, by several
  local pid sum=0
  for pid in "$@"; do
    sum=$((sum + $(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || echo 0)))
  done
  echo $((sum / 1024))
}

postgres_of() { # the postmaster and its children
  local postmaster
  postmaster=$(sed -n 's/.*"port":[0-9]*,"pid":\([0-9]*\).*/\1/p' "$data/run.json")
  echo "$postmaster"
  pgrep -P "$postmaster" || true
}

if [[ -z ${1:-} && ! -d $data/postgres ]]; then
  echo "making data in $data …" >&2
  HUOSHUI_AOT=off up demo
  down
fi
if ! compgen -G "$data/aot/*.aot" >/dev/null; then
  echo "making the AOT cache …" >&2
  HUOSHUI_REHEARSE_AFTER=5 up serve
  for _ in $(seq 120); do compgen -G "$data/aot/*.aot" >/dev/null && break || sleep 1; done
  down
fi

all=()
for _ in $(seq "$runs"); do
  up serve
  all+=("$seconds")
  jvm=$server
  sleep 2
  mapfile -t pg < <(postgres_of)
  jvm_mb=$(resident "$jvm")
  pg_mb=$(resident "${pg[@]}")
  down
done
median=$(printf '%s\n' "${all[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")
printf 'first page, s: %s (median %s)\n' "${all[*]}" "$median"
printf 'memory, MB: JVM %s + PostgreSQL %s = %s\n' "$jvm_mb" "$pg_mb" "$((jvm_mb + pg_mb))"
printf '{"bench":"start","at":"%s","cores":%s,"loadBefore":%s,"firstPage":[%s],"median":%s,"jvmMB":%s,"postgresMB":%s}\n' \
  "$(TZ=Asia/Shanghai date +%FT%R)" "$(nproc)" "$load" "$(IFS=,; echo "${all[*]}")" "$median" "$jvm_mb" "$pg_mb"
