-- A jurisdiction's list in the order of urgency, also narrowed to one stage. Headed by the region: without statistics SQLite takes the
-- index with most equalities, and before these that was one over all matters, those that are over included.
CREATE INDEX matter_region_due ON matter (region, due_at, id) WHERE NOT is_over;
CREATE INDEX matter_stage_due ON matter (region, stage, due_at, id) WHERE NOT is_over;
