-- A change of a station or an appointment that waits for its day. What is done stays as it was asked for.
CREATE TABLE network_change (
  id {id} PRIMARY KEY,
  target {text} NOT NULL,
  target_id {id} NOT NULL,
  division {text} NOT NULL,
  from_day {date} NOT NULL,
  body {text} NOT NULL,
  planned_at {time} NOT NULL,
  tried_on {date},
  refused {text},
  done_at {time}
) {strict};
CREATE INDEX network_change_of ON network_change (target_id, from_day);
CREATE INDEX network_change_due ON network_change (from_day, id) WHERE done_at IS NULL;
