#!/bin/sh
# scripts/restore.sh --to TIME | --latest: stops what uses the database, restores it, and starts everything again.
set -eu
cd "$(dirname "$0")/.."

docker compose stop gateway worker backup db
if docker compose run --rm restore "$@"; then
  docker compose up --detach
else
  echo 'Not restored; the data is as it was. To go on with it: docker compose up --detach' >&2
  exit 1
fi
