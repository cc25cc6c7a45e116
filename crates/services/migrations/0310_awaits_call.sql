-- Whom somebody uninvolved still has to ask how it is (H-09): an answer reached her and nobody asked since. Kept from the
-- state like every column here; the small partial index is the list of calls, the longest waiting first.
ALTER TABLE matter ADD COLUMN awaits_call {bool} NOT NULL DEFAULT FALSE;
UPDATE matter SET awaits_call = TRUE WHERE stage IN ('ROUTED', 'SERVED', 'CLOSED_PROCEDURAL', 'DONE');
CREATE INDEX matter_awaits_call ON matter (updated_at, id) WHERE awaits_call;
