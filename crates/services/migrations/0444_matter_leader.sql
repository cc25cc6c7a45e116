-- Who answers for a matter 包案; her own list reads it.
ALTER TABLE matter ADD COLUMN leader_id {id};
CREATE INDEX matter_leader ON matter (leader_id, due_at) WHERE leader_id IS NOT NULL;
