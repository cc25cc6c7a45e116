-- Whoever looked is on record. Append-only.
CREATE TABLE view_log (
  region {text} NOT NULL,
  id {id} NOT NULL,
  case_id {id} NOT NULL,
  at {time} NOT NULL,
  user_id {id} NOT NULL,
  org_id {id} NOT NULL,
  seen {text} NOT NULL,
  reason {text},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX view_log_case ON view_log (region, case_id, at);
