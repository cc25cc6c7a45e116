-- The inbox: most urgent first. Open matters only, so it stays small however many are closed. One index for those who see
-- what one organisation has, one for those who see a jurisdiction and walk it in the order of urgency. Not headed by the
-- region: a unit may have matters of several, and on a cluster each shard has its own index anyway.
CREATE INDEX matter_holder_due ON matter (holder_id, due_at, id) WHERE NOT is_over;
CREATE INDEX matter_turn_due ON matter (turn_id, due_at, id) WHERE NOT is_over;
CREATE INDEX matter_due ON matter (due_at, id) WHERE NOT is_over;
