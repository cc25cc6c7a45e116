-- A call for suggestions 人民建议征集: what is asked, until when, what is said at its end. What became of it is counted from what came.
CREATE TABLE suggestion_call (
  region {text} NOT NULL,
  id {id} NOT NULL,
  division {text} NOT NULL,
  last_day {date} NOT NULL,
  body {text} NOT NULL,
  opened_at {time} NOT NULL,
  closed_at {time},
  report {text},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX suggestion_call_place ON suggestion_call (division, last_day, id);
-- Which suggestions came under it.
CREATE TABLE suggestion_entry (
  region {text} NOT NULL,
  call_id {id} NOT NULL,
  case_id {id} NOT NULL,
  PRIMARY KEY (region, call_id, case_id)
) {strict};
