//! One PostgreSQL server for all tests of a run.
//!
//! With `LIANXIN_TEST_POSTGRES=postgres://user@host/postgres` that server is used. Otherwise the first test process makes a
//! private one in the temporary directory (a second or two), all later ones find it, and a small watchman stops and
//! deletes it when no test process has been seen for a while. Each process holds a shared lock on a file for as long as it
//! lives, so a killed one is not waited for.

use std::{
    fs::{self, File, OpenOptions},
    os::unix::fs::{MetadataExt as _, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
    time::Duration,
};

use postgres::{Client, NoTls};

/// The superuser of the private server.
const USER: &str = "lianxin";

/// How a process reaches the server.
#[derive(Debug)]
pub(crate) struct Cluster {
    /// A database that always exists, to make and drop others from.
    admin: String,
    /// Held until the process ends.
    _lock: Option<File>,
}

impl Cluster {
    /// The server of this test run, started if need be.
    pub(crate) fn get() -> &'static Self {
        static CLUSTER: OnceLock<Cluster> = OnceLock::new();
        CLUSTER.get_or_init(|| match std::env::var("LIANXIN_TEST_POSTGRES") {
            Ok(admin) => Self { admin, _lock: None },
            Err(_) => private(),
        })
    }

    /// The address of `database` on this server.
    pub(crate) fn url(&self, database: &str) -> String {
        let (scheme, rest) = self.admin.split_once("://").unwrap_or(("postgres", &self.admin));
        let (path, query) = rest.split_once('?').map_or((rest, String::new()), |(p, q)| (p, format!("?{q}")));
        let host = path.split_once('/').map_or(path, |(host, _)| host);
        format!("{scheme}://{host}/{database}{query}")
    }

    /// Runs statements outside every test database.
    pub(crate) fn control(&self, sql: &str) -> Result<(), postgres::Error> {
        Client::connect(&self.admin, NoTls)?.batch_execute(sql)
    }
}

fn private() -> Cluster {
    let home = std::env::temp_dir().join(format!("lianxin-postgres-{}", uid()));
    fs::create_dir_all(&home).unwrap_or_else(|e| panic!("cannot make {}: {e}", home.display()));
    let gate = open(&home.join("gate"));
    let lock = open(&home.join("lock"));
    // The gate lets one process at a time look and start; the lock says that somebody is there.
    gate.lock().unwrap_or_else(|e| panic!("cannot lock: {e}"));
    lock.lock_shared().unwrap_or_else(|e| panic!("cannot lock: {e}"));
    let data = home.join("data");
    let socket = data.display().to_string().replace('/', "%2F");
    let cluster = Cluster { admin: format!("postgres://{USER}@{socket}/postgres"), _lock: Some(lock) };
    if cluster.control("SELECT 1").is_err() {
        start(&home, &data);
        wait(&cluster, &home);
    }
    let _ = gate.unlock();
    cluster
}

fn open(path: &Path) -> File {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path);
    file.unwrap_or_else(|e| panic!("cannot open {}: {e}", path.display()))
}

fn start(home: &Path, data: &Path) {
    let bin = binaries();
    let _ = fs::remove_dir_all(data);
    let (user, owner) = server_user();
    fs::create_dir(data).unwrap_or_else(|e| panic!("cannot make {}: {e}", data.display()));
    if let Some((uid, gid)) = owner {
        chown(data, Some(uid), Some(gid)).unwrap_or_else(|e| panic!("cannot give {} away: {e}", data.display()));
    }
    let made = as_user(user, &bin.join("initdb"))
        .args(["--no-sync", "--auth=trust", "--locale=C", "--encoding=UTF8", "-U", USER, "-D"])
        .arg(data)
        .current_dir(data)
        .output()
        .unwrap_or_else(|e| panic!("cannot run initdb: {e}"));
    assert!(made.status.success(), "initdb failed: {}", String::from_utf8_lossy(&made.stderr));
    watched(home, data, &bin, user);
}

/// Starts the server under a watchman that outlives this process: it ends when the lock has been free for two looks.
#[expect(clippy::zombie_processes, reason = "the watchman outlives this process and is the system's to collect")]
fn watched(home: &Path, data: &Path, bin: &Path, user: Option<&str>) {
    const WATCH: &str = r#"
        lock=$1; data=$2; shift 2
        "$@" & server=$!
        free=0
        while kill -0 $server 2>/dev/null; do
            sleep 5
            if flock -n -x "$lock" true; then free=$((free + 1)); else free=0; fi
            if [ $free -ge 3 ]; then
                exec 9>"$lock"
                flock -n -x 9 || { free=0; continue; }
                kill -INT $server; wait $server; rm -rf "$data"
                exit
            fi
        done
    "#;
    let log = open(&home.join("log"));
    let server = as_user(user, &bin.join("postgres"));
    let mut watchman = Command::new("setsid");
    watchman.args(["sh", "-c", WATCH, "watchman"]).arg(home.join("lock")).arg(data);
    watchman.arg(server.get_program()).args(server.get_args()).arg("-D").arg(data).arg("-k").arg(data);
    for setting in [
        "listen_addresses=",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=300",
        "shared_buffers=64MB",
        "autovacuum=off",
        "wal_level=minimal",
        "max_wal_senders=0",
    ] {
        watchman.arg("-c").arg(setting);
    }
    watchman.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::from(log)).current_dir(data);
    watchman.spawn().unwrap_or_else(|e| panic!("cannot start PostgreSQL: {e}"));
}

fn wait(cluster: &Cluster, home: &Path) {
    for _ in 0..300 {
        if cluster.control("SELECT 1").is_ok() {
            return;
        }
        std::thread::park_timeout(Duration::from_millis(50));
    }
    let log = fs::read_to_string(home.join("log")).unwrap_or_default();
    panic!("PostgreSQL did not come up: {log}");
}

/// Where the server's programs are. Missing is a failure, never a skipped test: half of the product would go untested.
fn binaries() -> PathBuf {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").exists() && bin.join("postgres").exists())
        .collect();
    found.sort();
    let on_path =
        std::env::var_os("PATH").into_iter().flat_map(|paths| std::env::split_paths(&paths).collect::<Vec<_>>());
    let mut on_path = on_path.filter(|dir| dir.join("initdb").exists() && dir.join("postgres").exists());
    found.pop().map(|(_, bin)| bin).or_else(|| on_path.next()).unwrap_or_else(|| {
        panic!(
            "tests run on both engines and PostgreSQL is not installed: `apt install postgresql` \
             (or name a server: LIANXIN_TEST_POSTGRES=postgres://user@host/postgres)"
        )
    })
}

fn uid() -> u32 {
    fs::metadata("/proc/self").map_or(0, |me| me.uid())
}

/// PostgreSQL refuses to run as root: then it runs as another user of the machine.
fn server_user() -> (Option<&'static str>, Option<(u32, u32)>) {
    if uid() != 0 {
        return (None, None);
    }
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    for name in ["postgres", "nobody"] {
        let line = users.lines().find(|line| line.split(':').next() == Some(name));
        let mut ids = line.into_iter().flat_map(|line| line.split(':').skip(2)).flat_map(str::parse);
        if let (Some(uid), Some(gid)) = (ids.next(), ids.next()) {
            return (Some(name), Some((uid, gid)));
        }
    }
    panic!("PostgreSQL cannot run as root and there is no user `postgres` or `nobody`");
}

fn as_user(user: Option<&str>, program: &Path) -> Command {
    let Some(user) = user else { return Command::new(program) };
    let mut command = Command::new("setpriv");
    command.args(["--reuid", user, "--regid"]).arg(group_of(user)).args(["--clear-groups", "--"]).arg(program);
    command
}

fn group_of(user: &str) -> String {
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let line = users.lines().find(|line| line.split(':').next() == Some(user));
    line.and_then(|line| line.split(':').nth(3)).unwrap_or(user).to_owned()
}
