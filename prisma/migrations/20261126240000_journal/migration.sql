-- What people do on the floor without a signal waits in a journal on their device, and is delivered in the order of its numbers.
ALTER TYPE "order_event_type" ADD VALUE 'SURPLUS_PICKED';
ALTER TYPE "order_event_type" ADD VALUE 'SURPLUS_CLOSED';

-- A journal is of one person on one device, and outlives both the session that opened it and the device: there is no foreign
-- key to it. The grant lets the journal be delivered when nobody is signed in; its hash alone is kept.
CREATE TABLE "journal" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "device_id" UUID,
    "device" TEXT,
    "epoch" INTEGER NOT NULL,
    "grant_hash" BYTEA NOT NULL,
    "grant_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "journal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "journal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "journal_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITH (fillfactor = 50); -- updated by every command: room for HOT updates
-- A person's journals, the newest first; those of a browser of one's own have no device.
CREATE UNIQUE INDEX "journal_person_id_device_id_epoch_key" ON "journal"("person_id", "device_id", "epoch") NULLS NOT DISTINCT;
CREATE INDEX "journal_grant_expires_at_idx" ON "journal"("grant_expires_at");

-- Every number of a journal that was taken, with its first answer; kept 30 days.
CREATE TABLE "journal_command" (
    "journal_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL CHECK ("seq" > 0),
    "command_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "order_id" UUID,
    "status" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "client_time" TIMESTAMPTZ(3),
    -- How far the device's clock was behind ours when it delivered.
    "skew_ms" BIGINT NOT NULL,
    -- While the order's row is locked: of one order they stand in the order in which they were decided.
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "journal_command_pkey" PRIMARY KEY ("journal_id", "seq"),
    CONSTRAINT "journal_command_journal_id_fkey" FOREIGN KEY ("journal_id") REFERENCES "journal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "journal_command_journal_id_order_id_idx" ON "journal_command"("journal_id", "order_id");
CREATE INDEX "journal_command_at_idx" ON "journal_command"("at");

-- What a shift lead must look at: done on the floor, and not done here.
CREATE TABLE "parked_command" (
    "id" UUID NOT NULL,
    "journal_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "command_id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "order_id" UUID,
    "act" JSONB NOT NULL,
    "code" TEXT NOT NULL,
    "advice" JSONB NOT NULL,
    "client_time" TIMESTAMPTZ(3),
    "skew_ms" BIGINT NOT NULL,
    "delivered_by" TEXT,
    "parked_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "resolution" TEXT,
    CONSTRAINT "parked_command_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "parked_command_journal_id_fkey" FOREIGN KEY ("journal_id") REFERENCES "journal"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "parked_command_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "parked_command_journal_id_seq_key" ON "parked_command"("journal_id", "seq");
CREATE INDEX "parked_command_open" ON "parked_command"("warehouse_id", "parked_at", "id") WHERE "resolved_at" IS NULL;
CREATE INDEX "parked_command_resolved_at_idx" ON "parked_command"("resolved_at");

-- The second unit of an order that was picked twice, until it is on its shelf again.
CREATE TABLE "surplus_unit" (
    "id" UUID NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "picked_by" TEXT NOT NULL,
    "device" TEXT,
    "picked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    -- Why there was none to put back, when a shift lead says so.
    "reason" TEXT,
    CONSTRAINT "surplus_unit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "surplus_unit_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "surplus_unit_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "surplus_unit_order_id_idx" ON "surplus_unit"("order_id");
CREATE INDEX "surplus_unit_open" ON "surplus_unit"("warehouse_id", "picked_at", "id") WHERE "closed_at" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "journal", "journal_command", "parked_command" TO wba_app;
GRANT SELECT, INSERT, UPDATE ON "surplus_unit" TO wba_app;
