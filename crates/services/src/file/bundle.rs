//! Many papers in one file: a ZIP whose form is fixed here, so that the same papers give the same bytes on every machine and in
//! thirty years, whatever a library does by then. Entries are stored as they are (pictures and PDF do not get smaller), in the
//! order given, dated 1980; one entry is in memory at a time.

use std::io::Write;

use kernel::{Digest, Fault};
use sm3::{Digest as _, Sm3};

use crate::{
    attachment::{self, Attachment, Blobs},
    document::Ready,
    kit::Kit,
};
use domain::document::Press;

/// Where the bytes of an entry come from.
#[derive(Debug)]
pub enum Source {
    /// From here.
    Bytes(Vec<u8>),
    /// A file that was handed in.
    File(Box<Attachment>),
    /// A letter, as it was issued.
    Letter(Box<Ready>),
}

/// What is to be in it: names with their sources.
#[derive(Debug, Default)]
pub struct Bundle {
    entries: Vec<(String, Source)>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// SM3 of all bytes.
    pub digest: Digest,
    /// How many bytes.
    pub bytes: u64,
    /// How many entries.
    pub entries: u32,
}

/// What opens files and prints letters.
#[derive(Clone, Copy)]
pub(super) struct Opener<'a> {
    pub(super) kit: &'a Kit,
    pub(super) files: &'a Blobs,
    pub(super) press: &'a dyn Press,
    pub(super) base: &'a str,
}

impl Bundle {
    /// One more entry. Names that meet get a number; signs that mean something to a file system are taken out.
    pub fn add(&mut self, name: &str, source: Source) {
        let clean = safe(name);
        let taken = |name: &str| self.entries.iter().any(|(known, _)| known == name);
        let mut unique = clean.clone();
        let mut no = 2;
        while taken(&unique) {
            unique = match clean.rsplit_once('.') {
                Some((stem, ending)) => format!("{stem}-{no}.{ending}"),
                None => format!("{clean}-{no}"),
            };
            no += 1;
        }
        self.entries.push((unique, source));
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }

    /// Writes it out. Blocks; outside of any transaction. `base` is the address of the public pages, for letters not printed yet.
    ///
    /// # Errors
    /// When a file cannot be read, is not what its digest says, or `out` takes no more.
    pub fn write(
        &self,
        kit: &Kit,
        files: &Blobs,
        press: &dyn Press,
        base: &str,
        out: &mut dyn Write,
    ) -> Result<Written, Fault> {
        let opener = Opener { kit, files, press, base };
        let mut zip = Zip { out, hash: Sm3::new(), at: 0, index: vec![], count: 0 };
        for (name, source) in &self.entries {
            zip.entry(name, &source.bytes(opener)?)?;
        }
        zip.end()
    }
}

impl Source {
    fn bytes(&self, with: Opener<'_>) -> Result<Vec<u8>, Fault> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::File(file) => Ok(attachment::read(file, &with.kit.keys, with.files)?.into_revealed()),
            Self::Letter(letter) => Ok(letter.bytes(with.kit, with.files, with.press, with.base)?.0),
        }
    }
}

/// A name without what a file system or an unpacker would take for something else.
fn safe(name: &str) -> String {
    let part = |part: &str| -> String {
        let kept = part.chars().filter(|c| !c.is_control() && !"\\:*?\"<>|".contains(*c));
        let text: String = kept.take(80).collect();
        text.trim_matches(['.', ' ']).to_owned()
    };
    let parts: Vec<String> = name.split('/').map(part).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "file".to_owned() } else { parts.join("/") }
}

/// 1 January 1980: the first day that the format knows.
const DATE: u16 = 0x21;
/// Names are UTF-8.
const UTF8: u16 = 0x0800;
/// The format's version that is needed: 2.0.
const VERSION: u16 = 20;

/// Writes entries one after the other and remembers where they begin.
struct Zip<'a> {
    out: &'a mut dyn Write,
    hash: Sm3,
    at: u64,
    index: Vec<u8>,
    count: u32,
}

impl Zip<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.out.write_all(bytes).map_err(|error| Fault::Io(format!("writing a bundle: {error}")))?;
        self.hash.update(bytes);
        self.at += bytes.len() as u64;
        Ok(())
    }

    fn entry(&mut self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let (size, begins, name) = (small(bytes.len() as u64)?, small(self.at)?, name.as_bytes());
        let length = u16::try_from(name.len()).map_err(|_| Fault::inconsistent("bundle", "a name is too long"))?;
        let mut common = vec![];
        for half in [VERSION, UTF8, 0, 0, DATE] {
            common.extend(half.to_le_bytes());
        }
        for whole in [crc(bytes), size, size] {
            common.extend(whole.to_le_bytes());
        }
        common.extend(length.to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        self.put(&[b"PK\x03\x04".as_slice(), &common, name].concat())?;
        self.put(bytes)?;
        self.index.extend(b"PK\x01\x02");
        self.index.extend(VERSION.to_le_bytes());
        self.index.extend(&common);
        // Comment, disk, inner and outer attributes: none.
        self.index.extend([0; 10]);
        self.index.extend(begins.to_le_bytes());
        self.index.extend(name);
        self.count += 1;
        Ok(())
    }

    fn end(mut self) -> Result<Written, Fault> {
        let (begins, index) = (small(self.at)?, std::mem::take(&mut self.index));
        let count = u16::try_from(self.count).map_err(|_| Fault::inconsistent("bundle", "too many entries"))?;
        let mut tail = b"PK\x05\x06\0\0\0\0".to_vec();
        tail.extend(count.to_le_bytes());
        tail.extend(count.to_le_bytes());
        tail.extend(small(index.len() as u64)?.to_le_bytes());
        tail.extend(begins.to_le_bytes());
        tail.extend([0; 2]);
        self.put(&index)?;
        self.put(&tail)?;
        self.out.flush().map_err(|error| Fault::Io(format!("writing a bundle: {error}")))?;
        let digest = Digest(self.hash.finalize().into());
        Ok(Written { digest, bytes: self.at, entries: self.count })
    }
}

fn small(length: u64) -> Result<u32, Fault> {
    u32::try_from(length).map_err(|_| Fault::inconsistent("bundle", "larger than four gigabytes"))
}

/// The check sum of the format (CRC-32, reflected 0x04C11DB7).
fn crc(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    !bytes.iter().fold(!0, |sum, byte| TABLE[usize::from(sum.to_le_bytes()[0] ^ byte)] ^ (sum >> 8))
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at: u32 = 0;
    while at < 256 {
        let (mut value, mut bit) = (at, 0);
        while bit < 8 {
            value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
            bit += 1;
        }
        table[at as usize] = value;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use domain::document::NoPress;

    use super::*;
    use crate::{attachment::test_zip_names, secrets::Keys};

    fn written(names: &[&str]) -> (Vec<u8>, Written) {
        let ctx = kernel::Ctx::seeded("2026-03-02T02:00:00Z".parse().unwrap(), 1);
        let kit = Kit::new(Keys::ephemeral(&ctx).unwrap());
        let dir = tempfile::tempdir().unwrap();
        let files = Blobs::open(dir.path()).unwrap();
        let mut bundle = Bundle::default();
        for name in names {
            bundle.add(name, Source::Bytes(name.as_bytes().to_vec()));
        }
        let mut out = vec![];
        let written = bundle.write(&kit, &files, &NoPress, "", &mut out).unwrap();
        (out, written)
    }

    #[test]
    fn any_unpacker_reads_it_and_the_same_papers_give_the_same_bytes() {
        let names = ["说明.txt", "材料/照片.jpg", "材料/照片.jpg", "../../etc/passwd", "a:b?.txt"];
        let (bytes, one) = written(&names);
        assert_eq!((bytes.len() as u64, Digest::of(&bytes), one.entries), (one.bytes, one.digest, 5));
        assert_eq!(test_zip_names(&bytes), ["说明.txt", "材料/照片.jpg", "材料/照片-2.jpg", "etc/passwd", "ab.txt"]);
        assert_eq!(written(&names), (bytes, one), "not a bit differs");
        assert_eq!(crc(b"123456789"), 0xCBF4_3926, "the check value of the standard");
    }
}
