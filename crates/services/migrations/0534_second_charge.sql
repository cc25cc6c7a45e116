-- Who answers for a matter beside the first one: whose list it stands on. What she does is an event of the matter.
CREATE TABLE second_charge (
  region {text} NOT NULL,
  case_id {id} NOT NULL,
  leader_id {id} NOT NULL,
  PRIMARY KEY (region, case_id)
) {strict};
CREATE INDEX second_charge_leader ON second_charge (leader_id);
