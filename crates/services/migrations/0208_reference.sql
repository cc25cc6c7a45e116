-- Calendars, clocks and settings as administrators loaded them; the newest row of a key holds.
CREATE TABLE reference_data (
  kind {text} NOT NULL,
  key {text} NOT NULL,
  loaded_at {time} NOT NULL,
  loaded_by {id},
  body {text} NOT NULL,
  PRIMARY KEY (kind, key)
) {strict};
