-- The grid below the township: a tree whose groups of households are numbers of doors, never persons.
CREATE TABLE grid (
    id {id} PRIMARY KEY,
    division {text} NOT NULL,
    parent_id {id},
    kind {text} NOT NULL,
    level {text} NOT NULL,
    code {text} NOT NULL,
    name {text} NOT NULL,
    households {int},
    org_id {id},
    agent_id {id},
    version {int} NOT NULL
) {strict};
CREATE UNIQUE INDEX grid_code ON grid (division, code);
CREATE INDEX grid_level ON grid (division, level);
CREATE INDEX grid_parent ON grid (parent_id, code);

-- Who has a post in a grid; most of them have no log-in.
CREATE TABLE grid_post (
    grid_id {id} NOT NULL,
    post {text} NOT NULL,
    name {text} NOT NULL,
    phone {text},
    PRIMARY KEY (grid_id, post, name)
) {keyed};
