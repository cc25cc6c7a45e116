-- Errands that were handed to a service window. Nobody's name stands here, and none is a matter of petition.
CREATE TABLE errand (
  region {text} NOT NULL,
  id {id} NOT NULL,
  division {text} NOT NULL,
  org_id {id} NOT NULL,
  kind {text} NOT NULL,
  on_day {date} NOT NULL,
  body {text} NOT NULL,
  noted_at {time} NOT NULL,
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX errand_place ON errand (division, on_day, id);
