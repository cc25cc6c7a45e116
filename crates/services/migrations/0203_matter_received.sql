-- Newest first, open or over; by agent, by source, by id alone.
CREATE INDEX matter_received ON matter (received_at DESC, id DESC);
CREATE INDEX matter_agent ON matter (agent_id, due_at, id) WHERE agent_id IS NOT NULL;
CREATE UNIQUE INDEX matter_source ON matter (region, source_ref) WHERE source_ref IS NOT NULL;
CREATE INDEX matter_id ON matter (id);
