-- A campaign: which matters are meant, from which day until which. How far they have come is counted from them.
CREATE TABLE campaign (
  region {text} NOT NULL,
  id {id} NOT NULL,
  division {text} NOT NULL,
  first_day {date} NOT NULL,
  last_day {date} NOT NULL,
  body {text} NOT NULL,
  opened_at {time} NOT NULL,
  ended_at {time},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX campaign_place ON campaign (division, last_day, id);
