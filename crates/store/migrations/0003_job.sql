CREATE TABLE job (
    id {id} PRIMARY KEY,
    kind {text} NOT NULL,
    dedupe {text},
    payload {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('ready', 'taken', 'done', 'dead')),
    run_at {time} NOT NULL,
    attempts {int} NOT NULL,
    worker {text},
    reason {text},
    created_at {time} NOT NULL,
    ended_at {time}
) {strict};

-- What is due: ready ones by their time, taken ones by the end of their lease.
CREATE INDEX job_due ON job (run_at, id) WHERE state IN ('ready', 'taken');
-- One waiting job a key.
CREATE UNIQUE INDEX job_dedupe ON job (kind, dedupe) WHERE state = 'ready';
CREATE INDEX job_ended ON job (ended_at) WHERE state IN ('done', 'dead');
