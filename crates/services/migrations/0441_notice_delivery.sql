-- By which message an event was told; NULL: on her page only. `sent_at` is when that was decided.
ALTER TABLE notice ADD COLUMN delivery_id {id};
CREATE INDEX notice_delivery ON notice (region, delivery_id);
