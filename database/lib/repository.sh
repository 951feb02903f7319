# Sourced after settings.sh.

# repository_info: what pgBackRest knows of its repositories, as JSON. Stops when the key does not open them.
repository_info() {
  local info faults
  # A wrong key makes anything of a file, and pgBackRest's message repeats it.
  info=$(pgbackrest info --output=json | tr -d '\000-\037')
  faults=$(jq -r '.[0].repo[]? | select(.status.code == 99) | "repository \(.key): \(.status.message)"' <<<"$info")
  faults=$(LC_ALL=C tr -cd '[:print:]\n' <<<"$faults" | cut -c 1-200)
  [[ $faults != *CryptoError* && $faults != *FormatError* ]] || fail \
    'The key does not open these backups: BACKUP_KEY_FILE must be the key that they were made with.' "$faults"
  [ -z "$faults" ] || printf '%s\n' "$faults" >&2
  printf '%s' "$info"
}

# oldest_backup INFO: when the oldest backup ended, s since 1970; nothing when there is none.
oldest_backup() { jq -r '[.[0].backup[]?.timestamp.stop] | min // empty' <<<"$1"; }
