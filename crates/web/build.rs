//! Makes sure the folder of built web assets exists, so that the crate compiles before npm has run, and says when it is empty.

use std::path::Path;

fn main() {
    let dist = Path::new("../../web-assets/dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    if let Err(error) = std::fs::create_dir_all(dist) {
        println!("cargo::warning=cannot create {}: {error}", dist.display());
    }
    if !dist.join("manifest.json").is_file() {
        println!(
            "cargo::warning=web-assets/dist is empty: run `npm ci && npm run build` in web-assets/, pages have no style until then"
        );
    }
}
