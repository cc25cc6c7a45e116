-- Events whose letters are still to be made.
CREATE TABLE letter_due (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  seq {int} NOT NULL,
  at {time} NOT NULL,
  tries {int} NOT NULL,
  PRIMARY KEY (region, case_id, seq)
) {strict};
CREATE INDEX letter_due_next ON letter_due (tries, at);
