//! A petition that came as a recording: registered, written down by the agent, read back, found again, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod common;

use common::{World, code_of, text};
use domain::{access::Subject, people::Role};
use kernel::{AttachmentId, CaseId};
use lianxin_services::{
    MIGRATIONS,
    attachment::{self, Blobs, Heard, Limits},
    petition::{self, By},
};

/// A recording as Chromium makes it: WebM with one track of Opus.
const VOICE: &[u8] =
    b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm\x18\x53\x80\x67\x16\x54\xae\x6b\x86\x86A_OPUS\x1f\x43\xb6\x75";
const TEXT: &[u8] = "2025 年的名单没有公示。".as_bytes();

struct Filed {
    world: World,
    case: CaseId,
    voice: AttachmentId,
    paper: AttachmentId,
}

fn filed(store: &store::Store) -> Filed {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::open(folder.path().join("blobs")).unwrap();
    filed_in(World::new(store, "2026-06-01T02:00:00Z"), &blobs)
}

fn filed_in(world: World, blobs: &Blobs) -> Filed {
    let blobs = blobs.clone();
    let new = world.new_petition();
    let (case, voice, paper) = world
        .write(move |tx, kit, ctx| {
            let receipt = petition::register(tx, kit, ctx, &By::Petitioner, &new, None)?;
            let mut keep = |name: &str, bytes: &[u8]| {
                let accepted = attachment::accept(name, bytes, &Limits::default())?;
                let staged = attachment::stage(&accepted, &kit.keys, &blobs, ctx)?;
                Ok::<_, lianxin_services::Error>(
                    attachment::record(tx, &new.division.region(), receipt.id, &staged, "PETITIONER", ctx.now())?.id,
                )
            };
            Ok((receipt.id, keep("录音 0.42.weba", VOICE)?, keep("名单.txt", TEXT)?))
        })
        .unwrap();
    Filed { world, case, voice, paper }
}

impl Filed {
    fn write(
        &self,
        subject: &Subject,
        file: AttachmentId,
        words: &str,
        read_back: bool,
    ) -> Result<(), lianxin_services::Error> {
        let (subject, case, heard) = (subject.clone(), self.case, Heard { words: text(words), read_back });
        self.world.write(move |tx, kit, ctx| attachment::write_down(tx, kit, ctx, &subject, (case, file), None, &heard))
    }
}

#[test]
fn a_recording_is_written_down_and_the_newest_words_count() {
    testkit::both(MIGRATIONS, |store| {
        let filed = filed(store);
        let officer = filed.world.staff(1, Role::BureauOfficer, filed.world.bureau);
        filed.write(&officer, filed.voice, "草场压坏了。", false).unwrap();
        filed.world.at("2026-06-02T09:00:00");
        filed.write(&officer, filed.voice, "拉矿的车把草场压坏了。", true).unwrap();
        let (case, voice) = (filed.case, filed.voice);
        let all =
            filed.world.read(move |tx, kit, _| Ok(attachment::transcripts(tx, &kit.keys, "1502", case)?)).unwrap();
        assert_eq!(all.len(), 1);
        let newest = &all[&voice];
        assert_eq!(newest.words.reveal(), "拉矿的车把草场压坏了。");
        assert!(newest.read_back);
        assert_eq!(newest.by, World::user(1));
    });
}

#[test]
fn the_words_are_sealed_and_stand_in_the_record_of_the_case() {
    testkit::both(MIGRATIONS, |store| {
        let filed = filed(store);
        let officer = filed.world.staff(1, Role::BureauOfficer, filed.world.bureau);
        filed.write(&officer, filed.voice, "拉矿的车把草场压坏了。", true).unwrap();
        let sealed: String =
            store.read_blocking(|tx| tx.query_one("SELECT words FROM transcript", &[], |row| row.get(0))).unwrap();
        assert!(!sealed.contains("草场"), "{sealed}");
        let (case, subject) = (filed.case, officer.clone());
        let view = filed
            .world
            .write(move |tx, kit, ctx| {
                let looked = lianxin_services::matter::look(tx, ctx, &subject, case)?;
                petition::open_case(tx, kit, ctx, &subject, &looked)
            })
            .unwrap();
        let noted =
            view.timeline.iter().filter_map(|item| item.text.as_deref()).find(|text| text.contains("草场压坏了"));
        let noted = noted.expect("the words stand in the record");
        assert!(noted.contains("念给本人听过") && noted.contains("录音 0.42.weba"), "{noted}");
    });
}

#[test]
fn a_new_key_seals_the_words_too() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::open(folder.path().join("blobs")).unwrap();
        let Filed { world, case, voice, .. } = filed_in(world, &blobs);
        let filed = Filed { world, case, voice, paper: voice };
        let officer = filed.world.staff(1, Role::BureauOfficer, filed.world.bureau);
        filed.write(&officer, voice, "拉矿的车把草场压坏了。", true).unwrap();
        let ctx = kernel::Ctx::seeded("2026-06-01T02:00:00Z".parse().unwrap(), 5);
        let rotated = std::sync::Arc::new(filed.world.kit.keys.rotate(&folder.path().join("keys"), &ctx).unwrap());
        let (keys, store_of_files) = (rotated.clone(), blobs.clone());
        let moved = filed.world.write(move |tx, _, ctx| {
            let recording = attachment::load(tx, "1502", case, voice)?.expect("the recording");
            Ok(attachment::reseal(tx, "1502", &recording, &keys, &store_of_files, ctx)?)
        });
        assert!(moved.unwrap());
        let sealed: String =
            store.read_blocking(|tx| tx.query_one("SELECT words FROM transcript", &[], |row| row.get(0))).unwrap();
        assert!(sealed.contains(rotated.current_id()), "sealed with the new key");
        let all = filed.world.read(move |tx, _, _| Ok(attachment::transcripts(tx, &rotated, "1502", case)?)).unwrap();
        assert_eq!(all[&voice].words.reveal(), "拉矿的车把草场压坏了。");
    });
}

#[test]
fn only_a_recording_is_written_down_and_only_by_whoever_may_add_to_the_case() {
    testkit::both(MIGRATIONS, |store| {
        let filed = filed(store);
        let officer = filed.world.staff(1, Role::BureauOfficer, filed.world.bureau);
        assert_eq!(code_of(filed.write(&officer, filed.paper, "名单", true)), "voice-kind");
        assert_eq!(code_of(filed.write(&officer, AttachmentId(uuid::Uuid::nil()), "?", true)), "not-permitted");
        for (name, unit) in [(2, filed.world.housing), (3, filed.world.forestry)] {
            let stranger = filed.world.staff(name, Role::UnitHandler, unit);
            assert_eq!(code_of(filed.write(&stranger, filed.voice, "?", true)), "not-permitted");
        }
    });
}
