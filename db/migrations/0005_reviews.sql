CREATE TABLE `review_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`position` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`account_id` text,
	`unit_id` text,
	`due_on` text,
	`due_days` integer,
	`due_unit` text,
	`delegate_id` text,
	`delegated_by` text,
	`delegated_at` integer,
	`delegation_note` text,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`decided_hash` text,
	`reason` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegate_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_steps_from_one" CHECK("review_steps"."position" >= 1 and "review_steps"."ordinal" >= 0),
	CONSTRAINT "review_steps_addressee" CHECK(("review_steps"."account_id" is null) <> ("review_steps"."unit_id" is null)),
	CONSTRAINT "review_steps_deadline" CHECK(("review_steps"."due_days" is null) = ("review_steps"."due_unit" is null) and ("review_steps"."due_on" is null or "review_steps"."due_days" is null) and ("review_steps"."due_unit" is null or "review_steps"."due_unit" in ('calendar', 'working'))),
	CONSTRAINT "review_steps_delegation" CHECK(("review_steps"."delegate_id" is null) = ("review_steps"."delegated_by" is null) and ("review_steps"."delegate_id" is null) = ("review_steps"."delegated_at" is null) and ("review_steps"."delegate_id" is not null or "review_steps"."delegation_note" is null) and ("review_steps"."delegate_id" is null or "review_steps"."delegate_id" <> "review_steps"."delegated_by")),
	CONSTRAINT "review_steps_decision" CHECK(("review_steps"."decision" is null) = ("review_steps"."decided_by" is null) and ("review_steps"."decision" is null) = ("review_steps"."decided_at" is null) and ("review_steps"."decision" is null) = ("review_steps"."decided_hash" is null) and ("review_steps"."decision" is null or "review_steps"."decision" in ('approved', 'returned')) and ("review_steps"."decision" is not null or "review_steps"."reason" is null)),
	CONSTRAINT "review_steps_reason" CHECK("review_steps"."decision" is null or "review_steps"."decision" <> 'returned' or length("review_steps"."reason") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_steps_order` ON `review_steps` (`review_id`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_steps_account` ON `review_steps` (`review_id`,`position`,`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_steps_unit` ON `review_steps` (`review_id`,`position`,`unit_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_steps_decider` ON `review_steps` (`review_id`,`decided_by`);--> statement-breakpoint
CREATE INDEX `review_steps_addressed` ON `review_steps` (`account_id`);--> statement-breakpoint
CREATE INDEX `review_steps_office` ON `review_steps` (`unit_id`);--> statement-breakpoint
CREATE INDEX `review_steps_delegate` ON `review_steps` (`delegate_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`version_id` text NOT NULL,
	`version_number` integer NOT NULL,
	`hash` text NOT NULL,
	`content_schema` integer NOT NULL,
	`message` text,
	`authors` text NOT NULL,
	`submitted_by` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`state` text NOT NULL,
	`ended_at` integer,
	`withdrawn_by` text,
	`withdrawal_reason` text,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_state" CHECK("reviews"."state" in ('open', 'approved', 'returned', 'withdrawn')),
	CONSTRAINT "reviews_hash_length" CHECK(length("reviews"."hash") = 64),
	CONSTRAINT "reviews_ended" CHECK(("reviews"."state" = 'open') = ("reviews"."ended_at" is null)),
	CONSTRAINT "reviews_withdrawal" CHECK(("reviews"."state" = 'withdrawn') = ("reviews"."withdrawn_by" is not null) and ("reviews"."withdrawn_by" is null) = ("reviews"."withdrawal_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_open` ON `reviews` (`policy_id`) WHERE "reviews"."state" = 'open';--> statement-breakpoint
CREATE INDEX `reviews_policy` ON `reviews` (`policy_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `reviews_hash` ON `reviews` (`hash`);--> statement-breakpoint
CREATE TABLE `stage_artefacts` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`stage` text NOT NULL,
	`name` text NOT NULL,
	`version_id` text,
	`url` text,
	`note` text,
	`kept_by` text NOT NULL,
	`kept_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_artefacts_something" CHECK("stage_artefacts"."version_id" is not null or "stage_artefacts"."url" is not null or "stage_artefacts"."note" is not null),
	CONSTRAINT "stage_artefacts_removed" CHECK(("stage_artefacts"."removed_by" is null) = ("stage_artefacts"."removed_at" is null))
);
--> statement-breakpoint
CREATE INDEX `stage_artefacts_policy` ON `stage_artefacts` (`policy_id`,`kept_at`);--> statement-breakpoint
CREATE TABLE `stage_plans` (
	`authority_id` text NOT NULL,
	`document_type` text NOT NULL,
	`plan` text,
	`revision` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`authority_id`, `document_type`),
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_plans_document_type" CHECK("stage_plans"."document_type" in ('perda', 'perkada', 'keputusan', 'instruksi', 'se', 'uu'))
);
