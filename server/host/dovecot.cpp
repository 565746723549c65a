// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/dovecot.h"

#include "app/base/log.h"
#include "server/host/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace host {

namespace {

// @NAME@ is replaced. Remarks are for whoever reads the written file.
constexpr char mainFile[] = R"(# Written by mailwrightd at every start; changes here are lost.
protocols = imap pop3 lmtp sieve
listen = @LISTEN@
base_dir = @BASE@
state_dir = @BASE@
instance_name = mailwright
default_login_user = @LOGIN_USER@
default_internal_user = @INTERNAL_USER@
default_internal_group = @INTERNAL_GROUP@
first_valid_uid = @UID@
last_valid_uid = @UID@
first_valid_gid = @GID@
mail_uid = @UID@
mail_gid = @GID@

# mailwrightd reads the logins there and sets the file aside when it is large; a pipe would end
# Dovecot together with its reader.
log_path = @LOG@
log_timestamp = "%Y-%m-%dT%H:%M:%S "
login_log_format_elements = user=<%u> method=%m rip=%r mpid=%e %c grant=<%{passdb:grant}>

ssl = required
ssl_cert = <@CERT@
ssl_key = <@KEY@
ssl_min_protocol = TLSv1.2
ssl_dh =
disable_plaintext_auth = yes

# Every lookup asks lookup.db, so a change has its effect at the next login. Passwords are
# generated, so there is nothing to guess and no delay that would only look like a fault.
auth_mechanisms = plain login
auth_cache_size = 0
auth_failure_delay = 0 secs
auth_verbose = yes
auth_username_format = %Lu
auth_username_chars = @USERNAME_CHARS@
passdb {
  driver = lua
  args = blocking=no file=@LUA@
}
# What a login needs to know of its mailbox came with the password already; others ask.
userdb {
  driver = prefetch
}
userdb {
  driver = sql
  args = @SQL@
}

mail_home = @MAIL@/%Ld/%Ln
mail_location = maildir:~/Maildir
mail_plugins = quota
mail_max_userip_connections = 50
hostname = @NAME@
postmaster_address = postmaster@@DOMAIN@
# Nothing of ours may reach a mail server that this machine runs besides.
submission_host = 127.0.0.1:@SMTP@
sendmail_path = /bin/false
lda_mailbox_autocreate = yes
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    special_use = \Drafts
    auto = subscribe
  }
  mailbox Sent {
    special_use = \Sent
    auto = subscribe
  }
  mailbox Trash {
    special_use = \Trash
    auto = subscribe
  }
  mailbox Junk {
    special_use = \Junk
    auto = subscribe
  }
}
protocol imap {
  mail_plugins = quota imap_quota
}
protocol lmtp {
  mail_plugins = quota sieve
}
plugin {
  quota = count:User quota
  quota_vsizes = yes
  quota_grace = 0
  sieve = file:~/sieve;active=~/active.sieve
}

service auth {
  @EXTRA_GROUPS@
  unix_listener auth-userdb {
    mode = 0600
    user = @MAIL_USER@
  }
  unix_listener auth-client {
    mode = 0660
    group = @POSTFIX_GROUP@
  }
}
service auth-worker {
  user = @INTERNAL_USER@
  @EXTRA_GROUPS@
}
service anvil {
  @CHROOT@
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  @CHROOT@
}
service imap-login {
  @CHROOT@
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    port = @IMAP@
  }
  inet_listener imaps {
    port = @IMAPS@
    ssl = yes
  }
  # For the web client: TLS from the first byte; the same logins as the port above.
  inet_listener webmail {
    port = @WEBMAIL_IMAP@
    ssl = yes
  }
}
service pop3-login {
  @CHROOT@
  service_count = 0
  inet_listener pop3 {
    port = @POP3@
  }
  inet_listener pop3s {
    port = @POP3S@
    ssl = yes
  }
}
service managesieve-login {
  @CHROOT@
  service_count = 0
  inet_listener sieve {
    port = @SIEVE@
  }
}
service lmtp {
  user = @MAIL_USER@
  unix_listener lmtp {
    mode = 0660
    group = @POSTFIX_GROUP@
  }
}
)";

// The password is compared as the hex SHA-256 that Dovecot makes of it. It runs inside the auth
// process: one prepared statement, no worker to wake (docs/decisions/0014). For submission the user
// is "address#dID.GENERATION": Postfix then knows the device and its password (submitter.h), and
// sender_login_maps says so too. Dovecot takes a connection from the machine itself for secure, so
// TLS is asked for; Postfix asks by itself. What a login brings comes in one string and what it
// gets is one string, because each table and each question to the request costs as much as the
// look-up itself.
constexpr char luaFile[] = R"(-- Written by mailwrightd at every start; changes here are lost.
local DBI = require "DBI"
local match, sub = string.match, string.sub
local database, statement -- both kept: without its database a statement is closed
local spellings -- of domains in Unicode; prepared when somebody uses one

local function prepare()
  local reason
  database, reason = DBI.Connect("SQLite3", @LOOKUP_QUOTED@)
  if not database then return nil, reason end
  database:autocommit(true) -- else the first question opens a transaction and sees no change
  DBI.Do(database, "PRAGMA busy_timeout = 2000")
  return database:prepare("SELECT answer FROM login WHERE mailbox = ? AND service = ? AND secret = ?")
end

local function first(query, ...)
  local asked, reason = query:execute(...)
  if not asked then error(reason) end
  local row = query:fetch()
  if not row then return nil end
  query:fetch() -- to the end, where SQLite lets go of its lock
  return row[1]
end

local function find(user, service, secret)
  if not statement then
    local reason
    statement, reason = prepare()
    if not statement then error(reason) end
    spellings = nil
  end
  local answer = first(statement, user, service, secret)
  if answer then return answer end
  -- Looked at only now: nearly every login that is let in has been found by its own name.
  local name, domain = match(user, "^([^\128-\255]+)@([^@]*[\128-\255][^@]*)$")
  if not domain then return nil end
  if not spellings then
    local reason
    spellings, reason = database:prepare("SELECT ascii FROM domain WHERE name = ?")
    if not spellings then error(reason) end
  end
  local ascii = first(spellings, domain)
  if not ascii then return nil end
  user = name .. "@" .. ascii
  answer = first(statement, user, service, secret)
  -- That of a submission names the user already.
  return answer and (service == "smtp" and answer or "user=" .. user .. " " .. answer)
end

function auth_password_verify(request)
  local brought = request:var_expand("%{sha256:password} %c %s %u")
  local secured, service, user = match(brought, "^(%S*) (%S*) (.*)$", 66)
  if service ~= "smtp" and secured ~= "TLS" then
    return dovecot.auth.PASSDB_RESULT_PASSWORD_MISMATCH, "TLS is needed"
  end
  local asked, found = pcall(find, user, service, sub(brought, 1, 64))
  if not asked then
    statement = nil -- the next one opens the file anew
    return dovecot.auth.PASSDB_RESULT_INTERNAL_FAILURE, tostring(found)
  end
  if not found then
    return dovecot.auth.PASSDB_RESULT_PASSWORD_MISMATCH, "no device of this address has this password"
  end
  return dovecot.auth.PASSDB_RESULT_OK, found
end

-- Dovecot goes through everything that is alive after each request; so little is left alive.
for _, name in ipairs {"coroutine", "io", "math", "os", "utf8"} do
  package.loaded[name], _ENV[name] = nil, nil
end
)";

constexpr char sqlFile[] = R"(# Written by mailwrightd at every start; changes here are lost.
driver = sqlite
connect = @LOOKUP@
user_query = SELECT address AS user, '*:bytes=' || quota AS quota_rule FROM mailbox WHERE address = '%Lu'
iterate_query = SELECT address AS user FROM mailbox
)";

// Dovecot's own, and letters beyond ASCII: it looks at bytes, so every byte of UTF-8 has to be in
// one of these.
QString usernameCharacters()
{
    QString all = QStringLiteral("abcdefghijklmnopqrstuvwxyz"
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@");
    for (char32_t c = 0x400; c < 0x440; ++c) // all that are not the first
        all += QString::fromUcs4(&c, 1);
    for (char32_t from = 0x80, to; from < 0x20000; from = to) { // of each first byte
        to = from + (from < 0x800 ? 0x40 : from < 0x10000 ? 0x1000 : 0x10000);
        to -= from == 0x800 ? 0x800 : 0;
        for (char32_t c = from; c < to; ++c)
            if (QChar::isLetter(c)) {
                all += QString::fromUcs4(&c, 1);
                break;
            }
    }
    return all;
}

QString luaQuoted(QString text)
{
    return u'"' +
           text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) + u'"';
}

} // namespace

Result<void> writeConfiguration(const QString &file, const QString &text, uint mode)
{
    const QByteArray bytes = text.toUtf8();
    if (QFile in(file); in.open(QIODevice::ReadOnly) && in.readAll() == bytes)
        return {};
    return writeWhole(file, bytes, mode);
}

Result<void> Dovecot::check() const
{
    const auto missing = [](const QString &detail) {
        return Error{Error::Kind::Unsupported, detail, {}, {}, 0};
    };
    const QList<std::pair<QString, QString>> files{
        {QStringLiteral("/usr/sbin/dovecot"), QStringLiteral("dovecot-core")},
        {QStringLiteral("/usr/lib/dovecot/imap"), QStringLiteral("dovecot-imapd")},
        {QStringLiteral("/usr/lib/dovecot/pop3"), QStringLiteral("dovecot-pop3d")},
        {QStringLiteral("/usr/lib/dovecot/lmtp"), QStringLiteral("dovecot-lmtpd")},
        {QStringLiteral("/usr/lib/dovecot/managesieve"), QStringLiteral("dovecot-managesieved")},
        {QStringLiteral("/usr/lib/dovecot/modules/libdriver_sqlite.so"),
         QStringLiteral("dovecot-sqlite")},
        {QStringLiteral("/usr/lib/dovecot/modules/auth/libauthdb_lua.so"),
         QStringLiteral("dovecot-auth-lua")}};
    QStringList packages;
    for (const auto &[file, package] : files)
        if (!QFile::exists(file))
            packages.append(package);
    // Below the directory of the machine's architecture.
    const QStringList places = QDir(QStringLiteral("/usr/lib")).entryList(QDir::Dirs);
    if (std::none_of(places.cbegin(), places.cend(), [](const QString &place) {
            return QFile::exists(QStringLiteral("/usr/lib/%1/lua/5.4/dbd/sqlite3.so").arg(place));
        }))
        packages.append(QStringLiteral("lua-dbi-sqlite3"));
    if (!packages.isEmpty())
        return missing(QStringLiteral("Dovecot is not complete; these packages are missing: %1")
                           .arg(packages.join(QStringLiteral(", "))));
    return {};
}

Result<void> Dovecot::configure() const
{
    const auto owner = mailOwner(m_layout);
    if (!owner)
        return owner.error();
    const bool root = runsAsRoot();
    const QString sql = m_layout.dovecot + QStringLiteral("/sql.conf");
    const QString lua = m_layout.dovecot + QStringLiteral("/login.lua");
    const auto number = [](int n) { return QString::number(n); };
    const QList<std::pair<QString, QString>> values{
        {QStringLiteral("LISTEN"), m_layout.listen},
        {QStringLiteral("BASE"), m_layout.dovecotBase()},
        {QStringLiteral("LOGIN_USER"), root ? QStringLiteral("dovenull") : owner->name},
        {QStringLiteral("INTERNAL_USER"), root ? QStringLiteral("dovecot") : owner->name},
        {QStringLiteral("INTERNAL_GROUP"), root ? QStringLiteral("dovecot") : owner->group},
        {QStringLiteral("MAIL_USER"), owner->name},
        {QStringLiteral("UID"), QString::number(owner->uid)},
        {QStringLiteral("GID"), QString::number(owner->gid)},
        {QStringLiteral("CERT"), m_layout.certificate},
        {QStringLiteral("KEY"), m_layout.key},
        {QStringLiteral("SQL"), sql},
        {QStringLiteral("LUA"), lua},
        {QStringLiteral("LOOKUP_QUOTED"), luaQuoted(m_layout.lookupFile())},
        {QStringLiteral("MAIL"), m_layout.mail},
        {QStringLiteral("NAME"), m_layout.mailName},
        {QStringLiteral("DOMAIN"), m_layout.domain.isEmpty() ? m_layout.mailName : m_layout.domain},
        {QStringLiteral("SMTP"), number(m_layout.ports.smtp)},
        {QStringLiteral("IMAP"), number(m_layout.ports.imap)},
        {QStringLiteral("IMAPS"), number(m_layout.ports.imaps)},
        {QStringLiteral("POP3"), number(m_layout.ports.pop3)},
        {QStringLiteral("POP3S"), number(m_layout.ports.pop3s)},
        {QStringLiteral("SIEVE"), number(m_layout.ports.sieve)},
        {QStringLiteral("WEBMAIL_IMAP"), number(m_layout.ports.webmailImap)},
        {QStringLiteral("POSTFIX_GROUP"), root ? QStringLiteral("postfix") : owner->group},
        {QStringLiteral("EXTRA_GROUPS"),
         root ? QStringLiteral("extra_groups = postfix") : QString()},
        {QStringLiteral("CHROOT"), root ? QString() : QStringLiteral("chroot =")},
        {QStringLiteral("USERNAME_CHARS"), usernameCharacters()},
        {QStringLiteral("LOG"), logFile(m_layout.log, QStringLiteral("dovecot"))},
        {QStringLiteral("LOOKUP"), m_layout.lookupFile()}};
    const auto fill = [&values](const char *text) {
        QString filled = QString::fromUtf8(text);
        for (const auto &[name, value] : values)
            filled.replace(u'@' + name + u'@', value);
        return filled;
    };
    // Of a run that is over, as the lock of the layout says. Dovecot would take a process that has
    // ended and that nobody has buried yet for itself.
    QFile::remove(m_layout.dovecotBase() + QStringLiteral("/master.pid"));
    for (auto written :
         {writeConfiguration(sql, fill(sqlFile)), writeConfiguration(lua, fill(luaFile))})
        if (!written)
            return written;
    return writeConfiguration(m_layout.dovecotConf(), fill(mainFile));
}

Service Dovecot::service() const
{
    Service service;
    service.name = QStringLiteral("dovecot");
    service.command.program = QStringLiteral("/usr/sbin/dovecot");
    service.command.arguments = {QStringLiteral("-F"), QStringLiteral("-c"),
                                 m_layout.dovecotConf()};
    service.command.output = true; // what it says before it has a log
    service.reopenSignal = SIGUSR1;
    return service;
}

Result<QHash<QString, Usage>> Dovecot::usage(const QStringList &addresses) const
{
    QHash<QString, Usage> usage;
    if (addresses.isEmpty())
        return usage;
    QTemporaryFile list(m_layout.state + QStringLiteral("/count-XXXXXX")); // doveadm seeks in it
    if (!list.open() || list.write(addresses.join(u'\n').toUtf8() + '\n') < 0 || !list.flush())
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1: %2").arg(list.fileName(), list.errorString()),
                     {},
                     {},
                     0};
    // Of a list it passes over those that it does not know; one mailbox that cannot be read must
    // not keep the others from being counted.
    const auto ran =
        runToEnd(QStringLiteral("/usr/bin/doveadm"),
                 {QStringLiteral("-c"), m_layout.dovecotConf(), QStringLiteral("-f"),
                  QStringLiteral("tab"), QStringLiteral("mailbox"), QStringLiteral("status"),
                  QStringLiteral("-t"), QStringLiteral("-F"), list.fileName(),
                  QStringLiteral("messages vsize"), QStringLiteral("*")},
                 std::chrono::seconds(20) + addresses.size() * std::chrono::milliseconds(200));
    if (!ran)
        return ran.error();
    // A line of names, a line of values for each.
    QList<QByteArray> lines = ran->output.trimmed().split('\n');
    const QList<QByteArray> names = lines.takeFirst().split('\t');
    const auto address = names.indexOf("Username");
    const auto messages = names.indexOf("messages");
    const auto size = names.indexOf("vsize");
    for (const QByteArray &line : std::as_const(lines)) {
        const QList<QByteArray> values = line.split('\t');
        if (address >= 0 && messages >= 0 && size >= 0 && values.size() == names.size())
            usage.insert(QString::fromUtf8(values[address]),
                         {values[size].toLongLong(), values[messages].toLongLong()});
    }
    if (ran->exitCode != 0 && usage.isEmpty())
        return Error{
            Error::Kind::Internal, QStringLiteral("doveadm: %1").arg(ran->complaint), {}, {}, 0};
    if (ran->exitCode != 0)
        qCWarning(lcHost, "not every mailbox could be counted: %s", qPrintable(ran->complaint));
    return usage;
}

bool Dovecot::readsLookup(pid_t process)
{
    const auto state = processState(process);
    return state && state->name == "auth"; // it judges logins; its workers find mailboxes
}

bool Dovecot::tellsOfBadLookup(const QByteArray &line)
{
    return line.contains(" auth: Error: lua(") ||
           (line.contains(" auth-worker(") && line.contains(": Error: ") &&
            line.contains(" query failed: "));
}

} // namespace host
