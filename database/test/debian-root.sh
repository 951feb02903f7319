#!/bin/bash
# debian-root.sh DIR: a small Debian with PostgreSQL 18 and pgBackRest in DIR, from the package mirror of this machine, as
# the image has them. Exit code 3: this machine cannot (not root, no apt). Made once: what is there is taken.
set -euo pipefail
dir=$1
[ ! -e "$dir/complete" ] || exit 0
[ "$(id -u)" -eq 0 ] && command -v apt-get unshare >/dev/null || exit 3

mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
mirror=${mirror:-$(awk '$1 == "deb" && / main/ { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; exit } }' \
  /etc/apt/sources.list 2>/dev/null || true)}
[ -n "$mirror" ] || exit 3

rm -rf "$dir"
mkdir -p "$dir"
bootstrap=debootstrap
if ! command -v debootstrap >/dev/null; then
  # Nothing is installed on this machine: the script is unpacked beside the root.
  (cd "$dir" && apt-get download -qq debootstrap && dpkg-deb -x debootstrap_*.deb tool) >/dev/null 2>&1 || exit 3
  export DEBOOTSTRAP_DIR=$dir/tool/usr/share/debootstrap
  bootstrap=$dir/tool/usr/sbin/debootstrap
fi
# sid's scripts: the stable release's pgBackRest may be older than PostgreSQL 18.
"$bootstrap" --variant=minbase --include=postgresql-18,pgbackrest,jq forky "$dir/root" "$mirror" sid >"$dir/log" 2>&1 || {
  tail -n 5 "$dir/log" >&2
  exit 1
}
rm -rf "$dir/root/var/cache/apt/archives" "$dir/root/var/lib/postgresql/18"
touch "$dir/complete"
