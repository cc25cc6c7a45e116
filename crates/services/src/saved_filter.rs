//! Lists that a member of staff keeps under a name. Everybody sees and changes her own only.

use kernel::{Ctx, Fault, Refusal, SavedFilterId, Text, UserId};
use store::{Tx, params};

use crate::Error;

/// How many one person may keep; more would be a second inbox.
pub const MOST: usize = 12;

/// A list under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its id.
    pub id: SavedFilterId,
    /// What she calls it.
    pub name: Text<20>,
    /// The query of its address; made by the program, never typed.
    pub query: String,
}

/// The lists of `user`, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, user: UserId) -> Result<Vec<SavedFilter>, Fault> {
    let sql = "SELECT id, name, query FROM saved_filter WHERE user_id = $1 ORDER BY created_at, id";
    tx.query(sql, params![user], |row| {
        Ok(SavedFilter {
            id: row.get("id")?,
            name: row.parse("name", |text| Text::parse("name", text).ok())?,
            query: row.get("query")?,
        })
    })
}

/// Keeps `query` under `name`; a name that is taken gets the new query, as its owner means it.
///
/// # Errors
/// `saved-filter-many` when there are [`MOST`] already.
pub fn save(tx: &mut Tx, ctx: &Ctx, user: UserId, name: &Text<20>, query: &str) -> Result<(), Error> {
    let own = list(tx, user)?;
    if own.len() >= MOST && own.iter().all(|one| one.name != *name) {
        return Err(Refusal::invalid("name", "saved-filter-many").with("most", MOST).into());
    }
    let id: SavedFilterId = ctx.new_id();
    let sql = "INSERT INTO saved_filter (id, user_id, name, query, created_at) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (user_id, name) DO UPDATE SET query = excluded.query";
    tx.execute(sql, params![id, user, name.as_str(), query, ctx.now()])?;
    Ok(())
}

/// Gives a list of `user` another name.
///
/// # Errors
/// `saved-filter-taken` when another list of hers has it; `not-permitted` when there is no such list of hers.
pub fn rename(tx: &mut Tx, user: UserId, id: SavedFilterId, name: &Text<20>) -> Result<(), Error> {
    if list(tx, user)?.iter().any(|one| one.id != id && one.name == *name) {
        return Err(Refusal::invalid("name", "saved-filter-taken").into());
    }
    let sql = "UPDATE saved_filter SET name = $3 WHERE id = $1 AND user_id = $2";
    found(tx.execute(sql, params![id, user, name.as_str()])?)
}

/// Forgets a list of `user`.
///
/// # Errors
/// `not-permitted` when there is no such list of hers.
pub fn remove(tx: &mut Tx, user: UserId, id: SavedFilterId) -> Result<(), Error> {
    found(tx.execute("DELETE FROM saved_filter WHERE id = $1 AND user_id = $2", params![id, user])?)
}

fn found(rows: u64) -> Result<(), Error> {
    if rows > 0 { Ok(()) } else { Err(Refusal::not_permitted().into()) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const ME: UserId = UserId(Uuid::from_u128(1));
    const OTHER: UserId = UserId(Uuid::from_u128(2));

    fn name(text: &str) -> Text<20> {
        Text::parse("name", text).unwrap()
    }

    fn ctx(seed: u64) -> Ctx {
        Ctx::seeded("2026-11-22T02:00:00Z".parse().unwrap(), seed)
    }

    #[test]
    fn a_list_is_kept_renamed_and_forgotten_by_its_owner_only() {
        testkit::both(crate::MIGRATIONS, |store| {
            store
                .write_blocking(|tx| -> Result<(), Error> {
                    save(tx, &ctx(1), ME, &name("要催的"), "tab=open")?;
                    save(tx, &ctx(2), ME, &name("要催的"), "tab=open&kind=PETITION")?;
                    save(tx, &ctx(3), ME, &name("工单"), "kind=WORK_ORDER")?;
                    let mine = list(tx, ME)?;
                    assert_eq!(mine.len(), 2);
                    assert_eq!(mine[0].query, "tab=open&kind=PETITION");
                    assert!(list(tx, OTHER)?.is_empty());
                    assert!(matches!(rename(tx, OTHER, mine[0].id, &name("x")), Err(Error::Refused(_))));
                    assert!(matches!(remove(tx, OTHER, mine[0].id), Err(Error::Refused(_))));
                    assert!(matches!(rename(tx, ME, mine[0].id, &name("工单")), Err(Error::Refused(_))));
                    rename(tx, ME, mine[0].id, &name("催"))?;
                    remove(tx, ME, mine[1].id)?;
                    assert_eq!(list(tx, ME)?.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["催"]);
                    Ok(())
                })
                .unwrap();
        });
    }

    #[test]
    fn there_is_an_end_to_keeping() {
        testkit::both(crate::MIGRATIONS, |store| {
            let refused = store.write_blocking(|tx| {
                (0..=MOST as u64).try_for_each(|n| save(tx, &ctx(n), ME, &name(&format!("单子 {n}")), "tab=open"))
            });
            assert_eq!(refused.unwrap_err().refusals().unwrap()[0].code, "saved-filter-many");
        });
    }
}
