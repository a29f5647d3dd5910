CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`uploaded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachments_sha256" CHECK(length("attachments"."sha256") = 64),
	CONSTRAINT "attachments_bytes" CHECK("attachments"."bytes" between 1 and 10485760),
	CONSTRAINT "attachments_kind" CHECK("attachments"."kind" in ('pdf', 'docx', 'xlsx', 'odt', 'png', 'jpeg', 'txt'))
);
--> statement-breakpoint
CREATE TABLE `contribution_attachments` (
	`contribution_id` text NOT NULL,
	`attachment_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`contribution_id`, `attachment_id`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contribution_attachments_attachment` ON `contribution_attachments` (`attachment_id`);--> statement-breakpoint
CREATE TABLE `submission_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`resolved_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `submission_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_comments_item` ON `submission_comments` (`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `submission_item_attachments` (
	`item_id` text NOT NULL,
	`attachment_id` text NOT NULL,
	PRIMARY KEY(`item_id`, `attachment_id`),
	FOREIGN KEY (`item_id`) REFERENCES `submission_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_item_attachments_attachment` ON `submission_item_attachments` (`attachment_id`);--> statement-breakpoint
CREATE TABLE `submission_items` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`cid` text,
	`item_cid` text,
	`stance` text,
	`proposed_text` text NOT NULL,
	`grounds` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_items_stance" CHECK("submission_items"."stance" is null or "submission_items"."stance" in ('support', 'support-with-change', 'against', 'question')),
	CONSTRAINT "submission_items_target" CHECK("submission_items"."item_cid" is null or "submission_items"."cid" is not null)
);
--> statement-breakpoint
CREATE INDEX `submission_items_submission` ON `submission_items` (`submission_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `submission_sending_items` (
	`sending_id` text NOT NULL,
	`position` integer NOT NULL,
	`item_id` text NOT NULL,
	`contribution_id` text NOT NULL,
	PRIMARY KEY(`sending_id`, `position`),
	FOREIGN KEY (`sending_id`) REFERENCES `submission_sendings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_sending_items_contribution` ON `submission_sending_items` (`contribution_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_sending_items_one` ON `submission_sending_items` (`sending_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `submission_sendings` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`number` integer NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`group_id` text,
	`hash` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_sendings_from_one" CHECK("submission_sendings"."number" >= 1),
	CONSTRAINT "submission_sendings_hash" CHECK(length("submission_sendings"."hash") = 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_sendings_number` ON `submission_sendings` (`submission_id`,`number`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`policy_id` text NOT NULL,
	`version_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_state" CHECK("submissions"."state" in ('drafting', 'sent'))
);
--> statement-breakpoint
CREATE INDEX `submissions_unit` ON `submissions` (`unit_id`);--> statement-breakpoint
CREATE INDEX `submissions_policy` ON `submissions` (`policy_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_one` ON `submissions` (`consultation_id`,`unit_id`);