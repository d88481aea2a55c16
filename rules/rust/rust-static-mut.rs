use std::sync::atomic::AtomicU32;

// ruleid: rust-static-mut
static mut COUNT: u32 = 0;
// ruleid: rust-static-mut
static mut NAMES: Vec<String> = Vec::new();
// ok: rust-static-mut
static HITS: AtomicU32 = AtomicU32::new(0);
// ok: rust-static-mut
const LIMIT: u32 = 10;
// static mut X: u32 = 0;
