-- What was seen, in a few words without anybody's name or number; sealed, and apart from the log because it is deleted when she
-- declines, when it becomes a petition, and when the days of a declined find are over (rules.md 10.5).
CREATE TABLE find_text (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  text {text} NOT NULL,
  PRIMARY KEY (region, case_id)
) {strict};
-- Finds are few among many matters: their list has an index of its own.
CREATE INDEX matter_find ON matter (due_at, id) WHERE kind = 'FIND';
