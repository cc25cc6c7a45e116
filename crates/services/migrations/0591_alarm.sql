-- Who was to be told of an urgent report, and by which message; none when no carrier is set up or there is no telephone: the panel of
-- the desk tells it then. Nothing of the report stands here.
CREATE TABLE alarm (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  no {int} NOT NULL,
  user_id {id} NOT NULL,
  at {time} NOT NULL,
  planned_at {time},
  delivery_id {id},
  PRIMARY KEY (region, case_id, no, user_id)
) {strict};
CREATE INDEX alarm_waiting ON alarm (at, case_id, user_id) WHERE planned_at IS NULL;
