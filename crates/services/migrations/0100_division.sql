-- The division tree, a small table. The code is its own path: what lies inside a division has a code that starts with it.
CREATE TABLE division (
    code {text} PRIMARY KEY,
    name {text} NOT NULL,
    level {text} NOT NULL,
    parent {text}
) {strict};
CREATE INDEX division_parent ON division (parent, code);
CREATE INDEX division_name ON division (name, code);

-- What people call a division: 达茂旗, 土左旗, 准旗.
CREATE TABLE division_alias (
    alias {text} NOT NULL,
    code {text} NOT NULL,
    PRIMARY KEY (alias, code)
) {keyed};
