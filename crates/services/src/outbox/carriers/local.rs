//! A stand-in: writes down what would have been sent, one JSON line a message, in a file of this machine. It knows its keys, as a
//! good gateway does, also after a restart.

use std::{
    collections::HashSet,
    fs::OpenOptions,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use domain::notice::Channel;
use kernel::Fault;
use serde_json::{Value, json};

use crate::outbox::{Answer, Carrier, Parcel, Why};

/// A file in place of a gateway.
#[derive(Debug)]
pub struct Local {
    channel: Channel,
    path: PathBuf,
    keys: Mutex<HashSet<String>>,
}

impl Local {
    /// The stand-in for `channel` in `folder`, which is made when it is not there.
    ///
    /// # Errors
    /// `Fault::Io` when the folder or its file cannot be made or read.
    pub fn open(channel: Channel, folder: &Path) -> Result<Self, Fault> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(format!("{}.jsonl", channel.name().to_lowercase()));
        let file = options().open(&path)?;
        let mut keys = HashSet::new();
        for line in BufReader::new(file).lines() {
            // A line that a dying process left half-written was not acknowledged either.
            let line: Value = serde_json::from_str(&line?).unwrap_or(Value::Null);
            keys.extend(line["key"].as_str().map(ToOwned::to_owned));
        }
        Ok(Self { channel, path, keys: Mutex::new(keys) })
    }

    fn write(&self, parcel: &Parcel) -> Result<(), Fault> {
        // Who it is for stays out of the file: it is read by people who try the program.
        let line = json!({ "key": parcel.key, "text": parcel.text });
        // A line of its own even behind a torn one.
        let mut file = options().open(&self.path)?;
        file.write_all(format!("{line}\n").as_bytes())?;
        file.sync_data()?;
        Ok(())
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true).read(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

impl Carrier for Local {
    fn channel(&self) -> Channel {
        self.channel
    }

    fn knows_keys(&self) -> bool {
        true
    }

    fn is_local(&self) -> bool {
        true
    }

    fn leads_to(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn carry(&self, parcel: &Parcel) -> Answer {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.contains(&parcel.key.to_string()) {
            return Answer::Arrived(None);
        }
        match self.write(parcel) {
            Ok(()) => {
                keys.insert(parcel.key.to_string());
                Answer::Arrived(None)
            }
            Err(fault) => {
                tracing::warn!(%fault, "the local outbox cannot be written");
                Answer::Later(Why::DOWN)
            }
        }
    }
}
