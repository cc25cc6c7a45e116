CREATE TABLE idempotency (
    scope {text} NOT NULL,
    key {text} NOT NULL,
    request {bytes} NOT NULL,
    response {text} NOT NULL,
    at {time} NOT NULL,
    PRIMARY KEY (scope, key)
) {keyed};

CREATE INDEX idempotency_at ON idempotency (at);
