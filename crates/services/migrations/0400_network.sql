-- What stations are beside being organisations: hours, languages, stops, members. `body` is the whole of it.
CREATE TABLE station (
    org_id {id} PRIMARY KEY,
    body {text} NOT NULL,
    version {int} NOT NULL
) {strict};

-- The appointment of an agent beside her entry among the staff; when it begins and ends is her grant of the role.
CREATE TABLE agent (
    user_id {id} PRIMARY KEY,
    kind {text} NOT NULL,
    body {text} NOT NULL,
    version {int} NOT NULL
) {strict};

-- Somebody is away and somebody stands in, from a moment to a moment.
CREATE TABLE absence (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL,
    deputy_id {id} NOT NULL,
    from_at {time} NOT NULL,
    until_at {time} NOT NULL
) {strict};
CREATE INDEX absence_deputy ON absence (deputy_id, until_at);
CREATE INDEX absence_agent ON absence (agent_id, until_at);
CREATE INDEX org_name ON org (name);
