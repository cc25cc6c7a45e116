-- Events whose words were taken out by rule: the digest of what stood there, under which the chain still holds.
ALTER TABLE event ADD COLUMN forgotten {bytes};
CREATE INDEX event_forgotten ON event (region, stream) WHERE forgotten IS NOT NULL;
