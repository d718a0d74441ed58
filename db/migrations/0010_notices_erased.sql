ALTER TABLE "identity"."notices" DROP CONSTRAINT "notices_sender";--> statement-breakpoint
ALTER TABLE "identity"."notices" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identity"."notices" ADD COLUMN "idempotency_key" text;--> statement-breakpoint
ALTER TABLE "identity"."notices" ADD CONSTRAINT "notices_sent_once" UNIQUE("idempotency_key");--> statement-breakpoint
ALTER TABLE "identity"."notices" ADD CONSTRAINT "notices_sender" CHECK (CASE WHEN "identity"."notices"."erased_at" IS NULL THEN "identity"."notices"."child_abuse" OR num_nulls("identity"."notices"."name", "identity"."notices"."email") = 0
        ELSE num_nonnulls("identity"."notices"."name", "identity"."notices"."email") = 0 END);