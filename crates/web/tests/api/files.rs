//! Files to a case: looked into, kept once, given back only to whoever may read it.

use domain::people::Role;
use serde_json::{Value, json};

use super::world::{Call, World, call, on_sqlite, petition};

const NOW: &str = "2026-11-02T02:00:00Z";

fn upload(path: &str, files: &[(&str, &[u8])]) -> Call {
    let mut body = vec![];
    for (name, bytes) in files {
        let head = format!("--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--X--\r\n");
    call("POST", path).raw("multipart/form-data; boundary=X", body)
}

#[test]
fn kept_once_and_given_back() {
    on_sqlite(NOW, async |world: World| {
        let receipt = call("POST", "/petitions").key("k").json(&petition()).to(&world).await.ok();
        let (number, code) = (receipt["number"].as_str().unwrap(), receipt["code"].as_str().unwrap());
        let path = format!("/petitions/{number}/attachments");
        let text = "草场面积对照\n第一块 100 亩".as_bytes();
        let send = || upload(&path, &[("对照.txt", text)]).header("query-code", code).key("up-1");
        let kept = send().to(&world).await;
        assert_eq!((kept.status.as_u16(), kept.ok()["version"].clone()), (201, json!(2)));
        let again = send().to(&world).await;
        assert_eq!((again.status.as_u16(), again.ok()), (200, kept.ok()));
        let other = upload(&path, &[("别的.txt", text), ("二.txt", b"two")]).header("query-code", code).key("up-1");
        assert_eq!(other.to(&world).await.problem(), (409, "api-key-reused".into()));

        let list = call("GET", &path).header("query-code", code).to(&world).await.ok();
        assert_eq!((list.as_array().unwrap().len(), &list[0]["name"]), (1, &json!("对照.txt")));
        let file = list[0]["id"].as_str().unwrap();
        let given = call("GET", format!("{path}/{file}")).header("query-code", code).to(&world).await;
        assert_eq!((given.status.as_u16(), given.bytes.as_slice()), (200, text));
        assert!(given.header("content-disposition").starts_with("attachment; filename*=UTF-8''"));

        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let stranger = world.staff("stranger", Role::BureauOfficer, world.elsewhere, "150204");
        let id = receipt["id"].as_str().unwrap();
        let desk = format!("/matters/{id}/attachments");
        let read = call("GET", format!("{desk}/{file}")).by(&officer).to(&world).await;
        assert_eq!(read.bytes, text);
        let hidden = call("GET", format!("{desk}/{file}")).by(&stranger).to(&world).await;
        assert_eq!(hidden.problem().0, 404);
        let added = upload(&desk, &[("笔录.txt", b"note")]).by(&officer).key("up-1").to(&world).await;
        assert_eq!(added.status.as_u16(), 201);
        let hidden = upload(&desk, &[("笔录.txt", b"note")]).by(&stranger).key("up-2").to(&world).await;
        assert_eq!(hidden.problem().0, 404);
    });
}

#[test]
fn files_of_the_wrong_kind_or_size() {
    on_sqlite(NOW, async |world: World| {
        let receipt = call("POST", "/petitions").key("k").json(&petition()).to(&world).await.ok();
        let (number, code) = (receipt["number"].as_str().unwrap(), receipt["code"].as_str().unwrap());
        let path = format!("/petitions/{number}/attachments");
        let refused = async |files: &[(&str, &[u8])]| {
            let reply = upload(&path, files).header("query-code", code).key("u").to(&world).await;
            let (status, said) = reply.problem();
            (status, said, reply.json()["field"].clone())
        };
        // A program behind a picture's name.
        let (status, said, field) = refused(&[("photo.jpg", b"\x7fELF\x02\x01\x01\0rest of a program")]).await;
        assert_eq!((status, said.as_str(), field), (422, "attachment-type", json!("file")));
        let (status, said, _) = refused(&[("long.txt", &vec![b'a'; 250_000])]).await;
        assert_eq!((status, said.as_str()), (422, "attachment-too-large"));
        let (status, said, _) = refused(&[("huge.txt", &vec![b'a'; 800_000])]).await;
        assert_eq!((status, said.as_str()), (413, "form-too-large"));
        let (status, said, _) = refused(&[]).await;
        assert_eq!((status, said.as_str()), (422, "api-json-missing-field"));
        let many: Vec<(&str, &[u8])> = vec![("a.txt", b"one".as_slice()); 5];
        assert_eq!(refused(&many).await.1, "attachments-too-many");
        let json = call("POST", &path).header("query-code", code).key("u").json(&Value::Null).to(&world).await;
        assert_eq!(json.problem(), (415, "api-content-type".into()));
        let list = call("GET", &path).header("query-code", code).to(&world).await.ok();
        assert_eq!(list, json!([]), "nothing of it was kept");
    });
}
