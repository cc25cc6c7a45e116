-- Lists that a member of staff keeps under a name; `query` is the address without its path, made by the program.
CREATE TABLE saved_filter (
    id {id} PRIMARY KEY,
    user_id {id} NOT NULL,
    name {text} NOT NULL,
    query {text} NOT NULL,
    created_at {time} NOT NULL
) {strict};
CREATE UNIQUE INDEX saved_filter_name ON saved_filter (user_id, name);
