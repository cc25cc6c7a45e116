-- When the rules of rising and supervision have to look at a case again: at once after every event that moves a clock or that
-- says how she finds it, later when a rule's day comes. One row a case; none when nothing is to come.
CREATE TABLE watch (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  kind {text} NOT NULL,
  at {time} NOT NULL,
  PRIMARY KEY (region, case_id)
) {strict};
CREATE INDEX watch_at ON watch (at, case_id);
INSERT INTO watch (region, case_id, kind, at)
  SELECT region, id, kind, updated_at FROM matter WHERE kind IN ('PETITION', 'WORK_ORDER') AND NOT is_over;
