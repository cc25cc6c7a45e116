-- A span of a jurisdiction that was closed: its figures as they stood. What is counted differently later is shown beside them.
CREATE TABLE cycle_closing (
  region {text} NOT NULL,
  division {text} NOT NULL,
  cadence {text} NOT NULL,
  first_day {date} NOT NULL,
  closed_at {time} NOT NULL,
  closed_by {id},
  rules {text} NOT NULL,
  figures {text} NOT NULL,
  PRIMARY KEY (region, division, cadence, first_day)
) {strict};
