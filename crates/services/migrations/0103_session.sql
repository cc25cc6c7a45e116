-- Signed-in browsers and bearer tokens. Only the digest of a token is kept; who reads the table cannot sign in with it.
CREATE TABLE session (
    id {id} PRIMARY KEY,
    token {bytes} NOT NULL,
    user_id {id} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('BROWSER', 'TOKEN')),
    label {text} NOT NULL,
    created_at {time} NOT NULL,
    seen_at {time} NOT NULL,
    idle_until {time},
    expires_at {time} NOT NULL
) {strict};
CREATE UNIQUE INDEX session_token ON session (token);
CREATE INDEX session_owner ON session (user_id, created_at);
CREATE INDEX session_expiry ON session (expires_at);

-- Tries to sign in, by keyed digests of account and address, so that all instances slow down together.
CREATE TABLE login_attempt (
    bucket {bytes} PRIMARY KEY,
    failures {int} NOT NULL,
    last_at {time} NOT NULL,
    free_at {time} NOT NULL
) {keyed};
CREATE INDEX login_attempt_last ON login_attempt (last_at);
