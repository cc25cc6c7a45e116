-- Since when a danger has been known that is not over; empty again when it is.
ALTER TABLE matter ADD COLUMN urgent_at {time};
CREATE INDEX matter_urgent ON matter (urgent_at, id) WHERE urgent_at IS NOT NULL;
