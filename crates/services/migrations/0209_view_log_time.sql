-- The auditor reads the newest looks first.
CREATE INDEX view_log_time ON view_log (region, at);
