-- The floor: cells with their stock as a ledger, recounts, boxes, marking codes, shifts, and claims that know a cell and a shift.
ALTER TYPE "order_event_type" ADD VALUE 'LABEL_ATTACHED';
ALTER TYPE "order_event_type" ADD VALUE 'BOXED';

CREATE TYPE "stock_movement_kind" AS ENUM ('RECEIVED', 'PICKED', 'PUT_BACK', 'MOVED', 'COUNTED', 'WRITTEN_OFF', 'FOUND');
CREATE TYPE "recount_reason" AS ENUM ('FOUND', 'SHORTAGE');

CREATE TABLE "storage_cell" (
    "id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "barcode" TEXT NOT NULL,
    "walk_order" INTEGER NOT NULL,
    CONSTRAINT "storage_cell_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "storage_cell_warehouse_id_code_key" ON "storage_cell"("warehouse_id", "code");
CREATE UNIQUE INDEX "storage_cell_warehouse_id_barcode_key" ON "storage_cell"("warehouse_id", "barcode");
CREATE INDEX "storage_cell_warehouse_id_walk_order_id_idx" ON "storage_cell"("warehouse_id", "walk_order", "id");

-- What lies in a cell: the sum of its movements, which alone change it (the trigger below), and never less than nothing.
CREATE TABLE "stock_level" (
    "cell_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("cell_id", "sku_id"),
    CONSTRAINT "stock_level_not_negative" CHECK ("on_hand" >= 0)
) WITH (fillfactor = 70); -- updated by every pick: room for HOT updates
CREATE INDEX "stock_level_sku_id_idx" ON "stock_level"("sku_id");

-- The ledger. Append-only: the application may add to it and rewrite nothing.
CREATE TABLE "stock_movement" (
    "id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "cell_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "kind" "stock_movement_kind" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "order_id" UUID,
    "cause" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor" TEXT NOT NULL,
    "device" TEXT,
    "client_time" TIMESTAMPTZ(3),
    "command_id" UUID,
    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "stock_movement_sign" CHECK (CASE "kind"
      WHEN 'RECEIVED' THEN "quantity" > 0 WHEN 'PUT_BACK' THEN "quantity" > 0 WHEN 'FOUND' THEN "quantity" > 0
      WHEN 'PICKED' THEN "quantity" < 0 WHEN 'WRITTEN_OFF' THEN "quantity" < 0
      WHEN 'MOVED' THEN "quantity" <> 0 ELSE true END)
);
CREATE INDEX "stock_movement_warehouse_id_at_id_idx" ON "stock_movement"("warehouse_id", "at", "id");
CREATE INDEX "stock_movement_cell_id_sku_id_idx" ON "stock_movement"("cell_id", "sku_id");
CREATE INDEX "stock_movement_order_id_idx" ON "stock_movement"("order_id");

-- A cell of which the ledger was wrong, until somebody counts it.
CREATE TABLE "recount" (
    "id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "cell_id" UUID NOT NULL,
    "sku_id" UUID NOT NULL,
    "reason" "recount_reason" NOT NULL,
    "order_id" UUID,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    CONSTRAINT "recount_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recount_order_id_idx" ON "recount"("order_id");
CREATE UNIQUE INDEX "recount_one_open" ON "recount"("cell_id", "sku_id") WHERE "closed_at" IS NULL;
CREATE INDEX "recount_open" ON "recount"("warehouse_id", "opened_at", "id") WHERE "closed_at" IS NULL;

CREATE TABLE "shift" (
    "id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "device" TEXT,
    "session_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);
-- One open shift a person, in whatever warehouse.
CREATE UNIQUE INDEX "shift_one_open" ON "shift"("person") WHERE "ended_at" IS NULL;
CREATE INDEX "shift_open" ON "shift"("warehouse_id") WHERE "ended_at" IS NULL;

CREATE TABLE "box" (
    "warehouse_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "box_pkey" PRIMARY KEY ("warehouse_id", "code")
);

CREATE TABLE "label_identifier" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "value" TEXT NOT NULL,
    "identity" TEXT,
    "verdict" TEXT NOT NULL,
    "attached_by" TEXT NOT NULL,
    "attached_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    CONSTRAINT "label_identifier_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "label_identifier_order_id_idx" ON "label_identifier"("order_id");
CREATE UNIQUE INDEX "label_identifier_one_a_key" ON "label_identifier"("order_id", "key") WHERE "released_at" IS NULL;
-- The code of a unit is on one live order of the whole installation.
CREATE UNIQUE INDEX "label_identifier_one_live_order" ON "label_identifier"("key", "identity") WHERE "released_at" IS NULL AND "identity" IS NOT NULL;

ALTER TABLE "storage_cell" ADD CONSTRAINT "storage_cell_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "storage_cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_sku_id_fkey" FOREIGN KEY ("sku_id") REFERENCES "sku"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "storage_cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_sku_id_fkey" FOREIGN KEY ("sku_id") REFERENCES "sku"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recount" ADD CONSTRAINT "recount_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recount" ADD CONSTRAINT "recount_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "storage_cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recount" ADD CONSTRAINT "recount_sku_id_fkey" FOREIGN KEY ("sku_id") REFERENCES "sku"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recount" ADD CONSTRAINT "recount_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "shift" ADD CONSTRAINT "shift_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "box" ADD CONSTRAINT "box_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "label_identifier" ADD CONSTRAINT "label_identifier_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim" ADD COLUMN "cell_id" UUID, ADD COLUMN "shift_id" UUID;
ALTER TABLE "claim" ADD CONSTRAINT "claim_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "storage_cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What is reserved in a cell; what somebody holds; what a shift had.
CREATE INDEX "claim_live_cell" ON "claim"("cell_id") WHERE "released_at" IS NULL AND "cell_id" IS NOT NULL;
CREATE INDEX "claim_live_holder" ON "claim"("holder") WHERE "released_at" IS NULL;
CREATE INDEX "claim_shift" ON "claim"("shift_id") WHERE "shift_id" IS NOT NULL;

ALTER TABLE "orders" ADD COLUMN "box" TEXT, ADD COLUMN "attached_meta" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "orders" ADD CONSTRAINT "orders_warehouse_id_box_fkey" FOREIGN KEY ("warehouse_id", "box") REFERENCES "box"("warehouse_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "orders_box" ON "orders"("warehouse_id", "box") WHERE "box" IS NOT NULL;

-- The owner's right, lent to the ledger alone: whoever may add a movement changes the sum by it, and by nothing else.
CREATE FUNCTION "add_to_stock_level"() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- Not INSERT … ON CONFLICT first: the row that it proposes would fail the check with a quantity below nothing.
  UPDATE public.stock_level SET on_hand = on_hand + NEW.quantity WHERE cell_id = NEW.cell_id AND sku_id = NEW.sku_id;
  IF NOT FOUND THEN
    INSERT INTO public.stock_level AS l (cell_id, sku_id, on_hand) VALUES (NEW.cell_id, NEW.sku_id, NEW.quantity)
      ON CONFLICT (cell_id, sku_id) DO UPDATE SET on_hand = l.on_hand + excluded.on_hand;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "stock_movement_moves_stock" AFTER INSERT ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION "add_to_stock_level"();

-- Locks levels until the transaction ends, in one order, and tells them; one that nobody has moved anything in yet is made. To lock
-- a row asks for the right to update it, which the application has not.
-- p_places: [{cellId, skuId}]
CREATE FUNCTION "lock_stock_levels"(p_places JSONB) RETURNS TABLE ("cellId" UUID, "skuId" UUID, "onHand" INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.stock_level (cell_id, sku_id)
    SELECT p."cellId", p."skuId" FROM jsonb_to_recordset(p_places) AS p("cellId" uuid, "skuId" uuid) ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
  RETURN QUERY
    SELECT l.cell_id, l.sku_id, l.on_hand FROM public.stock_level l
    WHERE (l.cell_id, l.sku_id) IN (SELECT p."cellId", p."skuId" FROM jsonb_to_recordset(p_places) AS p("cellId" uuid, "skuId" uuid))
    ORDER BY l.cell_id, l.sku_id FOR UPDATE;
END
$$;
REVOKE ALL ON FUNCTION "lock_stock_levels"(JSONB) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "lock_stock_levels"(JSONB) TO wba_app;

GRANT SELECT, INSERT, UPDATE ON "storage_cell", "recount", "shift", "label_identifier" TO wba_app;
GRANT SELECT, INSERT ON "stock_movement", "box" TO wba_app;
GRANT SELECT ON "stock_level" TO wba_app;

-- Analysts see cells and stock of granted warehouses alone; who is on shift, and codes that units could be made from, are not theirs.
DO $$
DECLARE
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['storage_cell', 'stock_level', 'stock_movement', 'recount'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY "app" ON %I TO wba_app USING (true)', name);
    EXECUTE format('GRANT SELECT ON %I TO wba_analyst', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['storage_cell', 'stock_movement', 'recount'] LOOP
    EXECUTE format('CREATE POLICY "analyst" ON %I FOR SELECT TO wba_analyst USING ("warehouse_id" = ANY (ARRAY(SELECT analyst_warehouses())))', name);
  END LOOP;
END
$$;
CREATE POLICY "analyst" ON "stock_level" FOR SELECT TO wba_analyst USING (EXISTS (SELECT FROM "storage_cell" c WHERE c."id" = "cell_id"));

CREATE OR REPLACE VIEW "order_state" WITH (security_invoker = true) AS
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
    'box', o."box",
    'reason', o."reason",
    'cargoType', o."cargo_type",
    'crossBorderType', o."cross_border_type",
    'isB2b', o."is_b2b",
    'isZeroOrder', o."is_zero_order",
    'requiredMeta', to_jsonb(o."required_meta"),
    'optionalMeta', to_jsonb(o."optional_meta"),
    'attachedMeta', to_jsonb(o."attached_meta"),
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
