-- Newest first, open or over; and by person, agent and source.
CREATE INDEX matter_received ON matter (region, received_at DESC, id);
CREATE INDEX matter_petitioner ON matter (region, petitioner_id, received_at);
CREATE INDEX matter_agent ON matter (region, agent_id, due_at, id) WHERE agent_id IS NOT NULL;
CREATE UNIQUE INDEX matter_source ON matter (region, source_ref) WHERE source_ref IS NOT NULL;
CREATE INDEX matter_id ON matter (id);
