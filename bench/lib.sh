# Shared by the benchmarks: runs one of the measuring classes in server/src/test/java/huoshui/bench and shows what it measured.
# The city of 30,000 people is made once and kept below server/target/bench-city-30000; DATA=DIR takes another folder.
measure() { # measure CLASS -Dproperty=value...
  local class=$1; shift
  cd "$(dirname "${BASH_SOURCE[0]}")/../server"
  mvn -B -ntp -q test -Dsurefire.failIfNoSpecifiedTests=false -Dtest="$class" -Dhuoshui.data="${DATA:-}" "$@" 2>&1 |
    tee target/bench-last.log | sed -n 's/^.*bench: //p'
  if [[ ${PIPESTATUS[0]} != 0 ]]; then tail -n 40 target/bench-last.log >&2; return 1; fi
}
