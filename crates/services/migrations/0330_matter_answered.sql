-- What the public figures count: when she last got an answer that can be rated, her lowest grade, when the procedure was
-- carried through. Rows from before get theirs with their next event.
ALTER TABLE matter ADD COLUMN answered_at {time};
ALTER TABLE matter ADD COLUMN lowest_grade {text};
ALTER TABLE matter ADD COLUMN ended_at {time};
CREATE INDEX matter_answered ON matter (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX matter_ended ON matter (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX matter_open ON matter (division, stage) WHERE NOT is_over;
