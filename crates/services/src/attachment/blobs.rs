//! A folder of sealed files, each under the SM3 digest of its bytes.

use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use kernel::{Ctx, Digest, Fault};

/// The folder `blobs`: `ab/cdef…` holds the bytes whose digest is `abcdef…`. A file is whole or not there.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    /// Opens the folder, which is made when missing.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, Fault> {
        let folder = folder.into();
        fs::create_dir_all(&folder).map_err(|error| io("create", &folder, &error))?;
        Ok(Self { folder })
    }

    /// Writes `bytes` and returns only when they would survive a power cut: file and folder are flushed.
    ///
    /// # Errors
    /// [`Fault::Io`]; then nothing is left under the digest.
    pub fn put(&self, bytes: &[u8], ctx: &Ctx) -> Result<Digest, Fault> {
        let digest = Digest::of(bytes);
        let path = self.path(&digest);
        if path.exists() {
            return Ok(digest);
        }
        let parent = path.parent().unwrap_or(&self.folder);
        if !parent.exists() {
            fs::create_dir_all(parent).map_err(|error| io("create", parent, &error))?;
            sync_directory(&self.folder)?;
        }
        let temporary = self.folder.join(format!("{}.part", hex::encode(ctx.random::<12>())));
        let result = write_whole(&temporary, bytes)
            .and_then(|()| fs::rename(&temporary, &path))
            .map_err(|error| io("write", &path, &error));
        if result.is_err() {
            // The first error is the one to report; what is left of the part goes with the next sweep.
            let _ = fs::remove_file(&temporary);
        }
        result?;
        sync_directory(parent)?;
        Ok(digest)
    }

    /// The bytes under `digest`, re-hashed.
    ///
    /// # Errors
    /// [`Fault::Io`] when they are missing, [`Fault::Inconsistent`] when they are not what the digest says.
    pub fn get(&self, digest: &Digest) -> Result<Vec<u8>, Fault> {
        let path = self.path(digest);
        let bytes = fs::read(&path).map_err(|error| io("read", &path, &error))?;
        if Digest::of(&bytes) == *digest {
            Ok(bytes)
        } else {
            Err(Fault::inconsistent("blob", format!("{digest} holds other bytes")))
        }
    }

    /// Whether bytes lie under `digest`; they are not read.
    #[must_use]
    pub fn has(&self, digest: &Digest) -> bool {
        self.path(digest).exists()
    }

    /// Removes the bytes under `digest`, if there are any.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn remove(&self, digest: &Digest) -> Result<(), Fault> {
        let path = self.path(digest);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(io("remove", &path, &error)),
            _ => Ok(()),
        }
    }

    /// The digests of all files last written before `before`; parts of broken writes of that age are removed on the way.
    ///
    /// # Errors
    /// [`Fault::Io`].
    pub fn older_than(&self, before: Timestamp) -> Result<Vec<Digest>, Fault> {
        let mut found = Vec::new();
        for entry in read_directory(&self.folder)? {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if entry.is_dir() && name.len() == 2 {
                for file in read_directory(&entry)? {
                    let rest = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    if let Some(digest) = Digest::from_hex(&format!("{name}{rest}"))
                        && is_older(&file, before)
                    {
                        found.push(digest);
                    }
                }
            } else if entry.extension().is_some_and(|extension| extension == "part") && is_older(&entry, before) {
                fs::remove_file(&entry).map_err(|error| io("remove", &entry, &error))?;
            }
        }
        Ok(found)
    }

    fn path(&self, digest: &Digest) -> PathBuf {
        let hex = digest.to_string();
        self.folder.join(&hex[..2]).join(&hex[2..])
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_directory(path: &Path) -> Result<(), Fault> {
    File::open(path).and_then(|directory| directory.sync_all()).map_err(|error| io("sync", path, &error))
}

fn read_directory(path: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = fs::read_dir(path).map_err(|error| io("list", path, &error))?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(|error| io("list", path, &error))).collect()
}

fn is_older(path: &Path, before: Timestamp) -> bool {
    let written = fs::metadata(path).and_then(|meta| meta.modified()).ok();
    written.and_then(|time| Timestamp::try_from(time).ok()).is_some_and(|time| time < before)
}

fn io(what: &str, path: &Path, error: &std::io::Error) -> Fault {
    Fault::Io(format!("cannot {what} {}: {error}", path.display()))
}
