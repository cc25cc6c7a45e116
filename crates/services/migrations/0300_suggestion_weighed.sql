-- What was suggested at triage, what the clerk chose instead, and why: an input to later suggestions. Append-only; about
-- matters, never about persons, and never a measure of a clerk.
CREATE TABLE suggestion_weighed (
  region {text} NOT NULL,
  id {id} NOT NULL,
  case_id {id} NOT NULL,
  at {time} NOT NULL,
  user_id {id} NOT NULL,
  catalogue {text},
  category {text},
  category_chosen {text},
  category_changed {bool} NOT NULL,
  unit_id {id},
  unit_chosen {id},
  unit_changed {bool} NOT NULL,
  reason {text},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX suggestion_weighed_case ON suggestion_weighed (case_id);
-- What became of matters of a category: who had them.
CREATE INDEX matter_category ON matter (region, category, received_at DESC) WHERE category IS NOT NULL;
