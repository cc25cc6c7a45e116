-- What the number and code of a party open: the mediation, as that party. Whoever filed the matter it came from uses the number she
-- has, and has a row without one.
CREATE TABLE mediation_seat (
  region {text} NOT NULL,
  seat {id} NOT NULL,
  mediation {id} NOT NULL,
  party {int} NOT NULL,
  number {text},
  code_digest {bytes},
  PRIMARY KEY (region, seat, mediation)
) {strict};
CREATE UNIQUE INDEX mediation_seat_number ON mediation_seat (region, number) WHERE number IS NOT NULL;
CREATE INDEX mediation_seat_mediation ON mediation_seat (mediation, party);
