-- How far rows from before were brought up to what their cases say: columns that came later stand empty in them. One row a task.
CREATE TABLE backfill (
    name {text} PRIMARY KEY,
    region {text} NOT NULL,
    id {id} NOT NULL,
    done {bool} NOT NULL
) {strict};
