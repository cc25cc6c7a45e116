-- 一周一曝光: the week of a division as it was frozen, units only. A mistake is corrected by a later note, never in the figures.
CREATE TABLE exposure (
  region {text} NOT NULL,
  division {text} NOT NULL,
  week {date} NOT NULL,
  frozen_at {time} NOT NULL,
  body {text} NOT NULL,
  PRIMARY KEY (region, division, week)
) {strict};
CREATE TABLE exposure_note (
  region {text} NOT NULL,
  division {text} NOT NULL,
  week {date} NOT NULL,
  id {id} NOT NULL,
  at {time} NOT NULL,
  by_id {id} NOT NULL,
  text {text} NOT NULL,
  PRIMARY KEY (region, division, week, id)
) {strict};
