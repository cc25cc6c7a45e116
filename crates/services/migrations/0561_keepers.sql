-- The officers who may handle a sealed report: ids with spaces between. The index holds sealed reports only.
ALTER TABLE matter ADD COLUMN keepers {text};
CREATE INDEX matter_sealed ON matter (due_at, id) WHERE kind = 'WHISTLEBLOW';
