-- Letters and forms. What a letter says is sealed: it holds a name.
CREATE TABLE letter (
  region {text} NOT NULL,
  id {id} NOT NULL,
  kind {text} NOT NULL,
  division {text} NOT NULL,
  case_id {id},
  seq {int},
  org_id {id} NOT NULL,
  to_id {id},
  stage {text} NOT NULL,
  drafter_id {id},
  signer_id {id},
  series {text},
  year {int},
  serial {int},
  number {text},
  code {text},
  wording {bytes} NOT NULL,
  data {text} NOT NULL,
  digest {bytes} NOT NULL,
  drafted_at {time} NOT NULL,
  issued_at {time},
  ended_at {time},
  reason {text},
  printed {bytes},
  pages {int},
  stored {bytes},
  version {int} NOT NULL,
  PRIMARY KEY (region, id)
) {strict};
CREATE UNIQUE INDEX letter_number ON letter (region, org_id, series, year, serial) WHERE serial IS NOT NULL;
CREATE UNIQUE INDEX letter_code ON letter (region, code) WHERE code IS NOT NULL;
-- One event makes one letter of a kind, however often it is asked.
CREATE UNIQUE INDEX letter_event ON letter (region, case_id, seq, kind) WHERE seq IS NOT NULL;
CREATE INDEX letter_case ON letter (region, case_id, drafted_at);
CREATE INDEX letter_desk ON letter (org_id, stage, drafted_at);
CREATE INDEX letter_by_number ON letter (number) WHERE number IS NOT NULL;
