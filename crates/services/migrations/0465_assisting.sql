-- Units that assist the one that leads: ids with spaces between. Few matters have any, so the index holds only those.
ALTER TABLE matter ADD COLUMN assisting {text};
CREATE INDEX matter_assisting ON matter (due_at) WHERE assisting IS NOT NULL;
