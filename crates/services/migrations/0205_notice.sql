-- What the petitioner is told: one row for each event that tells her something; the text is said from the event.
CREATE TABLE notice (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  seq {int} NOT NULL,
  at {time} NOT NULL,
  sent_at {time},
  PRIMARY KEY (region, case_id, seq)
) {strict};
CREATE INDEX notice_waiting ON notice (at, case_id, seq) WHERE sent_at IS NULL;
