CREATE TABLE "identity"."admin_invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"claimed_email" "citext",
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."sign_in_tokens" ADD COLUMN "nonce" text NOT NULL;