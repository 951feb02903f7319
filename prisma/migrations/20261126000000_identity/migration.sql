-- Who may sign in, as what, and how: people, their roles, sessions, access tokens and sign-in links. Only hashes of secrets
-- are kept; a row that is gone has ended.
CREATE TYPE "role_name" AS ENUM ('ADMIN', 'MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST');
CREATE TYPE "token_scope" AS ENUM ('READ', 'IMPORT', 'FLOOR');

-- The name is what the log and the claims call the person by, so it is unique and never changes.
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "login" TEXT,
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "totp_last_step" BIGINT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "person_password_needs_login" CHECK ("password_hash" IS NULL OR "login" IS NOT NULL)
);
CREATE UNIQUE INDEX "person_name_key" ON "person"("name");
CREATE UNIQUE INDEX "person_login_key" ON "person"("login");

-- A role in one warehouse; ADMIN alone is of the whole installation and names none.
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "warehouse_id" UUID,
    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "role_grant_admin_is_everywhere" CHECK (("role" = 'ADMIN') = ("warehouse_id" IS NULL))
);
CREATE UNIQUE INDEX "role_grant_person_id_role_warehouse_id_key" ON "role_grant"("person_id", "role", "warehouse_id") NULLS NOT DISTINCT;
CREATE INDEX "role_grant_warehouse_id_idx" ON "role_grant"("warehouse_id");

CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "scopes" "token_scope"[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "access_token_secret_hash_key" ON "access_token"("secret_hash");
CREATE INDEX "access_token_person_id_idx" ON "access_token"("person_id");

-- Without a person: whoever opens it becomes the first administrator.
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_in_link_secret_hash_key" ON "sign_in_link"("secret_hash");
CREATE INDEX "sign_in_link_person_id_idx" ON "sign_in_link"("person_id");

ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How often a credential was tried: the table of rate-limiter-flexible, one for all replicas.
CREATE TABLE "throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,
    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "throttle_expire_idx" ON "throttle"("expire");

-- One row. Everything that takes a right away or changes one raises it in its own transaction; every replica looks at it
-- twice a second and, when it moved, at the sockets it serves. A counter under a row lock has no holes and no late rows.
CREATE TABLE "rights_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "rights_head_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rights_head_is_one" CHECK ("id" = 1)
);
INSERT INTO "rights_head" DEFAULT VALUES;

GRANT SELECT, INSERT, UPDATE ON "person" TO wba_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "role_grant", "session", "access_token", "sign_in_link", "throttle" TO wba_app;
GRANT SELECT, UPDATE ON "rights_head" TO wba_app;
