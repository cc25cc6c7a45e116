-- What happened lately, for live updates: the log in the order of time. Everything the question reads but the author stands in
-- the index.
CREATE INDEX event_at ON event (at, region, stream, seq);
