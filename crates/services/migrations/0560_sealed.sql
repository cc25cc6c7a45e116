-- The sealed track. Nothing here can be read by the machine: `sealed` is encrypted to the public key `key_id`, and the two shares
-- of its secret are encrypted under the passphrases of two people (ADR 24).
CREATE TABLE sealed_key (
  region {text} NOT NULL,
  id {text} NOT NULL,
  division {text} NOT NULL,
  public {text} NOT NULL,
  share_one {text} NOT NULL,
  share_two {text} NOT NULL,
  made_at {time} NOT NULL,
  retired_at {time},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX sealed_key_division ON sealed_key (division, made_at);
-- One part of a report: its words, a file, what was added, the other office's number.
CREATE TABLE sealed_part (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  no {int} NOT NULL,
  what {text} NOT NULL,
  key_id {text} NOT NULL,
  at {time} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (region, case_id, no)
) {strict};
-- Offices and people whom a report concerns, as keyed marks of this one report: asked for by name they are found, read they say
-- nothing.
CREATE TABLE sealed_mark (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  mark {bytes} NOT NULL,
  PRIMARY KEY (region, case_id, mark)
) {strict};
