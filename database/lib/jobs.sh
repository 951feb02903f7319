# What a job leaves for the schedule and for the metrics. Sourced after settings.sh.

job_file() { printf '%s/jobs/%s' "$state" "$1"; }

# run_job KIND: one at a time of a kind; remembers when it was tried, when it last succeeded and how long it took.
run_job() {
  local kind=$1 begin=$EPOCHSECONDS status=0 success
  mkdir -p "$state/jobs" "$state/lock"
  exec 8>"$state/lock/$kind"
  flock --nonblock 8 || fail "Such a job ($kind) is under way already; \`backup list\` shows what it leaves."
  say "$kind: begins"
  case $kind in
    full | diff) "$home/jobs/base-backup" "$kind" || status=$? ;;
    dump | drill) "$home/jobs/$kind" || status=$? ;;
  esac
  success=$(job_field "$kind" success)
  [ "$status" -ne 0 ] || success=$EPOCHSECONDS
  printf 'tried=%s\nsuccess=%s\nfailed=%s\nseconds=%s\n' \
    "$EPOCHSECONDS" "$success" "$((status != 0))" "$((EPOCHSECONDS - begin))" >"$(job_file "$kind").new"
  mv "$(job_file "$kind").new" "$(job_file "$kind")"
  "$home/jobs/measure-backups" || say 'The figures of the backups could not be written.'
  say "$kind: $([ "$status" -eq 0 ] && echo ok || echo FAILED), $((EPOCHSECONDS - begin)) s"
  exec 8>&-
  return "$status"
}

# job_field KIND FIELD: what run_job remembered; 0 when it has never run.
job_field() {
  local value=0
  [ ! -e "$(job_file "$1")" ] || value=$(sed -n "s/^$2=//p" "$(job_file "$1")")
  printf '%s' "${value:-0}"
}
