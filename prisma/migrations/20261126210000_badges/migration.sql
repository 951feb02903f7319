-- A badge with its PIN signs a person in on a phone that was let in. Hashes alone; a new badge takes the old one's place.
CREATE TABLE "badge" (
    "person_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "pin_hash" TEXT NOT NULL,
    "wrong_pins" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "badge_pkey" PRIMARY KEY ("person_id")
);
CREATE UNIQUE INDEX "badge_secret_hash_key" ON "badge"("secret_hash");
ALTER TABLE "badge" ADD CONSTRAINT "badge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A session that a badge began belongs to its phone, and ends with it.
ALTER TABLE "session" ADD COLUMN "device_id" UUID;
ALTER TABLE "session" ADD CONSTRAINT "session_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "session_device_id_idx" ON "session"("device_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "badge" TO wba_app;
