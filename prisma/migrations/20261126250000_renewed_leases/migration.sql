-- Until when what its holder did has moved a lease; "expires_at" stays what was told, so that the public order does not change without
-- an event. Never before "expires_at", whose index therefore finds all leases that may have run out.
ALTER TABLE "claim" ADD COLUMN "renewed_until" TIMESTAMPTZ(3);
