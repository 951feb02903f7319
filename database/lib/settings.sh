# Sourced first by every command: what the environment and the secrets say.
set -euo pipefail

home=/usr/local/lib/wba-database
state=/var/lib/wba-backup
dumps=/var/lib/pgbackrest/dumps
former=$PGDATA.before-restore
export PATH=/usr/lib/postgresql/18/bin:$PATH
export PGHOST=/var/run/postgresql PGCONNECT_TIMEOUT=5
export PGBACKREST_CONFIG=/etc/wba-database/pgbackrest.conf PGBACKREST_STANZA=wba

say() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*"; }

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# need_secret VARIABLE: it must name a file with something in it. Says the variable's name, never what is in the file.
need_secret() {
  local file=${!1:-}
  [ -n "$file" ] || fail "$1 is not set: it must name the file of that secret."
  [ -e "$file" ] || fail "$1: there is no file $file."
  [ -r "$file" ] || fail "$1: $file may not be read by user $(id -u). On the host: chmod 444 on it (its folder is closed)."
  [ -n "$(tr -d '[:space:]' <"$file")" ] || fail "$1: $file is empty. ./wba setup makes a new one where there is none."
}

# dump_names: the dumps, the newest last.
dump_names() { [ ! -d "$dumps" ] || find "$dumps" -name 'wba-*.dump.enc' -printf '%f\n' | sort; }

need_secret BACKUP_KEY_FILE
# A key that somebody typed with a line end is the key without it.
PGBACKREST_REPO1_CIPHER_PASS=$(<"$BACKUP_KEY_FILE")
export PGBACKREST_REPO1_CIPHER_TYPE=aes-256-cbc PGBACKREST_REPO1_CIPHER_PASS
export PGBACKREST_REPO1_RETENTION_FULL_TYPE=time PGBACKREST_REPO1_RETENTION_FULL=${BACKUP_KEEP_DAYS:-28}
repositories=(1)

if [ -n "${BACKUP_S3_BUCKET:-}" ]; then
  repositories=(1 2)
  for name in BACKUP_S3_ENDPOINT BACKUP_S3_REGION; do
    [ -n "${!name:-}" ] || fail "$name is not set: BACKUP_S3_BUCKET needs it."
  done
  need_secret BACKUP_S3_KEY_FILE
  need_secret BACKUP_S3_KEY_SECRET_FILE
  export PGBACKREST_REPO2_TYPE=s3 PGBACKREST_REPO2_PATH=/wba PGBACKREST_REPO2_BUNDLE=y PGBACKREST_REPO2_BLOCK=y
  export PGBACKREST_REPO2_S3_BUCKET=$BACKUP_S3_BUCKET PGBACKREST_REPO2_S3_ENDPOINT=$BACKUP_S3_ENDPOINT
  export PGBACKREST_REPO2_S3_REGION=$BACKUP_S3_REGION PGBACKREST_REPO2_S3_URI_STYLE=${BACKUP_S3_URI_STYLE:-host}
  # The store's own authority, when the public ones do not vouch for it.
  [ -z "${BACKUP_S3_CA_FILE:-}" ] || export PGBACKREST_REPO2_STORAGE_CA_FILE=$BACKUP_S3_CA_FILE
  PGBACKREST_REPO2_S3_KEY=$(<"$BACKUP_S3_KEY_FILE")
  PGBACKREST_REPO2_S3_KEY_SECRET=$(<"$BACKUP_S3_KEY_SECRET_FILE")
  export PGBACKREST_REPO2_S3_KEY PGBACKREST_REPO2_S3_KEY_SECRET
  export PGBACKREST_REPO2_CIPHER_TYPE=aes-256-cbc PGBACKREST_REPO2_CIPHER_PASS=$PGBACKREST_REPO1_CIPHER_PASS
  export PGBACKREST_REPO2_RETENTION_FULL_TYPE=time PGBACKREST_REPO2_RETENTION_FULL=$PGBACKREST_REPO1_RETENTION_FULL
fi
