-- How a person wants to be told; no row: by short message to the telephone she gave. No channel: on her page only.
CREATE TABLE person_notice (
  region {text} NOT NULL,
  person_id {id} NOT NULL,
  channel {text},
  address {text},
  chosen_at {time} NOT NULL,
  PRIMARY KEY (region, person_id)
) {strict};
