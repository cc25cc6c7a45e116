-- The inbox: mine, most urgent first. Open matters only, so it stays small however many are closed.
CREATE INDEX matter_holder_due ON matter (region, holder_id, due_at, id) WHERE NOT is_over;
CREATE INDEX matter_handler_due ON matter (region, handler_id, due_at, id) WHERE NOT is_over;
CREATE INDEX matter_bureau_due ON matter (region, bureau_id, due_at, id) WHERE NOT is_over;
CREATE INDEX matter_division_due ON matter (region, division, due_at, id) WHERE NOT is_over;
