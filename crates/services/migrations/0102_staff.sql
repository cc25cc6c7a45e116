-- Staff and agents, a small table. The password is an argon2id string; NULL: cannot sign in.
CREATE TABLE staff (
    id {id} PRIMARY KEY,
    login {text} NOT NULL,
    name {text} NOT NULL,
    title {text},
    phone {text},
    org_id {id} NOT NULL,
    locale {text} NOT NULL,
    active {bool} NOT NULL,
    password {text},
    must_change {bool} NOT NULL,
    version {int} NOT NULL
) {strict};
CREATE UNIQUE INDEX staff_login ON staff (login);
CREATE INDEX staff_org ON staff (org_id, login);

-- A role, held at an organisation and reaching over a division, on some days.
CREATE TABLE role_grant (
    user_id {id} NOT NULL,
    role {text} NOT NULL,
    org_id {id} NOT NULL,
    division {text} NOT NULL,
    from_day {date} NOT NULL,
    to_day {date},
    PRIMARY KEY (user_id, role, org_id, division, from_day)
) {keyed};
CREATE INDEX role_grant_org ON role_grant (org_id, role, user_id);
