# Metrics as files that Prometheus' node exporter reads (its textfile collector). Sourced after settings.sh.

# publish FILE: what comes in becomes the file, whole or not at all.
publish() {
  mkdir -p "$state/metrics"
  cat >"$state/metrics/$1.new"
  mv "$state/metrics/$1.new" "$state/metrics/$1"
}

# metric TYPE NAME HELP: its samples come in, `VALUE` or `{LABELS} VALUE` a line; without one there is no metric.
metric() {
  local samples
  samples=$(sed "s/^{/$2{/; t; s/^/$2 /")
  [ -z "$samples" ] || printf '# HELP %s %s\n# TYPE %s %s\n%s\n' "$2" "$3" "$2" "$1" "$samples"
}
