-- Days on which somebody receives: open to whoever has a matter in the division or inside it. What happens to a matter there is an
-- event of the matter; here stands who has which seat.
CREATE TABLE reception (
  region {text} NOT NULL,
  id {id} NOT NULL,
  division {text} NOT NULL,
  host {text} NOT NULL,
  place {text} NOT NULL,
  on_day {date} NOT NULL,
  hours {text} NOT NULL,
  seats {int} NOT NULL,
  opened_at {time} NOT NULL,
  cancelled_at {time},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX reception_day ON reception (division, on_day, id);
CREATE TABLE reception_seat (
  region {text} NOT NULL,
  reception_id {id} NOT NULL,
  case_id {id} NOT NULL,
  state {text} NOT NULL,
  booked_at {time} NOT NULL,
  ended_at {time},
  PRIMARY KEY (region, reception_id, case_id)
) {strict};
CREATE INDEX reception_seat_case ON reception_seat (region, case_id);
