#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Mailwright against the least that could do the same, in one run, and keeps the table.

  bench.py [--bin DIR] [--work DIR] [--addresses N] [--out FILE] [PART...]

Parts: start memory pending sync get auth dns spf. Without one, all of them, and the table goes to
docs/benchmarks.md; with some, it goes there only when --out says so. Each comparison alternates
between both sides, so that noise of the machine meets both.
"""
import argparse
import base64
import contextlib
import datetime
import hashlib
import json
import os
import platform
import re
import secrets
import select
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
import zlib

import dnsbench

with warnings.catch_warnings():  # gone in Python 3.13; Debian 12 has 3.11
    warnings.simplefilter("ignore", DeprecationWarning)
    import crypt

PARTS = ["start", "memory", "pending", "sync", "get", "auth", "dns", "spf"]
LARGE = 100_000  # --addresses makes it less, to try the bench itself
# What the desktop asks for with each page of addresses (mailboxWith in app/backend/hostingapi.cpp).
WITH = ("mailbox_id,users,count_users,count_devices,created_at,last_login,redirection,"
        "has_auto_responder,has_move_spam,has_mail_filtering,size")
here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
table = []  # (what, ours, denominator, ratio, goal, met)
notes = []
options = None


def row(what, ours, other, ratio, goal, met):
    table.append((what, ours, other, ratio, goal, met))
    print("  ".join(str(cell) for cell in table[-1]), flush=True)


def program(name):
    return os.path.join(options.bin, name)


def kb_of(pid, field):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(rf"^{field}:\s+(\d+)", status.read(), re.M).group(1))


def spread(values, digits=3):
    return f"{min(values):.{digits}f}–{max(values):.{digits}f}"


def stop(process, patience=10):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def filled(count):
    """A database with COUNT mailboxes, made once; its path and what bench_fill told of it."""
    path = os.path.join(options.work, f"filled-{count}.db")
    told = path + ".json"
    if not os.path.exists(told):
        for stale in (path, path + "-wal", path + "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(stale)
        print(f"filling a database with {count:,} addresses", flush=True)
        begun = time.monotonic()
        out = subprocess.run([program("bench_fill"), path, str(count), "1000"], check=True,
                             stdout=subprocess.PIPE).stdout
        with open(os.open(told + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as f:
            f.write(out)
        os.rename(told + ".new", told)
        print(f"  in {time.monotonic() - begun:.0f} s", flush=True)
    with open(told) as f:
        return path, json.load(f)


@contextlib.contextmanager
def listening(*command):
    """A program that prints where it listens and ends when its standard input closes."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def synced(url, token, directory):
    shutil.rmtree(directory, ignore_errors=True)
    out = subprocess.run([program("bench_sync"), url, directory], input=token + "\n", text=True,
                         stdout=subprocess.PIPE, check=True).stdout.split()
    if int(out[1]) != LARGE:
        sys.exit(f"bench_sync loaded {out[1]} addresses, not {LARGE}")
    return float(out[0])


# ---- start and memory

class Screen:
    """A screen with a window manager and a session bus of its own, and a home for its programs."""

    def __enter__(self):
        self.parts = contextlib.ExitStack()
        self.home = self.parts.enter_context(tempfile.TemporaryDirectory(prefix="mw-bench-"))
        receive, send = os.pipe()
        self.start(["Xvfb", "-displayfd", str(send), "-screen", "0", "1400x1000x24", "-nolisten",
                    "tcp"], pass_fds=[send])
        os.close(send)
        if not select.select([receive], [], [], 20)[0]:
            sys.exit("Xvfb did not start")
        with open(receive) as told:  # to its end of line: the number comes in pieces
            number = told.readline().strip()
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "WAYLAND"))}
        self.env.update(DISPLAY=":" + number, HOME=self.home, LANG="C.UTF-8",
                        XDG_RUNTIME_DIR=self.home, QT_QPA_PLATFORM="xcb")
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--print-address"],
                         stdout=subprocess.PIPE, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start(["openbox"])
        from Xlib import X, display
        self.X = X
        self.display = display.Display(":" + number)
        self.root = self.display.screen().root
        self.client_list = self.display.intern_atom("_NET_CLIENT_LIST")
        managed = self.display.intern_atom("_NET_SUPPORTING_WM_CHECK")
        until = time.monotonic() + 20
        while not self.root.get_full_property(managed, X.AnyPropertyType):
            if time.monotonic() > until:
                sys.exit("openbox did not start")
            time.sleep(0.02)
        return self

    def start(self, command, **more):
        process = subprocess.Popen(command, env=getattr(self, "env", None),
                                   stderr=subprocess.DEVNULL, **more)
        self.parts.callback(stop, process)
        return process

    def __exit__(self, *_):
        self.display.close()
        self.parts.close()

    def windows(self):
        found = self.root.get_full_property(self.client_list, self.X.AnyPropertyType)
        return set(found.value) if found else set()

    def look(self, window):
        size = window.get_geometry()
        return size, window.get_image(0, 0, size.width, size.height, self.X.ZPixmap,
                                      0xffffffff).data

    def one_start(self, command, wants_rows, needs_memory, picture=None):
        """Seconds from exec to the first image that counts, and KB two seconds after the window."""
        before = self.windows()
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        elapsed = lambda: time.perf_counter() - begun
        window = painted = mapped = last = settled = memory = None
        try:
            while elapsed() < 30:
                if process.poll() is not None:
                    sys.exit(f"{command[0]} ended with {process.returncode}")
                try:
                    if window is None:
                        for number in self.windows() - before:
                            w = self.display.create_resource_object("window", number)
                            size = w.get_geometry()
                            if (w.get_attributes().map_state == self.X.IsViewable
                                    and size.width > 250 and size.height > 150):
                                window, mapped = w, elapsed()
                        if window is None:
                            time.sleep(0.003)
                        continue
                    at = elapsed()
                    size, image = self.look(window)
                except Exception:  # a window may go while it is looked at
                    time.sleep(0.003)
                    continue
                if painted is None and is_painted(image) and (
                        not wants_rows or bands(image, size.width, size.height) >= 10):
                    painted = at
                sum_now = zlib.crc32(image)
                if sum_now != last:
                    last, settled = sum_now, at
                if memory is None and elapsed() - mapped >= 2:
                    memory = kb_of(process.pid, "VmRSS")
                    if picture:
                        save_picture(picture, size, image)
                if painted and at - settled > 0.5 and (memory or not needs_memory):
                    return painted, settled, memory
                time.sleep(0.003 if at - settled < 0.3 else 0.05)
            sys.exit(f"{command[0]} showed nothing in 30 s")
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(6)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            time.sleep(0.3)


def is_painted(image):
    return len({image[i:i + 3] for i in range(0, len(image) - 4, 4 * 37)}) >= 8


def bands(image, width, height):
    """How many lines of text stand below one another in the middle of the window."""
    count, was_inked = 0, False
    for y in range(height // 5, height):
        line = image[(y * width + width * 3 // 10) * 4:(y * width + width * 5 // 10) * 4]
        is_inked = line != line[:4] * (len(line) // 4)
        count += is_inked and not was_inked
        was_inked = is_inked
    return count


def save_picture(path, size, image):
    with open(path, "wb") as out:
        out.write(b"P6 %d %d 255\n" % (size.width, size.height))
        out.write(b"".join(image[i + 2:i + 3] + image[i + 1:i + 2] + image[i:i + 1]
                           for i in range(0, len(image) - 3, 4)))


def desktop_data():
    """A desktop's data directory with 100,000 cached addresses; its server is gone."""
    path, told = filled(LARGE)
    directory = os.path.join(options.work, "desktop")
    with listening(program("bench_serve"), path) as url:
        synced(url, told["token"], directory)
    return directory


def start_part(wants_start, wants_memory):
    data = desktop_data()
    with Screen() as screen:
        big = os.path.join(screen.home, "big.db")
        with sqlite3.connect(big) as database:
            database.execute("CREATE TABLE big (id INTEGER PRIMARY KEY, address TEXT)")
            database.executemany("INSERT INTO big (address) VALUES (?)",
                                 ((f"user{i}@example.test",) for i in range(LARGE)))
        database.close()
        # What asks on a first start is answered before.
        for name, text in (("keepassxc/keepassxc.ini", "[General]\nUpdateCheckMessageShown=true\n"),
                           ("qBittorrent/qBittorrent.conf", "[LegalNotice]\nAccepted=true\n")):
            path = os.path.join(screen.home, ".config", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w") as out:
                out.write(text)
        ours, bare = "Mailwright", "bare window"
        commands = {ours: [program("mailwright"), "--data", data],
                    bare: [program("bench_barewindow")]}
        if wants_start:
            commands |= {"KeePassXC": ["keepassxc"], "DB Browser for SQLite": ["sqlitebrowser", big],
                         "qBittorrent": ["qbittorrent"]}
        else:
            del commands[bare]
        painted = {name: [] for name in commands}
        settled = {name: [] for name in commands}
        memory = []
        rounds = 6 if wants_start else 2  # the first one is cold
        for number in range(rounds):
            for name, command in commands.items():
                picture = os.path.join(options.work, name.split()[0].lower() + ".ppm")
                one = screen.one_start(command, name in (ours, bare),
                                       name == ours or number == rounds - 1,
                                       picture if number == rounds - 1 else None)
                if number:
                    painted[name].append(one[0])
                    settled[name].append(one[1])
                    if name == ours:
                        memory.append(one[2] / 1024)
    if wants_start:
        mine = statistics.median(painted[ours])
        for name in commands:
            if name == ours:
                continue
            other = statistics.median(painted[name])
            goal = 2 if name == bare else 1
            row(f"Start with {LARGE:,} cached addresses ÷ {name}",
                f"{mine:.3f} s ({spread(painted[ours])})",
                f"{other:.3f} s ({spread(painted[name])})", f"{mine / other:.2f}",
                f"≤ {goal}", mine / other <= goal)
        notes.append("Last change of the window after exec, median: " +
                     ", ".join(f"{n} {statistics.median(v):.3f} s" for n, v in settled.items()) +
                     ".")
    if wants_memory:
        row(f"Desktop's memory with {LARGE:,} addresses", f"{statistics.median(memory):.0f} MB",
            "", "", "≤ 150 MB", statistics.median(memory) <= 150)


# ---- pending

def pending_part():
    waiting = LARGE // 5
    ours, theirs = [], []
    for _ in range(4):
        with tempfile.TemporaryDirectory() as work:
            out = subprocess.run([program("bench_pending"), work, str(LARGE), str(waiting)],
                                 stdout=subprocess.PIPE, check=True, text=True,
                                 env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}).stdout.split()
        theirs.append(float(out[0]))
        ours.append(float(out[1]))
    ours, theirs = ours[1:], theirs[1:]
    mine, other = statistics.median(ours), statistics.median(theirs)
    row(f"40 screens of {LARGE:,} addresses, {waiting:,} changes waiting ÷ none waiting",
        f"{mine:.3f} s ({spread(ours)})", f"{other:.3f} s ({spread(theirs)})",
        f"{mine / other:.2f}", "≤ 2", mine / other <= 2)


# ---- sync

def sync_part():
    path, told = filled(LARGE)
    ours, theirs = [], []
    with listening(program("bench_serve"), path) as url, tempfile.TemporaryDirectory() as work:
        base = f"{url}/1/mail_hostings/{told['service']}/mailboxes"
        config = os.path.join(work, "curl")
        pages = -(-LARGE // 500)
        with open(os.open(config, os.O_WRONLY | os.O_CREAT, 0o600), "w") as out:
            out.write(f'silent\nshow-error\nfail\nheader = "Authorization: Bearer {told["token"]}"\n')
            for page in range(1, pages + 1):
                out.write(f'url = "{base}?with={WITH}&page={page}&per_page=500"\n'
                          f'output = "{work}/page{page}"\n')
        for _ in range(4):
            ours.append(synced(url, told["token"], os.path.join(work, "desktop")))
            begun = time.perf_counter()
            subprocess.run(["curl", "-K", config], check=True)
            theirs.append(time.perf_counter() - begun)
        with open(f"{work}/page{pages}") as last:
            if len(json.load(last)["data"]) != (LARGE - 1) % 500 + 1:
                sys.exit("curl did not get the same pages")
    ours, theirs = ours[1:], theirs[1:]
    mine, other = statistics.median(ours), statistics.median(theirs)
    row(f"Sync of {LARGE:,} addresses ÷ curl, same pages", f"{mine:.2f} s ({spread(ours, 2)})",
        f"{other:.2f} s ({spread(theirs, 2)})", f"{mine / other:.2f}", "≤ 2", mine / other <= 2)


# ---- get

def answer_memory():
    """How many answers the daemon keeps."""
    with open(os.path.join(root, "server/api/router.h")) as source:
        return int(re.search(r"\banswerMemory = (\d+);", source.read()).group(1))


def written_privately(path, text):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(text)
    return path


def get_part():
    path, told = filled(LARGE)
    names = [login[0].split("@")[0] for login in told["logins"]]
    boxes = f"/1/mail_hostings/{told['service']}/mailboxes"
    first = [name.split(".")[0] for name in names[:10]]  # fill.cpp: anna.000000, ben.000001 …
    many = 4 * answer_memory()
    if many > LARGE:
        sys.exit(f"get needs {many} addresses")
    # A token is no argument: everybody on the machine may read those. JSON's strings are Lua's.
    header = f"wrk.headers['Authorization'] = {json.dumps('Bearer ' + told['token'])}\n"
    cycle = f"""local names = {{{", ".join(json.dumps(name) for name in first)}}}
local at = 0
function request()
  at = (at + 1) % {many}
  return wrk.format(nil, string.format("{boxes}/%s.%06d", names[at % 10 + 1], at))
end
"""

    def rate(address, *more):
        out = subprocess.run(["wrk", "-t1", "-c64", "-d5", *more, address], check=True,
                             stdout=subprocess.PIPE, text=True).stdout
        if "Non-2xx" in out or "Socket errors" in out:
            sys.exit(out)
        return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))

    with tempfile.TemporaryDirectory() as work, listening(program("bench_serve"), path) as url:
        one = written_privately(os.path.join(work, "one.lua"), header)
        other = written_privately(os.path.join(work, "many.lua"), header + cycle)
        address = f"{url}{boxes}/{names[500]}"
        ask = f'header = "Authorization: Bearer {told["token"]}"\n'
        body = subprocess.run(["curl", "-sf", "-K", "-", address], check=True, text=True,
                              input=ask, stdout=subprocess.PIPE).stdout
        size = len(body.encode())
        with listening(program("bench_constant"), str(size)) as port:
            runs = {"one mailbox, remembered": (one, [], []),
                    f"{many:,} mailboxes in turn, each read anew": (other, [], [])}
            for _ in range(4):
                for script, ours, theirs in runs.values():
                    ours.append(rate(address, "-s", script))
                    theirs.append(rate(f"http://127.0.0.1:{port}/", "-s", script))
    for what, (_, ours, theirs) in runs.items():
        mine, least = statistics.median(ours[1:]), statistics.median(theirs[1:])
        row(f"GET of {what}, with token, {size} B, 64 connections ÷ constant answer",
            f"{mine:,.0f}/s ({spread(ours[1:], 0)})", f"{least:,.0f}/s ({spread(theirs[1:], 0)})",
            f"{mine / least:.2f}", "≥ 0.5", mine / least >= 0.5)


# ---- auth

PRIVATE = """protocols =
base_dir = {dir}/run
state_dir = {dir}/state
log_path = {dir}/log
ssl = no
auth_mechanisms = plain
auth_cache_size = 0
auth_failure_delay = 0 secs
auth_username_format = %Lu
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = {dir}/passwd
}}
userdb {{
  driver = static
  args = uid=65534 gid=65534 home=/nonexistent
}}
service auth {{
  unix_listener auth-client {{
    mode = 0600
  }}
}}
# As the daemon's: no penalty for an address of many logins, which all of ours are.
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""


def wait_for(path, process):
    until = time.monotonic() + 60
    while not os.path.exists(path):
        if process.poll() is not None or time.monotonic() > until:
            sys.exit(f"{path} did not appear")
        time.sleep(0.05)
    return path


@contextlib.contextmanager
def private_dovecot(directory, hashed):
    os.makedirs(directory)
    with open(os.path.join(directory, "passwd"), "w") as out:
        out.writelines(f"{address}:{scheme}\n" for address, scheme in hashed)
    config = os.path.join(directory, "dovecot.conf")
    with open(config, "w") as out:
        out.write(PRIVATE.format(dir=directory))
    process = subprocess.Popen(["dovecot", "-F", "-c", config])
    try:
        yield wait_for(os.path.join(directory, "run/auth-client"), process)
    finally:
        stop(process)


@contextlib.contextmanager
def our_dovecot(directory, database, token):
    os.makedirs(os.path.join(directory, "data"))
    os.makedirs(os.path.join(directory, "state"))
    with open(os.open(os.path.join(directory, "state/token"), os.O_WRONLY | os.O_CREAT, 0o600),
              "w") as out:
        out.write(token + "\n")
    shutil.copy(database, os.path.join(directory, "data/mailwright.db"))
    process = subprocess.Popen([program("mailwrightd"), "--local", directory],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        while True:
            line = process.stdout.readline()
            if not line:
                sys.exit("mailwrightd did not get ready")
            if line.startswith("ready"):
                break
        yield wait_for(os.path.join(directory, "run/dovecot/auth-client"), process)
    finally:
        stop(process, 30)


def login_rate(socket, logins, in_flight):
    done = subprocess.run([program("bench_authrate"), socket, "2", str(in_flight)], text=True,
                          input="".join(f"{a}\t{p}\n" for a, p in logins), stdout=subprocess.PIPE)
    words = done.stdout.split()
    if done.returncode or int(words[1]):
        sys.exit(f"logins failed at {socket}: {done.stdout.strip()}")
    return float(words[2])


def auth_part():
    if os.geteuid() != 0:
        notes.append("Logins were not measured: the private Dovecot of this comparison needs root.")
        return
    rates = {}
    # Short, because sockets below it have a limit; open, because the servers' users pass through.
    with tempfile.TemporaryDirectory(prefix="mwb") as work:
        os.chmod(work, 0o755)
        for count in options.mailboxes or (10, 1000, LARGE):
            path, told = filled(count)
            logins = told["logins"]
            salt = lambda: "$2y$05$" + "".join(secrets.choice("abcdefghijkl") for _ in range(21)) + "."
            sha = [(a, "{SHA256}" + base64.b64encode(hashlib.sha256(p.encode()).digest()).decode())
                   for a, p in logins]
            blf = [(a, "{BLF-CRYPT}" + crypt.crypt(p, salt())) for a, p in logins[:50]]
            place = os.path.join(work, str(count))
            with our_dovecot(place + "o", path, told["token"]) as ours, \
                    private_dovecot(place + "s", sha) as theirs, \
                    private_dovecot(place + "b", blf) as slow:
                for in_flight in (1, 16):
                    got = {"ours": [], "sha": [], "blf": []}
                    for _ in range(4):
                        got["ours"].append(login_rate(ours, logins, in_flight))
                        got["sha"].append(login_rate(theirs, logins, in_flight))
                        got["blf"].append(login_rate(slow, logins[:50], in_flight))
                    rates[count, in_flight] = {k: statistics.median(v[1:]) for k, v in got.items()}
                    print(f"{count} mailboxes, {in_flight} in flight: {rates[count, in_flight]}",
                          flush=True)
    for (count, in_flight), rate in rates.items():
        for key, name, goal in (("sha", "{SHA256}", 0.35), ("blf", "{BLF-CRYPT}", 4)):
            ratio = rate["ours"] / rate[key]
            row(f"Logins, {count:,} mailboxes, {in_flight} in flight ÷ passwd-file {name}",
                f"{rate['ours']:,.0f}/s", f"{rate[key]:,.0f}/s", f"{ratio:.2f}", f"≥ {goal}",
                ratio >= goal)
    for in_flight in (1, 16):
        if not {(10, in_flight), (LARGE, in_flight)} <= rates.keys():
            continue
        small, large = rates[10, in_flight]["ours"], rates[LARGE, in_flight]["ours"]
        row(f"Logins, {in_flight} in flight: {LARGE:,} mailboxes ÷ 10 mailboxes",
            f"{large:,.0f}/s", f"{small:,.0f}/s", f"{large / small:.2f}", "flat (≥ 0.8)",
            large / small >= 0.8)


# ---- dns and spf

def names_part(part, *more):
    with tempfile.TemporaryDirectory(prefix="mwb") as work:
        dnsbench.fill(os.path.join(work, "pdns.db"), options.domains)
        part(sys.modules[__name__], work, options.domains, *more)


def dns_part():
    names_part(dnsbench.dns_part)


def spf_part():
    names_part(dnsbench.spf_part)


# ---- the table

def machine():
    with open("/proc/cpuinfo") as f:
        cpu = re.search(r"model name\s*:\s*(.+)", f.read())
    with open("/proc/meminfo") as f:
        memory = int(re.search(r"MemTotal:\s+(\d+)", f.read()).group(1)) / 1024 / 1024
    with open("/etc/os-release") as f:
        system = re.search(r'PRETTY_NAME="(.+)"', f.read()).group(1)
    return (f"{os.cpu_count()} × {cpu.group(1) if cpu else platform.machine()}, {memory:.0f} GB, "
            f"{system}, Linux {platform.release()}")


def written(begun, load):
    head = ("What", "Ours", "Denominator", "Ratio", "Goal", "Met")
    lines = ["# Benchmarks", "",
             "Written by `tests/bench/run`, which measures all of it in one run. Both sides of a row",
             "run on the same machine in turns; the ratio is what can be compared elsewhere.", "",
             f"- Machine: {machine()}", f"- Date: {begun:%d %B %Y, %H:%M} UTC",
             f"- Load average before and after the run: {load[0]:.2f}, {os.getloadavg()[0]:.2f}",
             "", "| " + " | ".join(head) + " |", "|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(str({True: "yes", False: "**no**"}.get(c, c) if i == 5 else c)
                                for i, c in enumerate(r)) + " |" for r in table]
    lines += ["", "How it is measured:", "",
              "- Start: from exec to the first image of the window that counts, read from the screen"
              " (Xvfb, openbox, a session bus without a keyring): at least 8 colours, and for ours"
              " and the bare window at least 10 lines of text below one another, so rows and not"
              " only a frame. Median of 5, the first start discarded; in brackets the least and the"
              " most. The desktop starts without its server, from its cache. The others open no"
              " data, but DB Browser a database of 100,000 rows on its structure tab.",
              "- Memory: VmRSS 2 s after the window.",
              "- Changes waiting: the table painted off screen at 40 places of its length.",
              "- Sync: the pages of 500 that the desktop asks for, one connection kept alive; ours"
              " reads them into a new cache with its indexes, curl writes them to files.",
              "- GET: wrk with one thread, 5 s; the constant answer has the same size and is given"
              " by libmicrohttpd with its thread pool. Client and servers share the processors."
              f" The daemon keeps its last answers ({answer_memory():,} of them, until something is written or two"
              " seconds have passed): asked again and again for one mailbox it answers from that"
              " memory, and the row measures the memory. Asked for more mailboxes in turn than it"
              " keeps, it reads each of them from the database.",
              "- Logins: Dovecot's own auth protocol on its socket, no TLS, no mailbox; {BLF-CRYPT}"
              " at its default cost of 5.",
              "- Domains: a PowerDNS on the same machine, caches off, a zone for each domain;"
              " mailwright-check from exec to exit with a new cache, all DNS checks (45 usual DKIM"
              " selectors among them), no SMTP. The queries it sent were written down in a run of"
              " its own and are what dnsperf sends (4 clients, 100 under way).",
              "- SPF: records of 5 include, 2 a and mx, an address that none of them lets send, so"
              " every term is looked up. Ours judges each domain once, with a new cache, 32 at a"
              " time. Where nothing is shared nothing comes from the cache; where the includes are"
              " shared only the domain's own record and MX are asked for each of them. libspf2"
              " takes them one after the other, its own cache off.",
              "- Medians of 3 after one discarded, but for the start.",
              ]
    lines += [f"- {note}" for note in notes]
    return "\n".join(lines) + "\n"


def main():
    global options, LARGE
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # what was started ends too
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--bin", default=os.path.join(root, "build/release/bin"))
    parser.add_argument("--work", default=os.path.join(root, "build/bench"))
    parser.add_argument("--addresses", type=int, default=LARGE)
    parser.add_argument("--domains", type=int, default=1000, help="of the parts dns and spf")
    parser.add_argument("--mailboxes", type=int, action="append", help="of the part auth")
    parser.add_argument("--out")
    options = parser.parse_args()
    wrong = set(options.parts) - set(PARTS)
    if wrong:
        parser.error(f"no such part: {', '.join(sorted(wrong))}; there are {' '.join(PARTS)}")
    parts = options.parts or PARTS
    LARGE = options.addresses
    options.bin = os.path.abspath(options.bin)
    options.work = os.path.abspath(options.work)
    out = options.out or (None if options.parts else os.path.join(root, "docs/benchmarks.md"))
    os.makedirs(options.work, exist_ok=True)

    begun = datetime.datetime.now(datetime.timezone.utc)
    load = os.getloadavg()
    if load[0] > 1.5:
        notes.append("The machine was busy with other work when this run began.")
    if "start" in parts or "memory" in parts:
        start_part("start" in parts, "memory" in parts)
    for name, part in (("pending", pending_part), ("sync", sync_part), ("get", get_part), ("auth", auth_part),
                       ("dns", dns_part), ("spf", spf_part)):
        if name in parts:
            part()
    text = written(begun, load)
    print("\n" + text)
    if out:
        with open(out, "w") as f:
            f.write(text)


if __name__ == "__main__":
    main()
