//! A static web server for this machine only, which answers as static hosts do: what the tests see is what a reader
//! will get.
//!
//! It listens on 127.0.0.1, serves one folder as it is, changes nothing and keeps no log. Every connection has a thread of
//! its own; tiny_http leaves some of those that come in one instant waiting until others close.

use crate::{
    error::Error,
    headers::Rules,
    options::Base,
    route::{self, Kind, Route},
};
use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// The longest head of a request that is read, in bytes.
const HEAD: u64 = 16_384;

/// A folder with a built site, and how it is served.
pub(crate) struct Folder {
    dir: PathBuf,
    base: Base,
    rules: Rules,
}

impl Folder {
    /// Looks at the folder: there must be a first page, and a `_headers` file without slips, or none.
    pub(crate) fn open(dir: &Path, base: &Base) -> Result<Self, Error> {
        if !dir.join("index.html").is_file() {
            return Err(Error::NoSite(dir.to_path_buf()));
        }
        let path = dir.join("_headers");
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            other => other.map_err(|source| Error::File { doing: "read", path: path.clone(), source })?,
        };
        let rules = Rules::parse(&text).map_err(|fault| Error::Headers { path, line: fault.line, what: fault.what })?;
        Ok(Self { dir: dir.to_path_buf(), base: base.clone(), rules })
    }

    /// Status, headers and content for a target.
    fn answer(&self, target: &str) -> (u16, Vec<(String, String)>, Vec<u8>) {
        let kind = |name: &str| match fs::metadata(self.dir.join(name)) {
            Ok(meta) if meta.is_file() => Kind::File,
            Ok(meta) if meta.is_dir() => Kind::Folder,
            _ => Kind::Nothing,
        };
        let (route, path) = route::route(self.base.as_str(), target, kind);
        let (status, name) = match route {
            Route::Moved(to) => return (301, vec![("Location".into(), to)], Vec::new()),
            Route::Outside => {
                let text = format!("Nothing is here. The site is at {}\n", self.base.as_str());
                return (404, vec![("Content-Type".into(), route::mime(".txt").into())], text.into_bytes());
            }
            Route::File(name) => (200, name),
            Route::NotFound => (404, "404.html".to_owned()),
        };
        let (status, body) = match fs::read(self.dir.join(&name)) {
            Ok(body) => (status, body),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (404, b"Not found\n".to_vec()),
            Err(_) => (500, b"This file could not be read\n".to_vec()),
        };
        let lasting = status == 200 && route::is_hashed(&name);
        let cache = if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut headers = vec![
            ("Content-Type".to_owned(), route::mime(&name).to_owned()),
            ("X-Content-Type-Options".to_owned(), "nosniff".to_owned()),
            ("Cache-Control".to_owned(), cache.to_owned()),
        ];
        let given = self.rules.for_path(&path);
        headers.retain(|(name, _)| !given.iter().any(|(other, _)| other.eq_ignore_ascii_case(name)));
        headers.extend(given);
        (status, headers, body)
    }
}

/// A port of this machine, held.
pub(crate) struct Port(TcpListener);

impl Port {
    /// Takes a port; 0 takes any that is free.
    pub(crate) fn take(port: u16) -> Result<Self, Error> {
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(Self).map_err(|source| match source.kind() {
            io::ErrorKind::AddrInUse => Error::PortInUse(port),
            _ => Error::Listen { port, source },
        })
    }

    /// The address of a site served here.
    pub(crate) fn url(&self, base: &Base) -> Result<String, Error> {
        let address = self.0.local_addr().map_err(|source| Error::Listen { port: 0, source })?;
        Ok(format!("http://{address}{}", base.as_str()))
    }

    /// Serves the folder until the value that comes back is dropped.
    pub(crate) fn serve(self, folder: Folder) -> Result<Serving, Error> {
        let address = self.0.local_addr().map_err(|source| Error::Listen { port: 0, source })?;
        let (folder, ended) = (Arc::new(folder), Arc::new(AtomicBool::new(false)));
        let over = Arc::clone(&ended);
        let thread = thread::spawn(move || {
            for stream in self.0.incoming() {
                if over.load(Ordering::Acquire) {
                    return;
                }
                let (Ok(stream), folder) = (stream, Arc::clone(&folder)) else { continue };
                // A browser that went away wants no answer.
                thread::spawn(move || talk(&folder, &stream).unwrap_or_default());
            }
        });
        Ok(Serving { address, ended, thread: Some(thread) })
    }
}

/// A server at work. It ends when this is dropped.
pub(crate) struct Serving {
    address: SocketAddr,
    ended: Arc<AtomicBool>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Serving {
    /// Serves until the program is stopped.
    pub(crate) fn for_ever(mut self) {
        // A thread that broke has nothing to say here.
        let _ = self.thread.take().map(thread::JoinHandle::join);
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        // Whoever waits for a connection has to get one to see it.
        if TcpStream::connect(self.address).is_ok() {
            let _ = self.thread.take().map(thread::JoinHandle::join);
        }
    }
}

/// Answers the requests of one connection, one after the other, for as long as it is open.
fn talk(folder: &Folder, mut stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = Vec::new();
        let mut left = reader.by_ref().take(HEAD);
        while !head.ends_with(b"\r\n\r\n") {
            if left.read_until(b'\n', &mut head)? == 0 {
                return Ok(());
            }
        }
        let head = String::from_utf8_lossy(&head);
        let mut words = head.split_whitespace();
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let read = matches!(method, "GET" | "HEAD");
        let (status, headers, body) = match read {
            true => folder.answer(target),
            false => (405, vec![("Allow".into(), "GET, HEAD".into())], Vec::new()),
        };
        let mut answer = format!("HTTP/1.1 {status} \r\nContent-Length: {}\r\n", body.len());
        headers.iter().for_each(|(name, value)| answer.push_str(&format!("{name}: {value}\r\n")));
        answer.push_str("\r\n");
        let mut answer = answer.into_bytes();
        if method != "HEAD" {
            answer.extend(body);
        }
        stream.write_all(&answer)?;
        // What else may have been sent is not read.
        if !read || head.lines().any(|line| line.eq_ignore_ascii_case("connection: close")) {
            return Ok(());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    /// A made-up site in a folder of its own, removed at the end.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let dir = std::env::temp_dir().join(format!("closely-{name}-{}", std::process::id()));
            let site = Self(dir);
            site.write("index.html", "<h1>Library</h1>");
            site.write("404.html", "<h1>Not here</h1>");
            site.write("read/pace/index.html", "<h1>Pace</h1>");
            site.write("app-0123456789abcdef_bg.wasm", "\0asm");
            site.write("big.txt", &"closely ".repeat(50_000));
            site.write("_headers", "/*\n  Referrer-Policy: no-referrer\n/closely/sw.js\n  Cache-Control: no-store\n");
            site.write("sw.js", "");
            site
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.0.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    /// One request by hand; the answer's head in small letters, and its body.
    fn ask(url: &str, method: &str, target: &str) -> (String, String) {
        let host = url.trim_start_matches("http://").split('/').next().unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_lowercase(), body.to_owned())
    }

    #[test]
    fn connections_that_come_at_once_and_stay_open_are_all_answered() {
        let site = Site::new("burst");
        let port = Port::take(0).unwrap();
        let url = port.url(&Base::root()).unwrap();
        let _serving = port.serve(Folder::open(&site.0, &Base::root()).unwrap()).unwrap();
        let host = url.trim_start_matches("http://").trim_end_matches('/');
        let mut streams: Vec<TcpStream> = (0..16).map(|_| TcpStream::connect(host).unwrap()).collect();
        for stream in &mut streams {
            stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
            write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        }
        for stream in &mut streams {
            let mut status = [0; 12];
            stream.read_exact(&mut status).unwrap();
            assert_eq!(&status, b"HTTP/1.1 200");
        }
    }

    #[test]
    fn it_answers_as_a_static_host_does() {
        let site = Site::new("host");
        let base = Base::parse("/closely/").unwrap();
        let port = Port::take(0).unwrap();
        let url = port.url(&base).unwrap();
        let _serving = port.serve(Folder::open(&site.0, &base).unwrap()).unwrap();

        let (head, body) = ask(&url, "GET", "/closely/read/pace/?text=a");
        assert!(head.starts_with("http/1.1 200") && body == "<h1>Pace</h1>", "{head}\n{body}");
        assert!(head.contains("content-type: text/html; charset=utf-8") && head.contains("cache-control: no-cache"));
        assert!(head.contains("x-content-type-options: nosniff") && head.contains("referrer-policy: no-referrer"));

        let (head, _) = ask(&url, "GET", "/closely/read/pace?text=a");
        assert!(head.starts_with("http/1.1 301") && head.contains("location: /closely/read/pace/?text=a"), "{head}");

        let (head, body) = ask(&url, "GET", "/closely/nothing");
        assert!(head.starts_with("http/1.1 404") && body == "<h1>Not here</h1>", "{head}\n{body}");
        assert!(head.contains("text/html") && head.contains("referrer-policy: no-referrer"), "{head}");

        let (head, body) = ask(&url, "HEAD", "/closely/app-0123456789abcdef_bg.wasm");
        assert!(head.contains("application/wasm") && head.contains("immutable") && body.is_empty(), "{head}");
        assert!(head.contains("content-length: 4"), "{head}");

        let (head, body) = ask(&url, "GET", "/closely/big.txt");
        assert!(head.contains("content-length: 400000") && body.len() == 400_000, "{head}");

        let (head, _) = ask(&url, "GET", "/closely/sw.js");
        assert!(head.contains("cache-control: no-store") && !head.contains("no-cache"), "{head}");

        for target in ["/", "/closely/../closely/", "/closely/%2e%2e/x", "/closely/_headers"] {
            assert!(ask(&url, "GET", target).0.starts_with("http/1.1 404"), "{target}");
        }
        assert!(ask(&url, "POST", "/closely/").0.starts_with("http/1.1 405"));
    }

    #[test]
    fn a_taken_port_an_empty_folder_and_a_slip_in_headers_are_said() {
        let site = Site::new("faults");
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let number = taken.local_addr().unwrap().port();
        assert!(matches!(Port::take(number), Err(Error::PortInUse(port)) if port == number));
        assert!(matches!(Folder::open(&site.0.join("read"), &Base::root()), Err(Error::NoSite(_))));
        site.write("_headers", "/*\nReferrer-Policy: no-referrer\n");
        assert!(matches!(Folder::open(&site.0, &Base::root()), Err(Error::Headers { line: 2, .. })));
    }
}
