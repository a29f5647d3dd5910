CREATE INDEX `contributions_stamp` ON `contributions` (`consultation_id`,`revision`);--> statement-breakpoint
CREATE INDEX `versions_by_hash` ON `versions` (`hash`);