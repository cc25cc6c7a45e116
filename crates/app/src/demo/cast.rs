//! Who works there: invented people in every role, all with the same password.

use std::collections::HashMap;

use domain::{
    access::{StaffSubject, Subject, actions},
    people::{Role, RoleGrant},
};
use jiff::Timestamp;
use kernel::{Ctx, DivisionCode, Mobile, OrgId, PersonName, Text, UserId};
use services::{
    Error,
    auth::{Cost, Password},
    people::{self, StaffDraft},
};
use store::Store;

use super::{
    PASSWORD,
    place::{Place, permit},
};

/// Invented family names and given names, Han and Mongolian.
const FAMILY: &[&str] = &[
    "张", "王", "李", "赵", "刘", "陈", "杨", "高", "郭", "马", "孙", "贾", "武", "白", "云", "包", "韩", "任", "温",
    "邢",
];
const GIVEN: &[&str] = &[
    "志强", "晓燕", "建军", "丽娟", "海龙", "秀英", "文博", "雪梅", "永胜", "婷婷", "国栋", "春花", "立新", "慧敏",
    "占山", "桂兰", "浩然", "玉珍", "保平", "静怡",
];
const MONGOLIAN: &[&str] = &[
    "乌云其木格",
    "巴特尔",
    "萨仁",
    "阿拉坦",
    "其其格",
    "苏日娜",
    "朝鲁",
    "娜仁花",
    "敖特根",
    "哈斯巴根",
    "格日勒",
    "图雅",
    "宝音",
    "斯琴",
    "孟根",
    "呼和",
    "乌日娜",
    "布仁",
    "塔娜",
    "特木尔",
];

/// Roles that have their posts after everybody else's.
const LATE: [Role; 3] = [Role::Delegate, Role::DisciplineSealed, Role::Mediator];

/// A name that belongs to nobody.
pub(super) fn invented_name(n: usize, mongolian: bool) -> String {
    if mongolian && n.is_multiple_of(3) {
        MONGOLIAN[(n / 3) % MONGOLIAN.len()].to_owned()
    } else {
        format!("{}{}", FAMILY[n % FAMILY.len()], GIVEN[(n / 7 + n * 3) % GIVEN.len()])
    }
}

/// One invented colleague.
#[derive(Debug, Clone)]
struct Post {
    user: UserId,
    grants: Vec<RoleGrant>,
}

/// Everybody, by organisation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast(HashMap<OrgId, Vec<Post>>);

impl Cast {
    /// The `nth` holder of `role` at `org` (the last when there are fewer), as she is at the moment `at`.
    pub(super) fn subject(&self, org: OrgId, role: Role, nth: usize, at: Timestamp) -> Option<Subject> {
        let posts: Vec<&Post> = self.holders(org, role).collect();
        let post = posts.get(nth).or(posts.last())?;
        Some(Subject::Staff(StaffSubject::new(post.user, org, at, post.grants.clone())))
    }

    /// The id of the `nth` holder.
    pub(super) fn user(&self, org: OrgId, role: Role, nth: usize) -> Option<UserId> {
        let posts: Vec<&Post> = self.holders(org, role).collect();
        posts.get(nth).or(posts.last()).map(|post| post.user)
    }

    /// `user`, who belongs to `org`.
    pub(super) fn person(&self, org: OrgId, user: UserId, at: Timestamp) -> Option<Subject> {
        let post = self.0.get(&org)?.iter().find(|post| post.user == user)?;
        Some(Subject::Staff(StaffSubject::new(user, org, at, post.grants.clone())))
    }

    fn holders(&self, org: OrgId, role: Role) -> impl Iterator<Item = &Post> {
        let posts = self.0.get(&org).map_or(&[][..], Vec::as_slice);
        posts.iter().filter(move |post| post.grants.iter().any(|grant| grant.role == role))
    }
}

/// Enters everybody in the counties and the city's bureau.
pub(super) fn make(store: &Store, place: &Place, at: Timestamp, seed: u64) -> Result<Cast, Error> {
    let ctx = Ctx::seeded(at, seed ^ 0x0B);
    // Known to everybody who reads this file: nothing is protected by it, so it may be cheap.
    let hash = Password::given(PASSWORD).hash(&ctx, Cost::CHEAP)?;
    let mut drafts = vec![];
    let played = |division: &DivisionCode| place.is_played(division) || *division == place.sample.city;
    // Offices first, then those who came to the demo later: nobody's invented name changes by that.
    let rounds = [false, true].into_iter().flat_map(|late| place.all.iter().map(move |office| (late, office)));
    for (late, (org, division, word)) in rounds.filter(|(_, (_, division, _))| played(division)) {
        let mut counted: HashMap<Role, usize> = HashMap::new();
        let posts = place.sample.posts_of(word, division.level());
        for post in posts.filter(|post| LATE.contains(&post.role) == late) {
            let (role, title) = (&post.role, &post.title);
            let nth = counted.entry(*role).or_default();
            let n = drafts.len();
            let named = place
                .sample
                .sign_ins
                .iter()
                .find(|one| one.division == *division && one.word == *word && one.role == *role && one.nth == *nth);
            *nth += 1;
            let login = named.map_or_else(|| format!("yanshi-{n:03}"), |one| one.login.clone());
            let grant = RoleGrant { role: *role, org: *org, division: division.clone(), from: ctx.today(), to: None };
            let name = PersonName::parse("name", &invented_name(n, place.sample.mongolian_names))?;
            let mut draft = StaffDraft::new(Text::parse("login", &login)?, name, *org, vec![grant]);
            draft.title = Some(Text::parse("title", &format!("{title}（虚构）"))?);
            draft.phone = Some(Mobile::parse("phone", &format!("{}-{:04}", place.sample.phone, 1_000 + n))?);
            draft.password = Some(hash.clone());
            draft.must_change = false;
            drafts.push(draft);
        }
    }
    let city = place.sample.city.clone();
    let people = store
        .write_blocking(move |tx| people::create_many(tx, &ctx, &permit::<actions::AdminStaff>(&city)?, &drafts))?;
    let mut cast = Cast::default();
    for staff in people {
        cast.0.entry(staff.org).or_default().push(Post { user: staff.id, grants: staff.grants });
    }
    Ok(cast)
}
