-- Somebody told her what a message could not: when, who, how. A receipt finds its message by the key that we gave, or by the
-- carrier's own reference.
ALTER TABLE delivery ADD COLUMN told_at {time};
ALTER TABLE delivery ADD COLUMN told_by {id};
ALTER TABLE delivery ADD COLUMN told_way {text};
CREATE INDEX delivery_key ON delivery (id);
CREATE INDEX delivery_reference ON delivery (reference) WHERE reference IS NOT NULL;
CREATE INDEX delivery_unreached ON delivery (settled_at, id) WHERE told_at IS NULL AND fate IN ('FAILED', 'UNSURE', 'UNREACHABLE');
