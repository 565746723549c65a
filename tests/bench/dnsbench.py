# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts dns and spf of bench.py: a PowerDNS of their own with its caches off, our checks, and
dnsperf and libspf2 beside them."""
import base64
import contextlib
import os
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import time

ZONE = "bench.test"
SCHEMA = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql"
CONFIG = """launch=gsqlite3
gsqlite3-database={dir}/pdns.db
gsqlite3-dnssec=yes
gsqlite3-pragma-synchronous=1
local-address=127.0.0.1
local-port={port}
socket-dir={dir}
daemon=no
guardian=no
write-pid=no
security-poll-suffix=
zone-cache-refresh-interval=0
cache-ttl=0
query-cache-ttl=0
negquery-cache-ttl=0
"""

def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def fill(path, domains):
    """A zone for each domain, everything in it that is looked for, and what SPF leads to."""
    with open(SCHEMA) as f:
        schema = f.read()
    private = subprocess.run(["openssl", "genrsa", "2048"], check=True, capture_output=True).stdout
    public = subprocess.run(["openssl", "rsa", "-pubout", "-outform", "DER"], input=private,
                            check=True, capture_output=True).stdout
    key = "v=DKIM1; k=rsa; p=" + base64.b64encode(public).decode()
    db = sqlite3.connect(path)
    db.executescript(schema)

    def zone(name, rows):
        rows = [(name, "SOA", f"ns.{ZONE} hostmaster.{ZONE} 1 3600 600 86400 300"),
                (name, "NS", f"ns.{ZONE}")] + rows
        at = db.execute("INSERT INTO domains(name, type) VALUES (?, 'NATIVE')", (name,)).lastrowid
        for owner, kind, content in rows:
            prio = 0
            if kind in ("MX", "SRV"):
                prio, content = content.split(" ", 1)
            db.execute("INSERT INTO records(domain_id, name, type, content, ttl, prio, auth)"
                       " VALUES (?, ?, ?, ?, 300, ?, 1)", (at, owner, kind, content, prio))

    # what providers publish: shared by all domains of "s*"
    rows = [(f"ns.{ZONE}", "A", "127.0.0.1"), (f"h1.{ZONE}", "A", "192.0.2.1"),
            (f"h2.{ZONE}", "A", "192.0.2.2"), (f"mail.{ZONE}", "A", "192.0.2.3")]
    rows += [(f"p{i}.{ZONE}", "TXT", f'"v=spf1 ip4:198.51.100.{i} -all"') for i in range(5)]
    zone(ZONE, rows)
    for n in range(domains):
        d = f"d{n}.{ZONE}"
        own = [f"include:p{i}.{d}" for i in range(5)]
        zone(d, [(d, "TXT", f'"v=spf1 {" ".join(own)} a:h1.{d} a:h2.{d} mx -all"'),
                 (d, "MX", f"10 mail.{d}"), (f"mail.{d}", "A", "192.0.2.3"),
                 (f"h1.{d}", "A", "192.0.2.1"), (f"h2.{d}", "A", "192.0.2.2"),
                 (f"_dmarc.{d}", "TXT", f'"v=DMARC1; p=reject; rua=mailto:d@{d}"'),
                 (f"default._domainkey.{d}", "TXT", f'"{key[:250]}" "{key[250:]}"'),
                 (f"_imaps._tcp.{d}", "SRV", f"0 1 993 mail.{d}")] +
                [(f"p{i}.{d}", "TXT", f'"v=spf1 ip4:198.51.100.{i} -all"') for i in range(5)])
        s = f"s{n}.{ZONE}"
        shared = [f"include:p{i}.{ZONE}" for i in range(5)]
        zone(s, [(s, "TXT", f'"v=spf1 {" ".join(shared)} a:h1.{ZONE} a:h2.{ZONE} mx -all"'),
                 (s, "MX", f"10 mail.{ZONE}")])
    db.commit()
    db.close()


@contextlib.contextmanager
def powerdns(directory, *more):
    port = free_port()
    with open(os.path.join(directory, "pdns.conf"), "w") as out:
        out.write(CONFIG.format(dir=directory, port=port))
    log = open(os.path.join(directory, "pdns.log"), "wb")
    process = subprocess.Popen(["pdns_server", f"--config-dir={directory}", *more],
                               stdout=log, stderr=log)
    try:
        for _ in range(200):
            if process.poll() is not None:
                sys.exit("PowerDNS did not start; see pdns.log")
            with open(os.path.join(directory, "pdns.log"), "rb") as f:
                if b"Done launching threads" in f.read():
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def check(program, port, names, jobs):
    command = [program, f"@{names}", "--resolver", f"127.0.0.1:{port}", "--stub",
               f"{ZONE}@127.0.0.1:{port}", "--no-smtp", "--jobs", str(jobs)]
    begun = time.perf_counter()
    out = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
    took = time.perf_counter() - begun
    return took, out


def dnsperf(port, queries):
    """Once through the file; the seconds it took."""
    out = subprocess.run(["dnsperf", "-s", "127.0.0.1", "-p", str(port), "-d", queries, "-n", "1",
                          "-c", "4", "-q", "100"], check=True, stdout=subprocess.PIPE,
                         text=True).stdout
    lost = int(re.search(r"Queries lost:\s+(\d+)", out).group(1))
    if lost:
        sys.exit(f"dnsperf lost {lost} queries")
    return float(re.search(r"Run time \(s\):\s+([\d.]+)", out).group(1))


def dns_part(bench, directory, domains, jobs=32):
    names = os.path.join(directory, "names")
    with open(names, "w") as out:
        out.writelines(f"d{n}.{ZONE}\n" for n in range(domains))
    program = bench.program("mailwright-check")
    queries = os.path.join(directory, "queries")
    with powerdns(directory, "--log-dns-queries=yes", "--loglevel=6") as port:
        _, out = check(program, port, names, jobs)
        if out.count("\n  fine: ") != domains:
            sys.exit("not every domain was found fine:\n" + out[:2000])
    asked = 0
    with open(os.path.join(directory, "pdns.log"), errors="replace") as log, \
            open(queries, "w") as to:
        for line in log:
            found = re.search(r"wants '([^|]+)\|(\w+)'", line)
            if found:
                to.write(f"{found.group(1)} {found.group(2)}\n")
                asked += 1
    with powerdns(directory) as port:
        ours, theirs = [], []
        for _ in range(4):
            ours.append(check(program, port, names, jobs)[0])
            theirs.append(dnsperf(port, queries))
    ours, theirs = ours[1:], theirs[1:]
    mine, other = statistics.median(ours), statistics.median(theirs)
    bench.row(f"{domains:,} domains × all checks ÷ dnsperf, the same {asked:,} queries",
              f"{mine:.2f} s ({bench.spread(ours, 2)})",
              f"{other:.2f} s ({bench.spread(theirs, 2)})", f"{mine / other:.2f}", "≤ 2",
              mine / other <= 2)


def spf_part(bench, directory, domains, jobs=32):
    def rate(command, lines):
        out = subprocess.run(command, input=lines, text=True, stdout=subprocess.PIPE)
        if out.returncode:
            sys.exit(f"{command[0]} failed")
        return float(out.stdout)

    with powerdns(directory) as port:
        for letter, what in (("d", "nothing shared between domains"),
                             ("s", "includes shared as with providers, kept by TTL")):
            lines = "".join(f"{letter}{n}.{ZONE} 203.0.113.9 fail\n" for n in range(domains))
            ours, theirs = [], []
            for _ in range(4):
                ours.append(rate([bench.program("bench_spfrate"), ZONE, str(port), str(jobs)],
                                 lines))
                theirs.append(rate([bench.program("bench_libspf2"), str(port), "3"], lines))
            ours, theirs = ours[1:], theirs[1:]
            mine, other = statistics.median(ours), statistics.median(theirs)
            bench.row(f"SPF of {domains:,} domains at once, 8 counted lookups, {what} ÷ libspf2 in"
                      " a loop", f"{mine:,.0f}/s ({bench.spread(ours, 0)})",
                      f"{other:,.0f}/s ({bench.spread(theirs, 0)})", f"{mine / other:.1f}",
                      "≥ 10", mine / other >= 10)
