//! Who works there: invented people in every role, all with the same password.

use std::collections::HashMap;

use domain::{
    access::{StaffSubject, Subject, actions},
    people::{Role, RoleGrant},
};
use jiff::Timestamp;
use kernel::{Ctx, DivisionCode, Mobile, OrgId, OrgLevel, PersonName, Text, UserId};
use services::{
    Error,
    auth::{Cost, Password},
    people::{self, StaffDraft},
};
use store::Store;

use super::{
    PASSWORD,
    place::{BANNER, CITY, DISTRICT, Place, permit},
};

/// A sign-in that the demo offers.
#[derive(Debug, Clone, Copy)]
pub(super) struct SignIn {
    /// The name to sign in with.
    pub(super) login: &'static str,
    /// Who that is.
    pub(super) who: &'static str,
}

/// One for each desk, in the order in which a matter travels.
pub(super) const SIGN_INS: &[SignIn] = &[
    SignIn { login: "dm-zhanzhang", who: "百灵庙镇代办站 站长" },
    SignIn { login: "dm-daiban", who: "百灵庙镇代办站 代办员" },
    SignIn { login: "dm-wangge", who: "百灵庙镇 网格员" },
    SignIn { login: "dm-dengji", who: "达茂旗信访局 登记员" },
    SignIn { login: "dm-xinfang", who: "达茂旗信访局 工作人员（甄别、转送）" },
    SignIn { login: "dm-chengban", who: "达茂旗林草局 承办人" },
    SignIn { login: "dm-shenhe", who: "达茂旗林草局 副局长（审核）" },
    SignIn { login: "dm-juzhang", who: "达茂旗林草局 局长（签发、批延期）" },
    SignIn { login: "dm-ducha", who: "达茂旗信访局 督查" },
    SignIn { login: "dm-huifang", who: "达茂旗信访局 回访员" },
    SignIn { login: "dm-lianxi", who: "达茂旗联席办" },
    SignIn { login: "dm-admin", who: "达茂旗 系统管理员（看不到群众的事）" },
    SignIn { login: "dm-shenji", who: "达茂旗 审计员" },
    SignIn { login: "kq-xinfang", who: "昆都仑区信访局 工作人员" },
    SignIn { login: "kq-chengban", who: "昆都仑区住建局 承办人" },
    SignIn { login: "kq-juzhang", who: "昆都仑区住建局 局长" },
    SignIn { login: "bt-xinfang", who: "包头市信访局 工作人员" },
];

/// Posts whose sign-in has a name that is easy to remember: organisation by division and word, role, how many-th, login.
const NAMED: &[(&str, &str, Role, usize, &str)] = &[
    ("150223104", "代办站", Role::StationLead, 0, "dm-zhanzhang"),
    ("150223104", "代办站", Role::Agent, 0, "dm-daiban"),
    ("150223104", "代办站", Role::GridMember, 0, "dm-wangge"),
    (BANNER, "信访", Role::Registrar, 0, "dm-dengji"),
    (BANNER, "信访", Role::BureauOfficer, 0, "dm-xinfang"),
    (BANNER, "草原", Role::UnitHandler, 0, "dm-chengban"),
    (BANNER, "草原", Role::UnitLeader, 1, "dm-shenhe"),
    (BANNER, "草原", Role::UnitLeader, 0, "dm-juzhang"),
    (BANNER, "信访", Role::Supervisor, 0, "dm-ducha"),
    (BANNER, "信访", Role::FollowupCaller, 0, "dm-huifang"),
    (BANNER, "联席办", Role::JointMeetingOffice, 0, "dm-lianxi"),
    (BANNER, "政府", Role::Sysadmin, 0, "dm-admin"),
    (BANNER, "政府", Role::Auditor, 0, "dm-shenji"),
    (DISTRICT, "信访", Role::BureauOfficer, 0, "kq-xinfang"),
    (DISTRICT, "住建", Role::UnitHandler, 0, "kq-chengban"),
    (DISTRICT, "住建", Role::UnitLeader, 0, "kq-juzhang"),
    (CITY, "信访", Role::BureauOfficer, 0, "bt-xinfang"),
];

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

/// A name that belongs to nobody.
pub(super) fn invented_name(n: usize) -> String {
    if n.is_multiple_of(3) {
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

/// The posts of an organisation by its word and level: role, title.
fn posts(word: &str, division: &DivisionCode) -> &'static [(Role, &'static str)] {
    use Role as R;
    match (word, division.level()) {
        ("信访", OrgLevel::Prefecture) => &[(R::BureauOfficer, "科长"), (R::Supervisor, "督查专员")],
        ("信访", _) => &[
            (R::BureauOfficer, "股长"),
            (R::BureauOfficer, "副局长"),
            (R::Registrar, "登记员"),
            (R::Supervisor, "督查员"),
            (R::FollowupCaller, "回访员"),
        ],
        ("联席办", _) => &[(R::JointMeetingOffice, "干事")],
        ("代办站", _) => {
            &[(R::StationLead, "站长"), (R::Agent, "代办员"), (R::Agent, "代办员"), (R::GridMember, "网格员")]
        }
        ("代办中心", _) => &[(R::StationLead, "主任")],
        ("政府", OrgLevel::County) => &[
            (R::Sysadmin, "系统管理员"),
            (R::Auditor, "审计员"),
            (R::Dpo, "个人信息保护负责人"),
            (R::UnitHandler, "督办专干"),
            (R::UnitLeader, "办公室主任"),
        ],
        ("政府", OrgLevel::Township) => &[
            (R::UnitHandler, "干事"),
            (R::UnitHandler, "干事"),
            (R::UnitLeader, "镇长、主任"),
            (R::UnitLeader, "副职"),
            (R::UnitLeader, "副职"),
        ],
        ("政府" | "代办点", _) => &[],
        _ => &[
            (R::UnitHandler, "承办人"),
            (R::UnitHandler, "承办人"),
            (R::UnitLeader, "局长"),
            (R::UnitLeader, "副局长"),
            (R::UnitLeader, "副局长"),
        ],
    }
}

/// Enters everybody in the two counties and the city's bureau.
pub(super) fn make(store: &Store, place: &Place, at: Timestamp, seed: u64) -> Result<Cast, Error> {
    let ctx = Ctx::seeded(at, seed ^ 0x0B);
    // Known to everybody who reads this file: nothing is protected by it, so it may be cheap.
    let hash = Password::given(PASSWORD).hash(&ctx, Cost::CHEAP)?;
    let mut drafts = vec![];
    for (org, division, word) in &place.all {
        let is_played = [BANNER, DISTRICT].iter().any(|county| division.as_str().starts_with(county));
        if !is_played && division.as_str() != CITY {
            continue;
        }
        let mut counted: HashMap<Role, usize> = HashMap::new();
        for (role, title) in posts(word, division) {
            let nth = counted.entry(*role).or_default();
            let n = drafts.len();
            let named = NAMED.iter().find(|(at, at_word, at_role, at_nth, _)| {
                *at == division.as_str() && at_word == word && at_role == role && *at_nth == *nth
            });
            *nth += 1;
            let login = named.map_or_else(|| format!("yanshi-{n:03}"), |(.., login)| (*login).to_owned());
            let grant = RoleGrant { role: *role, org: *org, division: division.clone(), from: ctx.today(), to: None };
            let name = PersonName::parse("name", &invented_name(n))?;
            let mut draft = StaffDraft::new(Text::parse("login", &login)?, name, *org, vec![grant]);
            draft.title = Some(Text::parse("title", &format!("{title}（虚构）"))?);
            draft.phone = Some(Mobile::parse("phone", &format!("0472-000-{:04}", 1_000 + n))?);
            draft.password = Some(hash.clone());
            draft.must_change = false;
            drafts.push(draft);
        }
    }
    let people =
        store.write_blocking(move |tx| people::create_many(tx, &ctx, &permit::<actions::AdminStaff>()?, &drafts))?;
    let mut cast = Cast::default();
    for staff in people {
        cast.0.entry(staff.org).or_default().push(Post { user: staff.id, grants: staff.grants });
    }
    Ok(cast)
}
