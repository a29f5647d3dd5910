CREATE TABLE `account_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`account_id` text,
	`role` text,
	`head` integer DEFAULT false NOT NULL,
	`unit_id` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_links_kind" CHECK("account_links"."kind" in ('invitation', 'reset')),
	CONSTRAINT "account_links_target" CHECK(("account_links"."kind" = 'reset' and "account_links"."account_id" is not null) or ("account_links"."kind" = 'invitation' and "account_links"."role" is not null))
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text DEFAULT 'respondent' NOT NULL,
	`head` integer DEFAULT false NOT NULL,
	`unit_id` text,
	`locale` text DEFAULT 'id' NOT NULL,
	`disabled` integer DEFAULT false NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_role" CHECK("accounts"."role" in ('admin', 'drafter', 'legal', 'facilitator', 'leader', 'respondent', 'organisation')),
	CONSTRAINT "accounts_locale" CHECK("accounts"."locale" in ('id', 'en')),
	CONSTRAINT "accounts_email" CHECK("accounts"."email" = lower("accounts"."email"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`provider_id` text NOT NULL,
	`account_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `credentials_account` ON `credentials` (`account_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `event_details` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`salt` blob NOT NULL,
	`payload` text,
	PRIMARY KEY(`chain`, `seq`),
	FOREIGN KEY (`chain`,`seq`) REFERENCES `events`(`chain`,`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_details_salt" CHECK(length("event_details"."salt") = 16)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload_hash` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`chain`, `seq`),
	CONSTRAINT "events_from_one" CHECK("events"."seq" >= 1),
	CONSTRAINT "events_hashes" CHECK(length("events"."payload_hash") = 64 and length("events"."prev_hash") = 64 and length("events"."hash") = 64)
);
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `events_hash` ON `events` (`hash`);--> statement-breakpoint
CREATE TABLE `guards` (
	`held` integer NOT NULL,
	CONSTRAINT "guard_held" CHECK("guards"."held" = 1)
);
--> statement-breakpoint
CREATE TABLE `authorities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`office` text NOT NULL,
	`spelling` text NOT NULL,
	`region` text NOT NULL,
	`province` text NOT NULL,
	`gazette` text NOT NULL,
	`time_zone` text NOT NULL,
	`letterhead` text DEFAULT '' NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_name` ON `groups` (`authority_id`,`name`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`name` text NOT NULL,
	`abbreviation` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "units_revision" CHECK("units"."revision" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_name` ON `units` (`authority_id`,`name`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`location` text,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`unit_id` text,
	`document_type` text NOT NULL,
	`title` text NOT NULL,
	`stage` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "policies_document_type" CHECK("policies"."document_type" in ('perda', 'perkada', 'keputusan', 'instruksi', 'se', 'uu'))
);
--> statement-breakpoint
CREATE INDEX `policies_updated` ON `policies` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `policy_members` (
	`policy_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`policy_id`, `account_id`),
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "policy_members_role" CHECK("policy_members"."role" in ('owner', 'drafter', 'reviewer', 'reader'))
);
--> statement-breakpoint
CREATE INDEX `policy_members_account` ON `policy_members` (`account_id`);--> statement-breakpoint
CREATE TABLE `version_parts` (
	`version_id` text NOT NULL,
	`kind` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`version_id`, `kind`, `part`),
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "version_parts_kind" CHECK("version_parts"."kind" in ('content', 'clauses', 'state')),
	CONSTRAINT "version_parts_size" CHECK(length("version_parts"."bytes") <= 921600)
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	`note` text,
	`author` text NOT NULL,
	`authors` text NOT NULL,
	`at` integer NOT NULL,
	`epoch` integer NOT NULL,
	`log_seq` integer NOT NULL,
	`op_id` text NOT NULL,
	`hash` text NOT NULL,
	`title` text NOT NULL,
	`document_type` text NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "versions_from_one" CHECK("versions"."number" >= 1),
	CONSTRAINT "versions_hash" CHECK(length("versions"."hash") = 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_op_id_unique` ON `versions` (`op_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `versions_number` ON `versions` (`policy_id`,`number`);