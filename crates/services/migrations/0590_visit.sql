-- The visits that leaders made, by whoever made them: what is due next is counted from here. Each is an event of its matter; this is
-- where one asks for all of somebody's.
CREATE TABLE visit (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  seq {int} NOT NULL,
  user_id {id} NOT NULL,
  kind {text} NOT NULL,
  on_day {date} NOT NULL,
  PRIMARY KEY (region, case_id, seq)
) {strict};
CREATE INDEX visit_user ON visit (user_id, kind, on_day);
