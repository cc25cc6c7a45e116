-- Somebody tried to tell her what a message could not, and did not find her.
CREATE TABLE unreached_try (
  region {text} NOT NULL,
  delivery_id {id} NOT NULL,
  at {time} NOT NULL,
  way {text} NOT NULL,
  by_user {id},
  PRIMARY KEY (region, delivery_id, at)
) {strict};
