-- Rights of hers whose end is near: said once, before their last day.
ALTER TABLE clock ADD COLUMN reminded {bool} NOT NULL DEFAULT FALSE;
CREATE INDEX clock_near ON clock (remind_at, id) WHERE running AND is_right AND NOT reminded;
