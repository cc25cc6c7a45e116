-- Who opened how many names in a short time.
CREATE INDEX view_log_identity ON view_log (at, user_id) WHERE seen = 'identity';
