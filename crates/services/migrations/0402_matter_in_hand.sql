-- What somebody handles and has not finished: asked before an appointment ends, and when matters are handed over.
CREATE INDEX matter_handler ON matter (handler_id) WHERE handler_id IS NOT NULL AND NOT is_over;
