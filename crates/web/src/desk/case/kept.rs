//! What the unit that has a matter is told of its file: her telephone is another now, she asked something, its use is limited.

use domain::{actor::Actor, retention::MatterFile};

use crate::{
    i18n::Say,
    ui::{Notice, NoticeKind},
};

/// The newest correction, an open question, the limit.
pub(super) fn notices(t: Say, file: &MatterFile) -> Vec<Notice> {
    let corrected = file.corrections.last().map(|one| {
        let data: Vec<String> = one.data.iter().map(|datum| t.message(&datum.message()).text()).collect();
        let key = if one.by == Actor::Petitioner { "kept-corrected-hers" } else { "kept-corrected-office" };
        Notice::new(NoticeKind::Info, t.say(key).with("at", t.moment(one.at)).with("data", data.join("、")))
    });
    let to = |notice: Notice| notice.link(t.say("kept-open").text(), format!("/desk/retention/{}", file.opened.case));
    let asked = file.open_asks().next().map(|one| {
        let wish = t.message(&one.wish.message()).text();
        to(Notice::new(NoticeKind::Caution, t.say("kept-asked").with("at", t.moment(one.at)).with("wish", wish)))
    });
    let limited =
        file.limited.map(|at| Notice::new(NoticeKind::Neutral, t.say("kept-limited").with("at", t.moment(at))));
    [corrected, asked, limited].into_iter().flatten().collect()
}
