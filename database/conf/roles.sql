-- The logins and the database, brought to what the secrets say: run at each start, so that a changed secret or a restored
-- backup never locks anybody out.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
\set owner_password `cat "$OWNER_PASSWORD_FILE"`
\set gateway_password `cat "$GATEWAY_PASSWORD_FILE"`

SELECT format('CREATE ROLE %I', name)
FROM unnest(ARRAY['wba_owner', 'wba_app', 'wba_analyst', 'wba_gateway', 'wba_backup']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

-- Migrates, and owns every table.
ALTER ROLE wba_owner LOGIN PASSWORD :'owner_password';
-- What the gateway and its analysts act as (the first migration makes these two where they are missing).
ALTER ROLE wba_app NOLOGIN BYPASSRLS;
ALTER ROLE wba_analyst NOLOGIN;
GRANT wba_app, wba_analyst TO wba_owner, wba_gateway;
-- The gateway's and the worker's: no DDL.
ALTER ROLE wba_gateway LOGIN PASSWORD :'gateway_password';
-- Backs up and watches; it reads all rows, and has no password: it comes through the socket alone.
ALTER ROLE wba_backup LOGIN BYPASSRLS;
GRANT pg_monitor, pg_read_all_data, pg_checkpoint TO wba_backup;
GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal(),
  pg_create_restore_point(text) TO wba_backup;

-- A row every half a minute, for a day: a restored cluster shows by it to which second it goes.
CREATE TABLE IF NOT EXISTS backup_canary (at timestamptz PRIMARY KEY DEFAULT clock_timestamp());
GRANT SELECT, INSERT, DELETE ON backup_canary TO wba_backup;

SELECT 'CREATE DATABASE wba OWNER wba_owner'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wba') \gexec
REVOKE ALL ON DATABASE wba FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE wba TO wba_gateway;
GRANT CONNECT ON DATABASE wba TO wba_backup;
