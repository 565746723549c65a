// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/postfix.h"

#include "app/base/log.h"
#include "server/host/dovecot.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

namespace {

constexpr char programs[] = "/usr/lib/postfix/sbin";
constexpr char plugin[] = "postfix-sqlite.so";
constexpr qint64 largestLog = 10 * 1024 * 1024;

// Lookups go through one proxymap: it alone opens lookup.db. What is true for the mail servers is
// in that file, so no lookup is kept.
constexpr char mainFile[] = R"(# Written by mailwrightd at every start; changes here are lost.
compatibility_level = 3.6
config_directory = @ETC@
queue_directory = @SPOOL@
data_directory = @DATA@
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = @SHLIB@
meta_directory = @META@
mail_owner = @OWNER@
setgid_group = postdrop
maillog_file = @LOG@
maillog_file_prefixes = /dev/stdout, @LOGS@
multi_instance_enable = no
# A lookup.db that cannot be read ends a process of Postfix; mended, it is not waited for long.
service_throttle_time = 2s
import_environment = MAIL_CONFIG MAIL_LOGTAG TZ LANG=C
inet_interfaces = @LISTEN@
inet_protocols = ipv4
myhostname = @NAME@
# The host's own name holds no mailboxes, and a bare name stands for one there: both are unknown
# here rather than handed on to somebody else.
mydestination = proxy:sqlite:@ETC@/own.cf
local_transport = error:5.1.1 There are no mailboxes at this host name
mynetworks =
relay_domains =
local_recipient_maps = $virtual_mailbox_maps
alias_maps =
alias_database =
biff = no
append_dot_mydomain = no
# Only the host's own reports get its name behind a bare one (RFC 5322 wants a domain, and a
# signature needs it); what clients write stays as it is.
local_header_rewrite_clients =
# Dovecot 2.3 does not take it, so what came in by it could not be delivered (docs/decisions/0020).
# Our own domains in Unicode are understood without.
smtputf8_enable = no
smtpd_command_filter = pipemap:{regexp:@ETC@/envelopes,proxy:sqlite:@ETC@/envelopes.cf}
message_size_limit = 210763776
mailbox_size_limit = 0
virtual_mailbox_limit = 0
recipient_delimiter = +
enable_original_recipient = no

virtual_mailbox_domains = proxy:sqlite:@ETC@/domains.cf
virtual_mailbox_maps = proxy:sqlite:@ETC@/mailboxes.cf
virtual_alias_maps = proxy:sqlite:@ETC@/postmaster.cf
proxy_read_maps = proxy:sqlite:@ETC@/own.cf, proxy:sqlite:@ETC@/postmaster.cf,
  proxy:sqlite:@ETC@/domains.cf, proxy:sqlite:@ETC@/mailboxes.cf, proxy:sqlite:@ETC@/senders.cf,
  proxy:sqlite:@ETC@/envelopes.cf
virtual_transport = lmtp:unix:@LMTP@
default_transport = @OUTBOUND@
relay_transport = @OUTBOUND@
relayhost = @RELAY@
lmtp_destination_recipient_limit = 50
minimal_backoff_time = @RETRY@
queue_run_delay = @RETRY@

smtpd_banner = $myhostname ESMTP
smtpd_helo_required = yes
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = reject_unlisted_recipient, reject_non_fqdn_recipient,
  check_recipient_access regexp:@ETC@/recipients
smtpd_sender_login_maps = proxy:sqlite:@ETC@/senders.cf
smtpd_sasl_type = dovecot
smtpd_sasl_path = @AUTH@
smtpd_sasl_auth_enable = no
smtpd_sasl_authenticated_header = no
smtpd_tls_cert_file = @CERT@
smtpd_tls_key_file = @KEY@
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_tls_protocols = >=TLSv1.2
smtp_tls_security_level = may

# The author check and those who sign: with one of them away, mail waits rather than leaves
# unchecked or unsigned. What comes from outside passes none of them.
milter_protocol = 6
milter_default_action = tempfail
milter_connect_timeout = 5s
milter_command_timeout = 30s
smtpd_milters =
submission_milters = unix:@MILTER@@SIGNERS@
non_smtpd_milters =@SIGNERS@
internal_mail_filter_classes = bounce, notify
)";

constexpr char masterFile[] = R"(# Written by mailwrightd at every start; changes here are lost.
# service  type  private unpriv chroot wakeup maxproc command
@INCOMING@pickup     unix  n - n 60 1 pickup
cleanup    unix  n - n - 0 cleanup
  -o milter_macro_daemon_name=ORIGINATING
qmgr       unix  n - n 300 1 qmgr
tlsmgr     unix  - - n 1000? 1 tlsmgr
rewrite    unix  - - n - - trivial-rewrite
bounce     unix  - - n - 0 bounce
defer      unix  - - n - 0 bounce
trace      unix  - - n - 0 bounce
verify     unix  - - n - 1 verify
flush      unix  n - n 1000? 0 flush
proxymap   unix  - - n - - proxymap
proxywrite unix  - - n - 1 proxymap
smtp       unix  - - n - - smtp
relay      unix  - - n - - smtp
showq      unix  n - n - - showq
error      unix  - - n - - error
retry      unix  - - n - - error
discard    unix  - - n - - discard
lmtp       unix  - - n - - lmtp
anvil      unix  - - n - 1 anvil
scache     unix  - - n - 1 scache
postlog    unix-dgram n - n - 1 postlogd
)";

constexpr char mxOptions[] = R"(  -o syslog_name=postfix/mx)";

constexpr char startTlsOptions[] = R"(  -o syslog_name=postfix/submission
  -o smtpd_tls_security_level=encrypt
)";

constexpr char directTlsOptions[] = R"(  -o syslog_name=postfix/submissions
  -o smtpd_tls_wrappermode=yes
)";

constexpr char submissionOptions[] = R"(  -o smtpd_sasl_auth_enable=yes
  -o smtpd_recipient_limit=100
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o smtpd_sender_restrictions=reject_sender_login_mismatch
  -o smtpd_milters=$submission_milters
  -o milter_macro_daemon_name=ORIGINATING)";

// Unless it is a mail domain as well.
constexpr char ownQuery[] =
    "SELECT '%s' WHERE lower('%s') = lower('@NAME@') AND NOT EXISTS (SELECT 1 "
    "FROM domain WHERE name = lower('%s'))";
// Postfix takes mail for a bare "postmaster" whatever it is told (RFC 5321, 4.5.1): for the one of
// the domain that the host is named in, else of any.
constexpr char postmasterQuery[] =
    "SELECT address FROM mailbox JOIN domain ON address = 'postmaster@' || ascii "
    "WHERE lower('%s') = 'postmaster@' || lower('@NAME@') "
    "ORDER BY lower('@NAME@') LIKE '%%.' || name DESC, name LIMIT 1";
constexpr char recipientsFile[] =
    R"(# Written by mailwrightd at every start; changes here are lost.
/@\[.*\]$/ 550 5.1.2 Mail goes to names, not to addresses of machines
/[^ -~]/ 553 5.6.7 Addresses with letters beyond ASCII are not taken here
)";
constexpr char domainsQuery[] = "SELECT name FROM domain WHERE name = '%s'";
// A command with one of our domains in Unicode, with that in punycode: all behind the door is
// ASCII. No other command comes as far as the database.
constexpr char envelopesFile[] =
    R"(# Written by mailwrightd at every start; changes here are lost.
/^((MAIL FROM|RCPT TO):.*[^ -~].*)$/ $1
)";
constexpr char envelopesQuery[] =
    "SELECT substr(k, 1, at) || ascii || replace(substr(k, at + 1 + length(name)), ' smtputf8', '')"
    " FROM (SELECT lower('%s') AS k, name, ascii, instr(lower('%s'), '@' || name || '>') AS at "
    "FROM domain WHERE name <> ascii) WHERE at > 0 LIMIT 1";
constexpr char mailboxesQuery[] = "SELECT address FROM mailbox WHERE address = lower('%s')";
// The logins that may use this envelope sender, as Dovecot names them.
constexpr char sendersQuery[] =
    "SELECT submitter FROM login WHERE service = 'smtp' AND mailbox = lower('%s') "
    "UNION SELECT l.submitter FROM sender s JOIN login l ON l.mailbox = s.mailbox "
    "AND l.service = 'smtp' WHERE s.address = lower('%s')";

Result<void> missing(const QString &detail)
{
    return Error{Error::Kind::Unsupported, detail, {}, {}, 0};
}

} // namespace

Result<void> Postfix::check() const
{
    const QList<std::pair<QString, QString>> files{
        {QLatin1String(programs) + QStringLiteral("/master"), QStringLiteral("postfix")},
        {QStringLiteral("/usr/lib/postfix/") + QLatin1String(plugin),
         QStringLiteral("postfix-sqlite")}};
    QStringList packages;
    for (const auto &[file, package] : files)
        if (!QFile::exists(file))
            packages.append(package);
    if (!packages.isEmpty())
        return missing(QStringLiteral("these packages are missing: %1")
                           .arg(packages.join(QStringLiteral(", "))));
    if (m_layout.local && findProgram(QStringLiteral("smtp-sink")).isEmpty())
        return missing(QStringLiteral("smtp-sink of the package postfix is missing"));
    if (!getgrnam("postdrop"))
        return missing(QStringLiteral("the group postdrop of the package postfix is missing"));
    if (!runsAsRoot())
        return canOwnUsers();
    return {};
}

Result<void> Postfix::makeQueue() const
{
    const bool root = runsAsRoot();
    const passwd *user = root ? getpwnam("postfix") : nullptr;
    const group *drop = root ? getgrnam("postdrop") : nullptr;
    const uid_t owner = user ? user->pw_uid : geteuid();
    const gid_t dropGroup = drop ? drop->gr_gid : getegid();
    const auto make = [&](const QString &name, mode_t mode, bool owned,
                          bool dropped = false) -> Result<void> {
        const QByteArray path = QFile::encodeName(m_layout.postfix + u'/' + name);
        if ((mkdir(path.constData(), mode) != 0 && errno != EEXIST) ||
            (root && chown(path.constData(), owned ? owner : 0,
                           dropped ? dropGroup : (owned && user ? user->pw_gid : 0)) != 0) ||
            chmod(path.constData(), mode) != 0)
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1: %2").arg(QFile::decodeName(path), qt_error_string()),
                         {},
                         {},
                         0};
        return {};
    };
    // What "postfix check" would make in ten times the time.
    for (const char *plain : {"etc", "meta", "spool", "spool/pid"})
        if (auto made = make(QLatin1String(plain), 0755, false); !made)
            return made;
    for (const char *own : {"data", "spool/active", "spool/bounce", "spool/corrupt", "spool/defer",
                            "spool/deferred", "spool/flush", "spool/hold", "spool/incoming",
                            "spool/private", "spool/saved", "spool/trace"})
        if (auto made = make(QLatin1String(own), 0700, true); !made)
            return made;
    if (auto made = make(QStringLiteral("spool/maildrop"), 0730, true, true); !made)
        return made;
    return make(QStringLiteral("spool/public"), 0710, true, true);
}

Result<void> Postfix::configure(const QStringList &signers) const
{
    if (auto made = makeQueue(); !made)
        return made;
    const auto owner = mailOwner(m_layout);
    if (!owner)
        return owner.error();
    const bool root = runsAsRoot();
    const QString etc = m_layout.postfix + QStringLiteral("/etc");
    const QString meta = m_layout.postfix + QStringLiteral("/meta");
    QString library = QStringLiteral("/usr/lib/postfix");
    if (auto written = writeConfiguration(
            meta + QStringLiteral("/dynamicmaps.cf"),
            QStringLiteral("sqlite\t%1\tdict_sqlite_open\n").arg(QLatin1String(plugin)));
        !written)
        return written;
    if (!root) {
        // In the user namespace the real root is a stranger, so his plug-ins are not trusted.
        library = m_layout.postfix + QStringLiteral("/lib");
        QDir().mkpath(library);
        const QDir from(QStringLiteral("/usr/lib/postfix"));
        const QStringList names = from.entryList({QStringLiteral("*.so")}, QDir::Files);
        for (const QString &name : names) {
            const QString to = library + u'/' + name;
            const QFileInfo source(from.filePath(name));
            const QFileInfo copy(to);
            if (copy.exists() && copy.size() == source.size() &&
                copy.lastModified() >= source.lastModified())
                continue;
            QFile::remove(to);
            if (!QFile::copy(source.filePath(), to))
                return Error{Error::Kind::Storage,
                             QStringLiteral("%1 could not be copied").arg(source.filePath()),
                             {},
                             {},
                             0};
        }
    }

    // Nor may it log through /dev/stdout there, a link of the real root's: it writes its own file,
    // which begins anew when it has grown large.
    QString log = QStringLiteral("/dev/stdout");
    if (!root) {
        log = m_layout.log + QStringLiteral("/postfix.log");
        if (QFileInfo(log).size() > largestLog) {
            QFile::remove(log + QStringLiteral(".1"));
            QFile::rename(log, log + QStringLiteral(".1"));
        }
        if (QFile file(log); !file.open(QIODevice::WriteOnly | QIODevice::Append) ||
                             !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1: %2").arg(log, file.errorString()),
                         {},
                         {},
                         0};
    }
    QString incoming;
    const auto listenOn = [&](int port, const QString &options) {
        if (port > 0)
            incoming += QStringLiteral("%1:%2 inet n - n - - smtpd\n%3\n")
                            .arg(m_layout.listen, QString::number(port), options);
    };
    listenOn(m_layout.ports.smtp, QLatin1String(mxOptions));
    listenOn(m_layout.ports.submission,
             QLatin1String(startTlsOptions) + QLatin1String(submissionOptions));
    listenOn(m_layout.ports.submissions,
             QLatin1String(directTlsOptions) + QLatin1String(submissionOptions));

    QString signing;
    for (const QString &socket : signers)
        signing += QStringLiteral(" unix:") + socket;
    const QList<std::pair<QString, QString>> values{
        {QStringLiteral("INCOMING"), incoming},
        {QStringLiteral("LOG"), log},
        {QStringLiteral("LOGS"), m_layout.log},
        {QStringLiteral("ETC"), etc},
        {QStringLiteral("META"), meta},
        {QStringLiteral("SPOOL"), m_layout.postfix + QStringLiteral("/spool")},
        {QStringLiteral("DATA"), m_layout.postfix + QStringLiteral("/data")},
        {QStringLiteral("SHLIB"), library},
        {QStringLiteral("OWNER"), root ? QStringLiteral("postfix") : owner->name},
        {QStringLiteral("LISTEN"), m_layout.listen},
        {QStringLiteral("NAME"), m_layout.mailName},
        {QStringLiteral("LMTP"), m_layout.lmtpSocket()},
        {QStringLiteral("AUTH"), m_layout.authSocket()},
        {QStringLiteral("MILTER"), m_layout.senderSocket()},
        {QStringLiteral("SIGNERS"), signing},
        {QStringLiteral("OUTBOUND"), m_layout.local
                                         ? QStringLiteral("lmtp:unix:") + m_layout.sinkSocket()
                                         : QStringLiteral("smtp")},
        {QStringLiteral("RELAY"), m_layout.local ? QString() : m_layout.relayHost},
        // On one machine a delay is a restart of Dovecot, over in seconds.
        {QStringLiteral("RETRY"), m_layout.local ? QStringLiteral("5s") : QStringLiteral("300s")},
        {QStringLiteral("CERT"), m_layout.certificate},
        {QStringLiteral("KEY"), m_layout.key}};
    const auto fill = [&values](const char *text) {
        QString filled = QString::fromUtf8(text);
        for (const auto &[name, value] : values)
            filled.replace(u'@' + name + u'@', value);
        return filled;
    };
    const auto query = [&](const QString &name, const char *sql) {
        return writeConfiguration(
            etc + u'/' + name,
            QStringLiteral("dbpath = %1\nquery = %2\n").arg(m_layout.lookupFile(), fill(sql)));
    };
    for (auto written :
         {query(QStringLiteral("own.cf"), ownQuery),
          writeConfiguration(etc + QStringLiteral("/recipients"), fill(recipientsFile)),
          writeConfiguration(etc + QStringLiteral("/envelopes"), fill(envelopesFile)),
          query(QStringLiteral("postmaster.cf"), postmasterQuery),
          query(QStringLiteral("domains.cf"), domainsQuery),
          query(QStringLiteral("envelopes.cf"), envelopesQuery),
          query(QStringLiteral("mailboxes.cf"), mailboxesQuery),
          query(QStringLiteral("senders.cf"), sendersQuery),
          writeConfiguration(etc + QStringLiteral("/master.cf"), fill(masterFile)),
          writeConfiguration(etc + QStringLiteral("/main.cf"), fill(mainFile))})
        if (!written)
            return written;
    return {};
}

QList<Service> Postfix::services() const
{
    QList<Service> services;
    const auto owner = mailOwner(m_layout);
    if (m_layout.local) {
        Service sink;
        sink.name = QStringLiteral("sink");
        sink.command.program = findProgram(QStringLiteral("smtp-sink"));
        sink.command.arguments = {QStringLiteral("-L"), QStringLiteral("-d"),
                                  m_layout.out + QStringLiteral("/%Y-%m-%dT%H-%M-%S.")};
        if (runsAsRoot() && owner)
            sink.command.arguments += {QStringLiteral("-u"), owner->name};
        sink.command.arguments +=
            {QStringLiteral("unix:") + m_layout.sinkSocket(), QStringLiteral("100")};
        sink.command.mask = runsAsRoot() ? 0 : 077; // its directory keeps others out
        sink.command.output = true;
        services.append(sink);
    }
    Service postfix;
    postfix.name = QStringLiteral("postfix");
    postfix.command.program = QLatin1String(programs) + QStringLiteral("/master");
    const QString etc = m_layout.postfix + QStringLiteral("/etc");
    postfix.command.arguments = {QStringLiteral("-s"), QStringLiteral("-c"), etc};
    postfix.command.environment = {QStringLiteral("MAIL_CONFIG=") + etc,
                                   QStringLiteral("MAIL_LOGTAG=postfix")};
    postfix.command.output = runsAsRoot();
    if (!runsAsRoot()) {
        postfix.command.ownUsers = true;
        postfix.command.rootFiles = {m_layout.postfix + QStringLiteral("/meta/dynamicmaps.cf")};
        const QDir library(m_layout.postfix + QStringLiteral("/lib"));
        const QStringList names = library.entryList({QStringLiteral("*.so")}, QDir::Files);
        for (const QString &name : names)
            postfix.command.rootFiles.append(library.filePath(name));
    }
    services.append(postfix);
    return services;
}

bool Postfix::readsLookup(pid_t process)
{
    const auto state = processState(process);
    return state && state->name == "proxymap";
}

} // namespace host
