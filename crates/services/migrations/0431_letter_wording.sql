-- The wording of letters as they were issued, by digest: a later template or version of the program changes no letter.
CREATE TABLE letter_wording (
  digest {bytes} NOT NULL,
  kind {text} NOT NULL,
  name {text} NOT NULL,
  body {text} NOT NULL,
  PRIMARY KEY (digest)
) {strict};
