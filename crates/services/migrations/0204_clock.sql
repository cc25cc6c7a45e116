-- The clocks of all cases as the sweeper sees them; the truth is in the case. Only open clocks stand here.
CREATE TABLE clock (
  region {text} NOT NULL,
  id {id} NOT NULL,
  case_id {id} NOT NULL,
  kind {text} NOT NULL,
  def {text} NOT NULL,
  due_at {time} NOT NULL,
  remind_at {time} NOT NULL,
  running {bool} NOT NULL,
  is_right {bool} NOT NULL,
  provisional {bool} NOT NULL,
  marked {bool} NOT NULL,
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX clock_due ON clock (due_at, id) WHERE running AND NOT marked;
CREATE INDEX clock_case ON clock (region, case_id);
CREATE INDEX clock_provisional ON clock (region, id) WHERE provisional;
