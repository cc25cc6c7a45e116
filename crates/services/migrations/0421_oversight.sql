-- Which supervisions and advice belong to which case, and of which unit. Written once when one begins.
CREATE TABLE oversight_link (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  id {id} NOT NULL,
  kind {text} NOT NULL,
  unit_id {id} NOT NULL,
  PRIMARY KEY (region, case_id, id)
) {strict};
CREATE INDEX matter_supervision ON matter (due_at, id) WHERE kind = 'SUPERVISION';
CREATE INDEX matter_advice ON matter (received_at DESC, id DESC) WHERE kind = 'ADVICE';
