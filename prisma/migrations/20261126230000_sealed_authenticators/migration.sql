-- Secrets of authenticators are sealed under a key that is not in the database. Those that stood here as they were are
-- forgotten: their people set up an authenticator anew.
ALTER TABLE "person" DROP COLUMN "totp_secret";
ALTER TABLE "person" ADD COLUMN "totp_secret" BYTEA;
UPDATE "person" SET "totp_last_step" = NULL;
