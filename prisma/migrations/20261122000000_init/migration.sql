-- Extensions. pg_trgm makes «contains» searches indexable; it is trusted, so the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Roles are of the whole cluster and outlive a database, so each is made only when it is missing; two databases may be
-- migrated at once (unique_violation), and Prisma's shadow database finds them already there.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['wba_app', 'wba_analyst'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END IF;
  END LOOP;
END
$$;

CREATE TYPE "order_state_name" AS ENUM ('NEW', 'RELEASED', 'CLAIMED', 'PICKED', 'PACKED', 'STAGED', 'HANDED_OVER', 'ACCEPTED', 'DONE', 'SHORT', 'ON_HOLD', 'CANCEL_REQUESTED', 'CANCELLED', 'RESHIP');
CREATE TYPE "order_event_type" AS ENUM ('IMPORTED', 'RELEASED', 'CLAIMED', 'UNCLAIMED', 'CLAIM_EXPIRED', 'PICKED', 'PACKED', 'STAGED', 'HANDED_OVER', 'HELD', 'RESUMED', 'SHORTAGE_REPORTED', 'SHORTAGE_RESOLVED', 'CANCELLED', 'PUT_BACK_CONFIRMED', 'ACCEPTED', 'COMPLETED', 'RESHIP_REQUESTED', 'MARKETPLACE_STATUS_CHANGED', 'DEADLINE_CHANGED');

CREATE TABLE "seller_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "seller_account_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "seller_account_name_key" ON "seller_account"("name");

CREATE TABLE "warehouse" (
    "id" UUID NOT NULL,
    "seller_account_id" UUID NOT NULL,
    "wb_warehouse_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "assembly_minutes" INTEGER NOT NULL CHECK ("assembly_minutes" > 0),
    "cut_offs" TEXT[],
    "amber_minutes" INTEGER NOT NULL,
    "red_minutes" INTEGER NOT NULL CHECK ("red_minutes" >= 0 AND "red_minutes" <= "amber_minutes"),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "warehouse_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "warehouse_seller_account_id_fkey" FOREIGN KEY ("seller_account_id") REFERENCES "seller_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "warehouse_seller_account_id_wb_warehouse_id_key" ON "warehouse"("seller_account_id", "wb_warehouse_id");

CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "seller_account_id" UUID NOT NULL,
    "nm_id" BIGINT NOT NULL,
    "article" TEXT NOT NULL,
    "title" TEXT,
    CONSTRAINT "product_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "product_seller_account_id_fkey" FOREIGN KEY ("seller_account_id") REFERENCES "seller_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "product_seller_account_id_nm_id_key" ON "product"("seller_account_id", "nm_id");

CREATE TABLE "sku" (
    "id" UUID NOT NULL,
    "seller_account_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "chrt_id" BIGINT NOT NULL,
    "size" TEXT,
    CONSTRAINT "sku_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sku_seller_account_id_fkey" FOREIGN KEY ("seller_account_id") REFERENCES "seller_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sku_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sku_seller_account_id_chrt_id_key" ON "sku"("seller_account_id", "chrt_id");
CREATE INDEX "sku_product_id_idx" ON "sku"("product_id");

CREATE TABLE "sku_barcode" (
    "sku_id" UUID NOT NULL,
    "barcode" TEXT NOT NULL,
    CONSTRAINT "sku_barcode_pkey" PRIMARY KEY ("sku_id", "barcode"),
    CONSTRAINT "sku_barcode_sku_id_fkey" FOREIGN KEY ("sku_id") REFERENCES "sku"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "sku_barcode_barcode_idx" ON "sku_barcode"("barcode");

CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "seller_account_id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "wb_order_id" BIGINT NOT NULL,
    "rid" TEXT,
    "order_uid" TEXT,
    "state" "order_state_name" NOT NULL DEFAULT 'NEW',
    "resume_state" "order_state_name",
    "put_back_required" BOOLEAN NOT NULL DEFAULT false,
    "picked_by" TEXT,
    "packed_by" TEXT,
    "reason" TEXT,
    "cargo_type" SMALLINT NOT NULL,
    "cross_border_type" SMALLINT NOT NULL,
    "is_b2b" BOOLEAN NOT NULL,
    "is_zero_order" BOOLEAN NOT NULL,
    "required_meta" TEXT[],
    "optional_meta" TEXT[],
    "offices" TEXT[],
    "comment" TEXT,
    "price_amount" BIGINT,
    "price_currency" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "state_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "raw" JSONB NOT NULL,
    "search_text" TEXT NOT NULL,
    CONSTRAINT "orders_pkey" PRIMARY KEY ("id"),
    -- A held order knows where it returns to, and only a held one does.
    CONSTRAINT "orders_resume_state" CHECK (("state" = 'ON_HOLD') = ("resume_state" IS NOT NULL)),
    CONSTRAINT "orders_put_back" CHECK (NOT "put_back_required" OR "state" = 'CANCELLED'),
    CONSTRAINT "orders_seller_account_id_fkey" FOREIGN KEY ("seller_account_id") REFERENCES "seller_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "orders_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "orders_sku_id_fkey" FOREIGN KEY ("sku_id") REFERENCES "sku"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "orders_seller_account_id_wb_order_id_key" ON "orders"("seller_account_id", "wb_order_id");
CREATE INDEX "orders_warehouse_id_state_deadline_at_id_idx" ON "orders"("warehouse_id", "state", "deadline_at", "id");
CREATE INDEX "orders_warehouse_id_state_created_at_id_idx" ON "orders"("warehouse_id", "state", "created_at", "id");
CREATE INDEX "orders_warehouse_id_state_state_changed_at_id_idx" ON "orders"("warehouse_id", "state", "state_changed_at", "id");
CREATE INDEX "orders_sku_id_created_at_id_idx" ON "orders"("sku_id", "created_at", "id");
CREATE INDEX "orders_search_text_idx" ON "orders" USING GIN ("search_text" gin_trgm_ops);

CREATE TABLE "wb_mirror" (
    "order_id" UUID NOT NULL,
    "supplier_status" TEXT NOT NULL,
    "wb_status" TEXT NOT NULL,
    "is_cancellable" BOOLEAN,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "wb_mirror_pkey" PRIMARY KEY ("order_id"),
    CONSTRAINT "wb_mirror_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "wb_status_change" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "supplier_status" TEXT NOT NULL,
    "wb_status" TEXT NOT NULL,
    "is_cancellable" BOOLEAN,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "wb_status_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wb_status_change_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "wb_status_change_order_id_observed_at_idx" ON "wb_status_change"("order_id", "observed_at");

CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "device" TEXT,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "release_reason" TEXT,
    CONSTRAINT "claim_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "claim_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "claim_order_id_idx" ON "claim"("order_id");
-- One live claim an order: whatever the program does, the second one fails here.
CREATE UNIQUE INDEX "claim_one_live" ON "claim"("order_id") WHERE "released_at" IS NULL;
CREATE INDEX "claim_live_expiry" ON "claim"("expires_at") WHERE "released_at" IS NULL;

CREATE TABLE "stream_head" (
    "warehouse_id" UUID NOT NULL,
    "epoch" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "min_seq" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "stream_head_pkey" PRIMARY KEY ("warehouse_id"),
    CONSTRAINT "stream_head_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITH (fillfactor = 50); -- updated by every command: room for HOT updates

CREATE TABLE "order_event" (
    "warehouse_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "epoch" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "type" "order_event_type" NOT NULL,
    "before" JSONB,
    "state" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "device" TEXT,
    "client_time" TIMESTAMPTZ(3),
    "command_id" UUID,
    CONSTRAINT "order_event_pkey" PRIMARY KEY ("warehouse_id", "seq", "at")
) PARTITION BY RANGE ("at");
CREATE INDEX "order_event_order_id_seq_idx" ON "order_event"("order_id", "seq");
CREATE INDEX "order_event_warehouse_id_type_at_idx" ON "order_event"("warehouse_id", "type", "at");
-- Catches what no day's partition takes (a gateway that slept for weeks): an event is never refused for want of a partition.
CREATE TABLE "order_event_default" PARTITION OF "order_event" DEFAULT;

CREATE TABLE "command_result" (
    "actor" TEXT NOT NULL,
    "command_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "command_result_pkey" PRIMARY KEY ("actor", "command_id")
);
CREATE INDEX "command_result_created_at_idx" ON "command_result"("created_at");

-- An instant as GraphQL gives it: ISO-8601, UTC, milliseconds. STABLE as to_char is: declared IMMUTABLE, it would not be
-- inlined, and an order has eight of these.
CREATE FUNCTION "iso"("t" TIMESTAMPTZ) RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Whether an order is on the board. Closed: handed over, accepted, done, or cancelled with nothing left to put back.
CREATE FUNCTION "is_live"("state" "order_state_name", "put_back_required" BOOLEAN) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT state NOT IN ('HANDED_OVER', 'ACCEPTED', 'DONE') AND (state <> 'CANCELLED' OR put_back_required) $$;

CREATE INDEX "orders_live" ON "orders"("warehouse_id", "deadline_at", "id") WHERE is_live("state", "put_back_required");

-- The public order, in the shape of the GraphQL type Order. Snapshots, single reads and the log's events are all built
-- here, so a snapshot plus the events after it equals a later read, byte for byte.
CREATE VIEW "order_state" AS
SELECT
  o."id",
  o."warehouse_id",
  o."deadline_at",
  is_live(o."state", o."put_back_required") AS "live",
  jsonb_build_object(
    'id', o."id",
    'warehouseId', o."warehouse_id",
    'wbOrderId', o."wb_order_id"::text,
    'rid', o."rid",
    'orderUid', o."order_uid",
    'sku', jsonb_build_object(
      'id', s."id", 'chrtId', s."chrt_id"::text, 'nmId', p."nm_id"::text, 'article', p."article", 'title', p."title", 'size', s."size",
      'barcodes', (SELECT coalesce(jsonb_agg(b."barcode" ORDER BY b."barcode"), '[]') FROM "sku_barcode" b WHERE b."sku_id" = s."id")),
    'state', o."state",
    'resumeState', o."resume_state",
    'putBackRequired', o."put_back_required",
    'claim', CASE WHEN c."id" IS NULL THEN NULL ELSE jsonb_build_object(
      'holder', c."holder", 'device', c."device", 'claimedAt', iso(c."claimed_at"), 'expiresAt', iso(c."expires_at")) END,
    'pickedBy', o."picked_by",
    'packedBy', o."packed_by",
    'reason', o."reason",
    'cargoType', o."cargo_type",
    'crossBorderType', o."cross_border_type",
    'isB2b', o."is_b2b",
    'isZeroOrder', o."is_zero_order",
    'requiredMeta', to_jsonb(o."required_meta"),
    'optionalMeta', to_jsonb(o."optional_meta"),
    'offices', to_jsonb(o."offices"),
    'comment', o."comment",
    'price', CASE WHEN o."price_amount" IS NULL THEN NULL ELSE jsonb_build_object('amount', o."price_amount", 'currency', o."price_currency") END,
    'createdAt', iso(o."created_at"),
    'importedAt', iso(o."imported_at"),
    'deadlineAt', iso(o."deadline_at"),
    'amberAt', iso(o."deadline_at" - make_interval(mins => w."amber_minutes")),
    'redAt', iso(o."deadline_at" - make_interval(mins => w."red_minutes")),
    'stateChangedAt', iso(o."state_changed_at"),
    'version', o."version",
    'marketplace', jsonb_build_object(
      'supplierStatus', m."supplier_status", 'wbStatus', m."wb_status", 'isCancellable', m."is_cancellable",
      'cancelled', m."cancelled", 'observedAt', iso(m."observed_at"))
  ) AS "state"
FROM "orders" o
JOIN "warehouse" w ON w."id" = o."warehouse_id"
JOIN "sku" s ON s."id" = o."sku_id"
JOIN "product" p ON p."id" = s."product_id"
JOIN "wb_mirror" m ON m."order_id" = o."id"
LEFT JOIN "claim" c ON c."order_id" = o."id" AND c."released_at" IS NULL;

-- Appends events and raises the counters: the LAST statement of a command's transaction. The heads' row locks, taken in
-- one order by everybody, are held until COMMIT, so seq order is commit order and there are no holes.
-- p_events: [{warehouseId, orderId, type, before, state, actor?}]; an event's own actor (the system, when a command finds a
-- dead lease in its way) replaces the command's and its device; p_at overrides the time (only for filling in history).
CREATE FUNCTION "append_order_events"(p_events JSONB, p_actor TEXT, p_device TEXT, p_client_time TIMESTAMPTZ, p_command_id UUID, p_at TIMESTAMPTZ DEFAULT NULL)
RETURNS TABLE ("warehouse_id" UUID, "seq" BIGINT) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM stream_head h
    WHERE h.warehouse_id IN (SELECT (e->>'warehouseId')::uuid FROM jsonb_array_elements(p_events) e)
    ORDER BY h.warehouse_id FOR UPDATE;
  RETURN QUERY
  WITH e AS (
    SELECT (x.value->>'warehouseId')::uuid AS warehouse_id, x.value AS event,
           row_number() OVER (PARTITION BY x.value->>'warehouseId' ORDER BY x.ordinality) AS n
    FROM jsonb_array_elements(p_events) WITH ORDINALITY x
  ), head AS (
    UPDATE stream_head h SET seq = h.seq + t.n
    FROM (SELECT e.warehouse_id, count(*) AS n FROM e GROUP BY 1) t
    WHERE h.warehouse_id = t.warehouse_id
    RETURNING h.warehouse_id, h.epoch, h.seq, h.seq - t.n AS base
  ), put AS (
    INSERT INTO order_event (warehouse_id, seq, at, epoch, order_id, type, before, state, actor, device, client_time, command_id)
    SELECT e.warehouse_id, head.base + e.n, coalesce(p_at, clock_timestamp()), head.epoch, (e.event->>'orderId')::uuid,
           (e.event->>'type')::order_event_type, nullif(e.event->'before', 'null'::jsonb), e.event->'state', coalesce(e.event->>'actor', p_actor),
           CASE WHEN e.event ? 'actor' THEN NULL ELSE p_device END, p_client_time, p_command_id
    FROM e JOIN head USING (warehouse_id)
  )
  SELECT head.warehouse_id, head.seq FROM head;
END
$$;

-- One partition a day, from today to p_days ahead. Run at start and daily; the owner's right, lent to the application.
CREATE FUNCTION "ensure_order_event_partitions"(p_days INT) RETURNS INT LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  day DATE;
  name TEXT;
  made INT := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('order_event_partitions'));
  FOR i IN 0..least(p_days, 60) LOOP
    day := (clock_timestamp() AT TIME ZONE 'UTC')::date + i;
    name := 'order_event_' || to_char(day, 'YYYYMMDD');
    CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
    -- A day that already has rows in the default partition stays there: attaching would fail.
    CONTINUE WHEN EXISTS (SELECT FROM public.order_event_default d WHERE d.at >= day::timestamp AT TIME ZONE 'UTC' AND d.at < (day + 1)::timestamp AT TIME ZONE 'UTC');
    EXECUTE format('CREATE TABLE public.%I PARTITION OF public.order_event FOR VALUES FROM (%L) TO (%L)', name,
      to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;

-- Retention: forgets whole days older than p_keep_days and raises min_seq, so that a cursor below it is answered aloud.
CREATE FUNCTION "prune_order_events"(p_keep_days INT) RETURNS INT LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  border TIMESTAMPTZ := ((clock_timestamp() AT TIME ZONE 'UTC')::date - greatest(p_keep_days, 1))::timestamp AT TIME ZONE 'UTC';
  part RECORD;
  dropped INT := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('order_event_partitions'));
  UPDATE public.stream_head h SET min_seq = greatest(h.min_seq, t.seq)
  FROM (SELECT e.warehouse_id, max(e.seq) AS seq FROM public.order_event e WHERE e.at < border GROUP BY 1) t
  WHERE h.warehouse_id = t.warehouse_id;
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.order_event'::regclass AND c.relname ~ '^order_event_[0-9]{8}$'
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < (border AT TIME ZONE 'UTC')::date
  LOOP
    EXECUTE format('DROP TABLE public.%I', part.relname);
    dropped := dropped + 1;
  END LOOP;
  DELETE FROM public.order_event_default d WHERE d.at < border;
  RETURN dropped;
END
$$;

SELECT ensure_order_event_partitions(7);

-- Rights. The application has no DDL; it can add to the log, the mirror's history and the claims, and rewrite no event.
REVOKE ALL ON FUNCTION "ensure_order_event_partitions"(INT), "prune_order_events"(INT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "ensure_order_event_partitions"(INT), "prune_order_events"(INT) TO wba_app;
GRANT USAGE ON SCHEMA public TO wba_app;
GRANT SELECT, INSERT, UPDATE ON "seller_account", "warehouse", "product", "sku", "orders", "wb_mirror", "claim", "stream_head" TO wba_app;
GRANT SELECT, INSERT ON "sku_barcode", "wb_status_change", "order_event" TO wba_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "command_result" TO wba_app;
GRANT SELECT ON "order_state" TO wba_app;
-- A gateway that does not migrate still checks what is applied. (The table is missing in Prisma's shadow database.)
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON "_prisma_migrations" TO wba_app;
  END IF;
END
$$;
