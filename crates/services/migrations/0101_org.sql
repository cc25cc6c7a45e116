-- Organisations, a small table.
CREATE TABLE org (
    id {id} PRIMARY KEY,
    parent_id {id},
    line_superior_id {id},
    vertical {bool} NOT NULL,
    kind {text} NOT NULL,
    name {text} NOT NULL,
    short_name {text},
    division {text} NOT NULL,
    phone {text},
    address {text},
    hours {text},
    accepts_petitions {bool} NOT NULL,
    functions {text} NOT NULL,
    active_from {date} NOT NULL,
    active_to {date},
    version {int} NOT NULL
) {strict};
CREATE UNIQUE INDEX org_division_name ON org (division, name);
CREATE INDEX org_parent ON org (parent_id);
