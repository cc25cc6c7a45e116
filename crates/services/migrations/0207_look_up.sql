-- Failed look-ups by number and code, so that guessing waits.
CREATE TABLE look_up_attempt (
  scope {text} NOT NULL,
  failures {int} NOT NULL,
  last_at {time} NOT NULL,
  PRIMARY KEY (scope)
) {strict};
