//! The key ring as a file.

use std::{
    fs::{self, File, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use kernel::{Ctx, Fault};
use serde::{Deserialize, Serialize};

const FORMAT: u32 = 1;
const HEAD: &str = "# The key ring of Lianxin. Without it no name, number or attachment can be read again.\n\
                    # Keep a copy in a safe place apart from the data. Change it only with `lianxin keys`.\n\n";

/// What the file holds. No `Debug`: it is made of secrets.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ring {
    format: u32,
    /// The id of the key that seals.
    pub(super) current: String,
    /// What blind indexes and query codes are keyed with; stays for the life of the data.
    lookup: String,
    /// What cookies and forms are signed with.
    session: String,
    pub(super) keys: Vec<Key>,
}

/// One sealing key.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Key {
    pub(super) id: String,
    created: jiff::Timestamp,
    secret: String,
}

impl Key {
    fn generate(ctx: &Ctx) -> Self {
        Self { id: format!("k{}", hex::encode(ctx.random::<4>())), created: ctx.now(), secret: secret(ctx) }
    }

    pub(super) fn secret(&self) -> Result<[u8; 32], Fault> {
        decode(&self.secret)
    }
}

impl Ring {
    pub(super) fn generate(ctx: &Ctx) -> Self {
        let key = Key::generate(ctx);
        Self { format: FORMAT, current: key.id.clone(), lookup: secret(ctx), session: secret(ctx), keys: vec![key] }
    }

    pub(super) fn with_new_key(&self, ctx: &Ctx) -> Self {
        let mut ring = self.clone();
        let mut key = Key::generate(ctx);
        while ring.keys.iter().any(|known| known.id == key.id) {
            key = Key::generate(ctx);
        }
        ring.current.clone_from(&key.id);
        ring.keys.push(key);
        ring
    }

    pub(super) fn lookup(&self) -> Result<[u8; 32], Fault> {
        decode(&self.lookup)
    }

    pub(super) fn session(&self) -> Result<[u8; 32], Fault> {
        decode(&self.session)
    }

    /// Reads the file. Parse errors are not passed on: they would quote the line, and the line is a secret.
    pub(super) fn read(path: &Path) -> Result<Self, Fault> {
        warn_if_others_can_read(path);
        let text = fs::read_to_string(path).map_err(|error| io("read", path, &error))?;
        let ring: Self =
            toml::from_str(&text).map_err(|_| Fault::inconsistent("key ring", "the file is not a key ring"))?;
        if ring.format != FORMAT {
            return Err(Fault::inconsistent("key ring", format!("format {} is not known", ring.format)));
        }
        if ring.keys.iter().all(|key| key.id != ring.current) {
            return Err(Fault::inconsistent("key ring", "the current key is not in it"));
        }
        Ok(ring)
    }

    /// Writes the first ring. When another process was faster, its ring stays.
    pub(super) fn create(&self, path: &Path, ctx: &Ctx) -> Result<(), Fault> {
        let temporary = self.write_beside(path, ctx)?;
        // A link, unlike a rename, never takes the place of a file: keys must not be overwritten.
        let linked = fs::hard_link(&temporary, path);
        fs::remove_file(&temporary).map_err(|error| io("remove", &temporary, &error))?;
        match linked {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(io("create", path, &error)),
            _ => sync_directory(path),
        }
    }

    /// Puts this ring in the place of the one at `path`, whole or not at all.
    pub(super) fn replace(&self, path: &Path, ctx: &Ctx) -> Result<(), Fault> {
        let temporary = self.write_beside(path, ctx)?;
        fs::rename(&temporary, path).map_err(|error| io("replace", path, &error))?;
        sync_directory(path)
    }

    fn write_beside(&self, path: &Path, ctx: &Ctx) -> Result<PathBuf, Fault> {
        let text = toml::to_string(self).map_err(|_| Fault::inconsistent("key ring", "cannot be written"))?;
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.tmp", hex::encode(ctx.random::<8>())));
        let temporary = path.with_file_name(name);
        let write = || -> std::io::Result<()> {
            let mut file = owner_only().open(&temporary)?;
            file.write_all(HEAD.as_bytes())?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        write().map_err(|error| io("write", &temporary, &error))?;
        Ok(temporary)
    }
}

fn secret(ctx: &Ctx) -> String {
    BASE64.encode(ctx.random::<32>())
}

fn decode(text: &str) -> Result<[u8; 32], Fault> {
    let bytes = BASE64.decode(text).unwrap_or_default();
    bytes.try_into().map_err(|_| Fault::inconsistent("key ring", "a key does not have 32 bytes"))
}

fn io(what: &str, path: &Path, error: &std::io::Error) -> Fault {
    Fault::Io(format!("cannot {what} {}: {error}", path.display()))
}

fn owner_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn sync_directory(path: &Path) -> Result<(), Fault> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    File::open(parent).and_then(|directory| directory.sync_all()).map_err(|error| io("sync", parent, &error))
}

#[cfg(unix)]
fn warn_if_others_can_read(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    if fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0) {
        tracing::warn!(path = %path.display(), "the key ring can be read by others; set its mode to 600");
    }
}

#[cfg(not(unix))]
fn warn_if_others_can_read(_path: &Path) {}
