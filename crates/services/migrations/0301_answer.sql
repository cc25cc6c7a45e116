-- Published answers 公开答复: a plain question, its answer, nobody's name. `case_id` is where it came from; it is never shown.
CREATE TABLE answer (
  region {text} NOT NULL,
  id {id} NOT NULL,
  slug {text} NOT NULL,
  division {text} NOT NULL,
  question {text} NOT NULL,
  answer {text} NOT NULL,
  category {text},
  unit_id {id},
  published_on {date} NOT NULL,
  published_by {id},
  withdrawn {bool} NOT NULL,
  case_id {id},
  version {int} NOT NULL,
  PRIMARY KEY (region, id)
) {strict};
CREATE UNIQUE INDEX answer_slug ON answer (slug);
CREATE INDEX answer_division ON answer (division, published_on DESC);
-- The words under which an answer is found.
CREATE TABLE answer_word (
  region {text} NOT NULL,
  word {text} NOT NULL,
  answer_id {id} NOT NULL,
  in_question {bool} NOT NULL,
  PRIMARY KEY (region, word, answer_id)
) {strict};
CREATE INDEX answer_word_answer ON answer_word (region, answer_id);
