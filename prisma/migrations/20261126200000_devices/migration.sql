-- Devices that a manager has let in: boards, which see one warehouse, and phones, on which people sign in with their badges.
-- Only hashes of secrets are kept; a row that is gone has ended.
CREATE TYPE "device_kind" AS ENUM ('BOARD', 'PHONE');

CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "kind" "device_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "warehouse_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "approved_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "device_secret_hash_key" ON "device"("secret_hash");
CREATE INDEX "device_warehouse_id_idx" ON "device"("warehouse_id");

-- A device that waits to be let in: it shows the user code and asks again and again with the device code (RFC 8628).
CREATE TABLE "pairing" (
    "id" UUID NOT NULL,
    "kind" "device_kind" NOT NULL,
    "device_code_hash" BYTEA NOT NULL,
    "user_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "name" TEXT,
    "warehouse_id" UUID,
    "approved_by" UUID,
    CONSTRAINT "pairing_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "pairing_approval_is_whole" CHECK (("approved_by" IS NULL) = ("warehouse_id" IS NULL) AND ("approved_by" IS NULL) = ("name" IS NULL))
);
CREATE UNIQUE INDEX "pairing_device_code_hash_key" ON "pairing"("device_code_hash");
CREATE UNIQUE INDEX "pairing_user_code_key" ON "pairing"("user_code");
CREATE INDEX "pairing_expires_at_idx" ON "pairing"("expires_at");

ALTER TABLE "device" ADD CONSTRAINT "device_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "device" ADD CONSTRAINT "device_approved_by_fkey" FOREIGN KEY ("approved_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_approved_by_fkey" FOREIGN KEY ("approved_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "device", "pairing" TO wba_app;
