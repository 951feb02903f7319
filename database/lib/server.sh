# A server for a moment, which nobody else can reach: to bring roles up to date, to recover a backup, to look into one.
# Sourced after settings.sh.

own_sockets=/tmp/own-server
own_log=/tmp/own-server.log

# hold_data: whoever works on the data folder holds this lock until the last of its processes has ended, in whatever
# container. PostgreSQL's own postmaster.pid tells nothing there: it names a process of another container.
hold_data() {
  mkdir -p "$(dirname "$PGDATA")"
  exec 9>"$(dirname "$PGDATA")/in-use"
  flock --nonblock 9 || fail "$@"
}

# start_own_server DATA OPTION...: returns when it takes writes, however long the recovery before it is.
start_own_server() {
  local data=$1 options
  shift
  mkdir -p "$own_sockets"
  options="-c config_file=/etc/wba-database/postgresql.conf -c listen_addresses="
  options+=" -c unix_socket_directories=$own_sockets $*"
  rm -f "$data/postmaster.pid"
  : >"$own_log"
  if PGBACKREST_PG1_PATH=$data pg_ctl start -D "$data" -s -w -t 86400 -l "$own_log" -o "$options"; then
    # A server that still recovers counts as started.
    while pg_ctl status -D "$data" >/dev/null; do
      [ "$(ask_own_server -d postgres -c 'SELECT pg_is_in_recovery()')" != f ] || return 0
      sleep 0.2
    done
  fi
  tail -n 20 "$own_log" >&2
  return 1
}

# ask_own_server PSQL-ARGUMENT...: as the superuser.
ask_own_server() { PGHOST=$own_sockets psql -U postgres -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }

stop_own_server() { pg_ctl stop -D "$1" -s -w -t 3600 -m fast; }
