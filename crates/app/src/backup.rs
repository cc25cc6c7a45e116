//! `lianxin backup` and `lianxin restore`: database, key ring and attachments in one new folder, of one moment, while work
//! goes on. Attachments are written before the row that names them and never changed, so copying them after the database
//! misses none.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use kernel::{Locale, Message};
use store::DatabaseUrl;

use crate::{
    config::{Common, Config},
    house::House,
};

const DATABASE: &str = "lianxin.db";
const KEYS: &str = "lianxin.keys";
const FILES: &str = "files";

/// The arguments of `lianxin backup` and `lianxin restore`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct BackupArgs {
    #[command(flatten)]
    common: Common,
    /// The folder of the backup; new for backup, as it was made for restore
    path: PathBuf,
}

/// Makes a backup in a new folder.
///
/// # Errors
/// When the folder exists or cannot be written.
pub(crate) fn backup(args: &BackupArgs) -> Result<()> {
    let house = House::open(args.common.read()?)?;
    let locale = house.config.locale;
    let path = &args.path;
    if path.exists() {
        bail!(said("cli-backup-exists", path, locale));
    }
    // It takes its name when it is whole: a backup that was cut off is never mistaken for one.
    let mut partial = path.file_name().unwrap_or_default().to_owned();
    partial.push(".part");
    let partial = path.with_file_name(partial);
    private_folder(&partial)?;
    let key = if house.is_file() {
        house.store.backup_to(&partial.join(DATABASE))?;
        "cli-backup-done"
    } else {
        "cli-backup-postgres"
    };
    copy(&house.config.keys, &partial.join(KEYS))?;
    copy_folder(&house.config.data.join(FILES), &partial.join(FILES))?;
    let register = crate::removed::path(&house.config.data);
    crate::removed::keep(&house.store, &register)?;
    if register.exists() {
        copy(&register, &partial.join(crate::removed::NAME))?;
    }
    fs::rename(&partial, path).with_context(|| path.display().to_string())?;
    house.store.close();
    writeln!(std::io::stdout(), "{}", said(key, path, locale))?;
    Ok(())
}

/// Puts a backup where the configuration says the data lives. Overwrites nothing.
///
/// # Errors
/// When something is there already, or the backup is not whole.
pub(crate) fn restore(args: &BackupArgs) -> Result<()> {
    let config = args.common.read()?;
    let mut pairs = vec![(args.path.join(KEYS), config.keys.clone())];
    if let DatabaseUrl::Sqlite(database) = &config.database {
        pairs.push((args.path.join(DATABASE), database.clone()));
    }
    let files = config.data.join(FILES);
    if let Some((_, there)) = pairs.iter().find(|(_, to)| to.exists()) {
        bail!(said("cli-restore-not-empty", there, config.locale));
    }
    if fs::read_dir(&files).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!(said("cli-restore-not-empty", &files, config.locale));
    }
    restore_all(&pairs, &args.path.join(FILES), &files)?;
    register(&args.path.join(crate::removed::NAME), &crate::removed::path(&config.data))?;
    writeln!(std::io::stdout(), "{}", done(&config))?;
    Ok(())
}

/// The register of removals only grows: what stands where the data lives is newer than the backup and stays. It is applied before
/// anybody is served.
fn register(from: &Path, to: &Path) -> Result<()> {
    let known = crate::removed::read(to)?;
    let mut lines = crate::removed::read(from)?;
    lines.retain(|line| known.iter().all(|other| other.case != line.case));
    crate::removed::append(to, &lines)?;
    Ok(())
}

fn restore_all(pairs: &[(PathBuf, PathBuf)], from: &Path, files: &Path) -> Result<()> {
    for (_, to) in pairs {
        if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
    }
    copy_folder(from, files)?;
    // The database last: while it is not there, nothing starts on half of it.
    pairs.iter().try_for_each(|(from, to)| copy(from, to))
}

fn done(config: &Config) -> String {
    Message::new("cli-restore-done").say(config.locale)
}

fn said(key: &str, path: &Path, locale: Locale) -> String {
    Message::new(key).with("path", path.display()).say(locale)
}

/// Whoever has the backup has the keys: its folder is the owner's only.
fn private_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| path.display().to_string())?;
    }
    fs::create_dir_all(path).with_context(|| path.display().to_string())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Copies one file with its mode and waits until it is on disk.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} → {}", from.display(), to.display()))?;
    fs::File::open(to)?.sync_all().with_context(|| to.display().to_string())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else if path.extension().is_none_or(|extension| extension != "part") {
            copy(&path, &to.join(name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(dir: &Path) -> Common {
        Common {
            database: Some(dir.join("a.db").display().to_string()),
            data: Some(dir.to_path_buf()),
            config: Some(PathBuf::from("/dev/null")),
            lang: Some("en".into()),
            ..Common::default()
        }
    }

    #[test]
    fn a_backup_comes_back_whole_and_overwrites_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (old, new, path) = (dir.path().join("old"), dir.path().join("new"), dir.path().join("backup"));
        let house = House::open(common(&old).read().unwrap()).unwrap();
        let digest = house.files.put(b"sealed bytes", &house.ctx()).unwrap();
        house
            .store
            .write_blocking(|tx| {
                tx.execute("INSERT INTO counter (region, name, value) VALUES ('1502', 'backup', 7)", &[]).map(drop)
            })
            .unwrap();
        backup(&BackupArgs { common: common(&old), path: path.clone() }).unwrap();
        assert!(
            backup(&BackupArgs { common: common(&old), path: path.clone() }).is_err(),
            "a backup is never overwritten"
        );

        restore(&BackupArgs { common: common(&new), path: path.clone() }).unwrap();
        let restored = House::open(common(&new).read().unwrap()).unwrap();
        assert_eq!(restored.files.get(&digest).unwrap(), b"sealed bytes");
        assert_eq!(restored.kit.keys.current_id(), house.kit.keys.current_id());
        let value = restored
            .store
            .read_blocking(|tx| {
                tx.query_one("SELECT value FROM counter WHERE name = 'backup'", &[], |row| row.get::<i64>(0))
            })
            .unwrap();
        assert_eq!(value, 7);
        let again = restore(&BackupArgs { common: common(&new), path }).unwrap_err();
        assert!(again.to_string().contains("overwrites nothing"), "{again}");
    }
}
