-- What opens with the code of another matter is found from that matter: a petition from its order, a report from what it is about.
CREATE INDEX matter_code_case ON matter (code_case) WHERE code_case IS NOT NULL;
