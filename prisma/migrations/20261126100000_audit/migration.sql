-- The audit trail. Order events are one half of it as they are; what is no order's life goes into audit_entry. A chain is a
-- warehouse's trail, or the installation's, whose id is all zeros: a primary key knows no NULL.
CREATE TABLE "audit_entry" (
    "chain" UUID NOT NULL,
    "seq" BIGINT NOT NULL CHECK ("seq" > 0),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "device" TEXT,
    "client_time" TIMESTAMPTZ(3),
    "command_id" UUID,
    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("chain", "seq")
);
-- By time, without reading the rows of another time: their place in the index tells.
CREATE INDEX "audit_entry_chain_seq_at_idx" ON "audit_entry"("chain", "seq", "at");
CREATE INDEX "audit_entry_chain_actor_seq_idx" ON "audit_entry"("chain", "actor", "seq");
CREATE INDEX "audit_entry_chain_action_seq_idx" ON "audit_entry"("chain", "action", "seq");

-- The one index that the trail costs a command: somebody's doings without reading everybody's.
CREATE INDEX "order_event_warehouse_id_actor_seq_idx" ON "order_event"("warehouse_id", "actor", "seq");

-- Seal number n of a chain covers the events and entries after those of number n - 1, up to last_event and last_entry.
CREATE TABLE "audit_seal" (
    "chain" UUID NOT NULL,
    "no" BIGINT NOT NULL CHECK ("no" > 0),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "last_event" BIGINT NOT NULL,
    "last_entry" BIGINT NOT NULL,
    "events_hash" BYTEA NOT NULL,
    "entries_hash" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("chain", "no")
);

-- Writes entries: the last statement but append_order_events. Each chain is numbered under a lock of its own that is held
-- until COMMIT, so seq order is commit order and there are no holes. The locks are taken in one order by everybody.
-- p_entries: [{chain, action, subjectKind, subjectId, details}]; p_at overrides the time (only for filling in history).
CREATE FUNCTION "write_audit_entries"(p_entries JSONB, p_actor TEXT, p_device TEXT, p_client_time TIMESTAMPTZ, p_command_id UUID, p_at TIMESTAMPTZ DEFAULT NULL)
RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_entry'), k.key)
  FROM (SELECT DISTINCT hashtext(e->>'chain') AS key FROM jsonb_array_elements(p_entries) e ORDER BY 1) k;
  INSERT INTO audit_entry (chain, seq, at, action, subject_kind, subject_id, details, actor, device, client_time, command_id)
  SELECT x.chain, x.n + coalesce((SELECT max(a.seq) FROM audit_entry a WHERE a.chain = x.chain), 0), coalesce(p_at, clock_timestamp()),
         x.entry->>'action', x.entry->>'subjectKind', x.entry->>'subjectId', x.entry->'details', p_actor, p_device, p_client_time, p_command_id
  FROM (
    SELECT (e.value->>'chain')::uuid AS chain, e.value AS entry, row_number() OVER (PARTITION BY e.value->>'chain' ORDER BY e.ordinality) AS n
    FROM jsonb_array_elements(p_entries) WITH ORDINALITY e
  ) x;
END
$$;

-- The canonical form of a row: one line of JSON. A hash is the SHA-256 of lines, each with a line feed, in UTF-8: what
-- `psql -At | sha256sum` makes of them. These forms stay as they are, or old seals would fit no more.
CREATE FUNCTION "audit_line"("e" "order_event") RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT jsonb_build_array(e.warehouse_id, e.seq, iso(e.at), e.epoch, e.order_id, e.type, e.before, e.state, e.actor, e.device, iso(e.client_time), e.command_id)::text $$;
CREATE FUNCTION "audit_line"("e" "audit_entry") RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT jsonb_build_array(e.chain, e.seq, iso(e.at), e.action, e.subject_kind, e.subject_id, e.details, e.actor, e.device, iso(e.client_time), e.command_id)::text $$;
CREATE FUNCTION "audit_line"("s" "audit_seal") RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT jsonb_build_array(s.chain, s.no, iso(s.at), s.last_event, s.last_entry, encode(s.events_hash, 'hex'), encode(s.entries_hash, 'hex'), encode(s.previous, 'hex'))::text $$;

-- The hash of a warehouse's events after one number up to another, and how many there are.
CREATE FUNCTION "audit_events_hash"(p_chain UUID, p_after BIGINT, p_last BIGINT) RETURNS TABLE ("hash" BYTEA, "found" BIGINT) LANGUAGE sql STABLE AS
$$
  SELECT sha256(convert_to(coalesce(string_agg(audit_line(e) || E'\n', '' ORDER BY e.seq, e.at), ''), 'UTF8')), count(*)
  FROM order_event e WHERE e.warehouse_id = p_chain AND e.seq > p_after AND e.seq <= p_last
$$;
CREATE FUNCTION "audit_entries_hash"(p_chain UUID, p_after BIGINT, p_last BIGINT) RETURNS TABLE ("hash" BYTEA, "found" BIGINT) LANGUAGE sql STABLE AS
$$
  SELECT sha256(convert_to(coalesce(string_agg(audit_line(e) || E'\n', '' ORDER BY e.seq), ''), 'UTF8')), count(*)
  FROM audit_entry e WHERE e.chain = p_chain AND e.seq > p_after AND e.seq <= p_last
$$;

-- Seals what a chain has got since its last seal, at most p_limit of either kind; returns how many of the longer kind, 0 when
-- there is nothing. What is committed is complete up to the numbers read here, whatever is still in an open transaction:
-- both kinds are numbered in the order of commits. Of two at once the primary key lets one through.
CREATE FUNCTION "seal_audit_chain"(p_chain UUID, p_limit INT) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
  last audit_seal;
  seal audit_seal;
  head_seq BIGINT;
  head_min BIGINT;
  entry_seq BIGINT;
BEGIN
  SELECT s.* INTO last FROM audit_seal s WHERE s.chain = p_chain ORDER BY s.no DESC LIMIT 1;
  SELECT h.seq, h.min_seq INTO head_seq, head_min FROM stream_head h WHERE h.warehouse_id = p_chain;
  SELECT max(e.seq) INTO entry_seq FROM audit_entry e WHERE e.chain = p_chain;
  seal.chain := p_chain;
  seal.no := coalesce(last.no, 0) + 1;
  seal.at := date_trunc('milliseconds', clock_timestamp());
  -- Forgotten events are no reason for seals of nothing.
  seal.last_event := least(coalesce(head_seq, 0), greatest(coalesce(last.last_event, 0), coalesce(head_min, 0)) + p_limit);
  seal.last_entry := least(coalesce(entry_seq, 0), coalesce(last.last_entry, 0) + p_limit);
  IF seal.last_event <= coalesce(last.last_event, 0) AND seal.last_entry <= coalesce(last.last_entry, 0) THEN
    RETURN 0;
  END IF;
  SELECT h.hash INTO seal.events_hash FROM audit_events_hash(p_chain, coalesce(last.last_event, 0), seal.last_event) h;
  SELECT h.hash INTO seal.entries_hash FROM audit_entries_hash(p_chain, coalesce(last.last_entry, 0), seal.last_entry) h;
  seal.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  seal.hash := sha256(convert_to(audit_line(seal) || E'\n', 'UTF8'));
  INSERT INTO audit_seal SELECT seal.* ON CONFLICT DO NOTHING;
  RETURN greatest(seal.last_event - coalesce(last.last_event, 0), seal.last_entry - coalesce(last.last_entry, 0));
END
$$;

-- Rights: the application adds to the trail and reads it. Nobody but the owner can change or take away what is there.
GRANT SELECT, INSERT ON "audit_entry", "audit_seal" TO wba_app;
