-- The file of a matter: what was corrected, asked, held, put away, removed. No word of the matter; what stays when it is gone.
CREATE TABLE matter_file (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  id {id} NOT NULL,
  number {text} NOT NULL,
  kind {text} NOT NULL,
  division {text} NOT NULL,
  bureau_id {id} NOT NULL,
  stage {text} NOT NULL,
  asked {bool} NOT NULL,
  keep_until {date},
  removed_at {time},
  body {text} NOT NULL,
  version {int} NOT NULL,
  PRIMARY KEY (region, case_id)
) {strict};
CREATE INDEX matter_file_due ON matter_file (bureau_id, keep_until, case_id);
CREATE INDEX matter_file_asked ON matter_file (bureau_id, case_id) WHERE asked;
CREATE INDEX matter_file_removed ON matter_file (bureau_id, removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX matter_file_case ON matter_file (case_id);
CREATE INDEX matter_file_number ON matter_file (region, number);
-- What she asked about her data, what was answered, and the words that a correction replaced; sealed, and gone with the matter.
CREATE TABLE file_words (
  region {text} NOT NULL,
  id {id} NOT NULL,
  case_id {id} NOT NULL,
  no {int} NOT NULL,
  what {text} NOT NULL,
  words {text} NOT NULL,
  by_user {id},
  at {time} NOT NULL,
  PRIMARY KEY (region, case_id, id, no)
) {strict};
-- Numbers of letters that went with their matters: a number is never given twice and leaves no gap.
CREATE TABLE letter_gone (
  region {text} NOT NULL,
  org_id {id} NOT NULL,
  series {text} NOT NULL,
  year {int} NOT NULL,
  serial {int} NOT NULL,
  case_id {id} NOT NULL,
  PRIMARY KEY (region, org_id, series, year, serial)
) {strict};
