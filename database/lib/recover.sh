# Sourced after settings.sh and server.sh.

# recover DATA TARGET POSTGRES-OPTION...: brings the newest backup before TARGET (a time; empty: the end of the archive)
# into the empty folder DATA, and leaves a server of one's own running on it that has reached TARGET.
# restore_options: further options of `pgbackrest restore`.
restore_options=()
recover() {
  local data=$1 target=$2
  shift 2
  local to=(--type=default)
  [ -z "$target" ] || to=(--type=time "--target=$target" --target-action=promote)
  mkdir -p "$data"
  chmod 700 "$data"
  pgbackrest restore --pg1-path="$data" --process-max="$(nproc)" "${to[@]}" "${restore_options[@]}" || return 1
  local sizes
  mapfile -t sizes < <(sizes_of "$data")
  start_own_server "$data" "${sizes[@]}" "$@" || explain_recovery "$target"
}

# sizes_of DATA: PostgreSQL replays nothing with smaller ones than the cluster had when it was backed up.
sizes_of() {
  pg_controldata "$1" | sed -n -E \
    -e 's/max_prepared_xacts/max_prepared_transactions/; s/max_locks_per_xact/max_locks_per_transaction/' \
    -e 's/^(max_[a-z_]+) setting: +([0-9]+)$/-c \1=\2/p'
}

explain_recovery() {
  ! grep -q 'recovery ended before configured recovery target' "$own_log" || fail \
    "The archive ends before $1: its last transaction is of $(last_recovered). Restore to an earlier time, or --latest."
  fail 'The backup did not become a running database; what PostgreSQL said stands above.'
}

# last_recovered: the time of the last transaction that the recovery has seen.
last_recovered() {
  sed -n 's/.*last completed transaction was at log time \(.*\)/\1/p' "$own_log" | tail -n 1
}
