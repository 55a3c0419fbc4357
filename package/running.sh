# How the program is run, shared by the two front doors 运行: of the repository (./huoshui) and of the archive (package/huoshui).
# Whoever sources this has set $app, the folder of huoshui.jar and lib/, and sets JAVA_HOME before `run`.

# Java reads file names by the locale's encoding; names here are Chinese. Not every machine knows C.UTF-8.
if [[ $(locale charmap 2>/dev/null || true) != UTF-8 ]]; then
  for each in C.UTF-8 zh_CN.UTF-8 en_US.UTF-8; do
    if [[ $(LC_ALL=$each locale charmap 2>/dev/null || true) == UTF-8 ]]; then export LC_ALL=$each; break; fi
  done
fi

say() { printf '%s\n' "$@" >&2; }
unfit() { say "$@"; exit 3; }

at_least() { # at_least 3.8.7 3.9.11
  [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

# Where the data are, read from the arguments as the program reads them.
whereabouts() {
  data=./data; house=()
  while (($#)); do
    case $1 in
      --data) data=${2:-}; house+=("--data=$data"); shift ;;
      --data=*) data=${1#*=}; house+=("$1") ;;
      --keys) house+=("--keys=${2:-}"); shift ;;
      --keys=*) house+=("$1") ;;
      --database-url) house+=("--database-url=${2:-}"); shift ;;
      --database-url=*) house+=("$1") ;;
    esac
    shift || true
  done
}

java_options() {
  # What the JVM itself has to say belongs to standard error: standard output is a command's answer.
  options=(-Xlog:disable -Xlog:all=error:stderr -Xmx1g -XX:+UseCompactObjectHeaders -XX:+UseG1GC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  read -ra given <<<"${HUOSHUI_JAVA_OPTS:-}"
  options+=("${given[@]}")
}

# One cache per JDK and build; Java itself leaves aside one that does not fit.
aot_file() {
  local key
  key=$( (cat "$JAVA_HOME/release"; stat -c '%Y %s' "$app/huoshui.jar"; echo "${options[*]}") 2>/dev/null | cksum | tr ' ' -)
  aot=$data/aot/$key.aot
}

# Makes the cache beside the server that has just been started, when the machine has calmed down.
rehearse() {
  local server=$1 draft=$data/aot/making.$$
  sleep "${HUOSHUI_REHEARSE_AFTER:-20}"
  kill -0 "$server" 2>/dev/null && [[ -d $data/aot ]] || return 0
  if nice -n "${HUOSHUI_REHEARSE_NICE:-19}" "$JAVA_HOME/bin/java" "${options[@]}" -XX:AOTCacheOutput="$draft" -jar "$app/huoshui.jar" rehearse "${house[@]}" &&
    [[ -f $draft ]]; then
    find "$data/aot" -name '*.aot' -delete
    mv "$draft" "$aot"
  fi
  rm -f "$draft" "$draft".*
}

run() {
  whereabouts "$@"
  java_options
  aot_file
  if [[ -f $aot ]]; then
    options+=(-XX:AOTCache="$aot")
  elif [[ ($1 == serve || $1 == demo) && ${HUOSHUI_AOT:-on} == on ]]; then
    mkdir -p -m 700 "$data" && mkdir -p "$data/aot"
    rehearse $$ </dev/null >"$data/aot/rehearsal.log" 2>&1 &
  fi
  exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$app/huoshui.jar" "$@"
}

commands() {
  cat <<'TEXT'
  demo      演示：建好一座虚构的城市并打开页面     a made-up city, ready to look at
  serve     启动服务                               opens the pages on your own data
  import    导入任免表、通用格式、名册（Excel、CSV）  reads forms, general packages and rosters
  export    导出任免表、通用格式、名册、PDF、Word   writes forms, packages, rosters, PDF, Word
  examine   按条款核查                             examines people by clauses
  verify    核验操作留痕与事实                     verifies the journal and every fact
  backup    备份成一个文件（--out FILE）           the whole house in one file
  restore   从备份恢复（restore FILE --data DIR）  puts a backup into an empty folder
  rekey     更换主密钥与数据密钥                   new master key, new data key
TEXT
}

places() {
  cat <<'TEXT'
数据默认放在当前目录的 ./data，可用 --data DIR 更换。 Data live in ./data unless --data DIR is given.
密钥放在数据之外（~/.config/huoshui/keys，或 --keys DIR、HUOSHUI_KEYS），请另行留存副本。 Keys live elsewhere: keep a copy.
TEXT
}

unknown() {
  say "没有这个命令：$1 / no such command: $1" "查看用法 / usage: ./huoshui help"
  exit 2
}
