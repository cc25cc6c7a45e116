-- Petitioners. Every personal field is sealed (`v1:{key}:{…}`); look-up by a keyed blind index only. No score, no label:
-- there is no column for one.
CREATE TABLE person (
  region {text} NOT NULL,
  id {id} NOT NULL,
  kind {text} NOT NULL,
  name {text} NOT NULL,
  phone {text},
  phone_index {bytes},
  address {text},
  language {text} NOT NULL,
  source_key {text},
  created_at {time} NOT NULL,
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX person_phone ON person (region, phone_index);
CREATE INDEX person_source ON person (region, source_key);
