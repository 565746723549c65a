// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/layout.h"

#include "app/base/log.h"
#include "app/mail/domain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

namespace {

// The longest socket below run is "/dovecot/token-login/imap-urlauth"; the kernel takes 107 bytes.
// Those of Postfix are shorter, "/postfix/spool/private/proxywrite".
constexpr int longestSocket = 40;
constexpr int longestPath = 107;
constexpr char domainFile[] = "/state/domain";
constexpr char placeFile[] = "/state/place"; // where the servers' part lies, when not here

Error storage(const QString &path)
{
    return {Error::Kind::Storage, QStringLiteral("%1: %2").arg(path, qt_error_string()), {}, {}, 0};
}

QString shortHash(const QString &path)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QFile::encodeName(path), QCryptographicHash::Sha256)
            .toHex()
            .left(12));
}

// Whether the mail servers' users may pass through every directory above this one.
bool isOpenAbove(const QString &directory)
{
    QString at = directory;
    while (at != u"/") {
        at = at.left(qMax<qsizetype>(1, at.lastIndexOf(u'/')));
        struct stat s = {};
        if (stat(QFile::encodeName(at).constData(), &s) != 0 || !(s.st_mode & S_IXOTH))
            return false;
    }
    return true;
}

Result<void> makeDirectory(const QString &path, mode_t mode, int uid = -1, int gid = -1)
{
    const QByteArray name = QFile::encodeName(path);
    if (mkdir(name.constData(), mode) != 0 && errno != EEXIST)
        return storage(path);
    struct stat s = {};
    if (lstat(name.constData(), &s) != 0)
        return storage(path);
    if (!S_ISDIR(s.st_mode))
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 is in the way: it is not a directory").arg(path),
                     {},
                     {},
                     0};
    const uid_t owner = uid < 0 ? geteuid() : uid_t(uid);
    if (s.st_uid != owner && s.st_uid != geteuid() && geteuid() != 0)
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 belongs to another user").arg(path),
                     {},
                     {},
                     0};
    if (geteuid() == 0 && lchown(name.constData(), owner, gid_t(gid)) != 0)
        return storage(path);
    if (chmod(name.constData(), mode) != 0)
        return storage(path);
    return {};
}

int groupId(const char *name)
{
    const group *g = getgrnam(name);
    return g ? int(g->gr_gid) : -1;
}

// Of our own, for sockets and for the link; it goes when the host stops.
QString outsideOf(const QString &root)
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    const QString path = QFile::decodeName(runtime);
    if (runsAsRoot())
        return QStringLiteral("/run/mailwright-") + shortHash(root);
    if (!runtime.isEmpty() && runtime.size() < 40 && isPlainPath(path) && QFileInfo(path).isDir() &&
        QFileInfo(path).ownerId() == geteuid())
        return path + QStringLiteral("/mailwright-") + shortHash(root);
    return QStringLiteral("/tmp/mailwright-%1-%2").arg(geteuid()).arg(shortHash(root));
}

// In a directory of ours, so that nobody else can turn it to another place.
Result<void> makeLink(const QString &link, const QString &target)
{
    const QByteArray name = QFile::encodeName(link);
    const QByteArray to = QFile::encodeName(target);
    if (::symlink(to.constData(), name.constData()) == 0)
        return {};
    if (errno == EEXIST && QFile::encodeName(QFile::symLinkTarget(link)) == to)
        return {};
    return storage(link);
}

} // namespace

mail::MailSettings Layout::mailSettings(bool smtpRuns) const
{
    mail::MailSettings s;
    s.host = publicHost;
    s.imaps = ports.imaps;
    s.imap = ports.imap;
    s.pop3s = ports.pop3s;
    s.pop3 = ports.pop3;
    s.submissions = smtpRuns ? ports.submissions : 0;
    s.submission = smtpRuns ? ports.submission : 0;
    s.sieve = ports.sieve;
    return s;
}

mail::DnsFacts Layout::dnsFacts(bool smtpRuns) const
{
    mail::DnsFacts facts;
    const auto service = [&](const char *name, int port) {
        if (port > 0) // RFC 6186, RFC 8314; the first is what programs should take
            facts.services.append(QStringLiteral("SRV _%1._tcp 0 1 %2 %3")
                                      .arg(QLatin1String(name))
                                      .arg(port)
                                      .arg(mailName));
    };
    service("imaps", ports.imaps);
    service("imap", ports.imap);
    service("pop3s", ports.pop3s);
    service("pop3", ports.pop3);
    service("sieve", ports.sieve); // RFC 5804
    if (smtpRuns) {
        facts.mx = {QStringLiteral("10 ") + mailName};
        facts.spf = {QStringLiteral("mx")};
        service("submissions", ports.submissions);
        service("submission", ports.submission);
    }
    facts.addresses = addresses;
    if (local) {
        facts.servers = {dnsServer};
        facts.mxPort = smtpRuns ? ports.smtp : 0;
    }
    return facts;
}

Result<void> rememberDomain(const Layout &layout)
{
    if (!layout.local)
        return {};
    QSaveFile out(layout.root + QLatin1String(domainFile));
    const QByteArray text = layout.domain.toUtf8() + '\n';
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1: %2").arg(out.fileName(), out.errorString()),
                     {},
                     {},
                     0};
    return {};
}

bool runsAsRoot() { return geteuid() == 0; }

bool isPlainPath(const QString &path)
{
    static const QString marks = QStringLiteral("/-_.+@:~");
    return std::all_of(path.begin(), path.end(), [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || marks.contains(c);
    });
}

bool holdsSockets(const QString &directory)
{
    return QFile::encodeName(directory).size() + longestSocket <= longestPath;
}

void placeBelow(Layout &layout, const QString &shared)
{
    layout.shared = shared;
    layout.lookup = shared + QStringLiteral("/lookup");
    layout.mail = shared + QStringLiteral("/mail");
    layout.out = shared + QStringLiteral("/out");
    layout.dovecot = shared + QStringLiteral("/dovecot");
    layout.postfix = shared + QStringLiteral("/postfix");
    layout.powerdns = shared + QStringLiteral("/powerdns");
    layout.dkim = shared + QStringLiteral("/dkim");
    layout.run = shared + QStringLiteral("/run");
}

Result<Layout> localLayout(const QString &directory, const QString &domain)
{
    if (directory.isEmpty())
        return Error::invalid(QStringLiteral("local"), QStringLiteral("A directory is needed"));
    if (!domain.isEmpty()) // before anything is made for it
        if (const auto wished = mail::domainFrom(domain); !wished)
            return wished.error();
    if (!QDir().mkpath(directory))
        return storage(directory);
    const QString root = QDir(directory).canonicalPath();
    if (root == u"/")
        return Error::invalid(QStringLiteral("local"),
                              QStringLiteral("The root directory cannot hold a mail host"));
    QFile kept(root + QLatin1String(domainFile));
    const QString last =
        kept.open(QIODevice::ReadOnly) ? QString::fromUtf8(kept.readAll()).trimmed() : QString();
    const QString fallback = last.isEmpty() ? QStringLiteral("example.test") : last;
    const auto checked = mail::domainFrom(domain.isEmpty() ? fallback : domain);
    if (!checked)
        return checked.error();
    if (!last.isEmpty() && checked->ascii != last)
        return Error::invalid(QStringLiteral("domain"),
                              QStringLiteral("The mail host in %1 has the domain %2, not %3")
                                  .arg(root, last, checked->ascii));
    Layout layout;
    layout.local = true;
    layout.root = root;
    layout.domain = checked->ascii;
    layout.mailName = QStringLiteral("mail.") + checked->ascii;
    layout.database = root + QStringLiteral("/data/mailwright.db");
    layout.state = root + QStringLiteral("/state");
    layout.serviceFile = root + QStringLiteral("/service.json");
    layout.ca = root + QStringLiteral("/tls/ca.pem"); // for people and their programs

    // What follows reaches configuration files of several programs, each with a way of its own to
    // quote: so all of it is named in a way that needs none.
    // Postfix makes sockets below its queue, whose names are too long where those below run would
    // be.
    const bool isClosed = runsAsRoot() && !isOpenAbove(root);
    if (!isPlainPath(root) || (!isClosed && !holdsSockets(root + QStringLiteral("/run"))))
        layout.alias = outsideOf(root) + QStringLiteral("/dir");
    const QString plain = layout.alias.isEmpty() ? root : layout.alias;
    layout.tls = plain + QStringLiteral("/tls");
    layout.log = plain + QStringLiteral("/log");
    layout.certificate = layout.tls + QStringLiteral("/server.pem");
    layout.key = layout.tls + QStringLiteral("/server.key");
    layout.apiTls = true;

    // As root the servers run as users of their own. Where those may not pass (below /root, say),
    // what they need lies in the system's place for such data, under a name that this host alone
    // knows: another one in a directory of the same name must not find its mail.
    QString shared = plain;
    if (isClosed) {
        QFile in(root + QLatin1String(placeFile));
        QString place =
            in.open(QIODevice::ReadOnly) ? QString::fromLatin1(in.readAll()).trimmed() : QString();
        if (place.isEmpty())
            place = QString::number(QRandomGenerator::system()->generate64(), 16);
        shared = QStringLiteral("/var/lib/mailwright-local/") + place;
    }
    placeBelow(layout, shared);
    if (runsAsRoot())
        layout.mailUser = QStringLiteral("mail");
    layout.addresses = {layout.listen};
    layout.dnsNames = {QStringLiteral("ns1.") + layout.domain};
    layout.dnsApiKeyFile = layout.state + QStringLiteral("/dns-api-key");

    if (!layout.alias.isEmpty() || !holdsSockets(layout.run))
        layout.run = outsideOf(root);
    return layout;
}

Result<Owner> mailOwner(const Layout &layout)
{
    // As root, "mail": the base system has it on every Debian, it owns no process, it is what the
    // name says, and no account has to be made. An ordinary user keeps the mail as himself.
    const QByteArray name = layout.mailUser.toLocal8Bit();
    const passwd *user = name.isEmpty() ? getpwuid(geteuid()) : getpwnam(name.constData());
    if (!user)
        return Error{
            Error::Kind::Storage,
            QStringLiteral("The system has no user \"%1\" to own the mail").arg(layout.mailUser),
            {},
            {},
            0};
    Owner owner{user->pw_uid, user->pw_gid, QString::fromLocal8Bit(user->pw_name), {}};
    const group *g = getgrgid(owner.gid);
    owner.group = g ? QString::fromLocal8Bit(g->gr_name) : QString::number(owner.gid);
    return owner;
}

// The directory gets modes and owners of ours, so it must not be somebody else's: /tmp, say.
static Result<void> checkIsOurs(const Layout &layout)
{
    const QDir root(layout.root);
    if (root.exists(QStringLiteral("state")) && root.exists(QStringLiteral("data")))
        return {};
    static const QStringList ours{
        QStringLiteral("data"), QStringLiteral("dkim"),    QStringLiteral("dovecot"),
        QStringLiteral("log"),  QStringLiteral("lookup"),  QStringLiteral("mail"),
        QStringLiteral("out"),  QStringLiteral("postfix"), QStringLiteral("powerdns"),
        QStringLiteral("run"),  QStringLiteral("state"),   QStringLiteral("tls")};
    const auto entries =
        root.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &entry : entries)
        if (!ours.contains(entry)) // else it may be what a kill in the middle of this left
            return Error::invalid(
                QStringLiteral("local"),
                QStringLiteral("%1 holds other files and no mail host (%2, for one); a new mail "
                               "host needs a new or an empty directory")
                    .arg(layout.root, entry));
    return {};
}

Result<void> makeDirectories(const Layout &layout)
{
    if (layout.local)
        if (auto ours = checkIsOurs(layout); !ours)
            return ours;
    const auto owner = mailOwner(layout);
    if (!owner)
        return owner.error();
    const bool root = runsAsRoot();
    const int mailUid = root ? int(owner->uid) : -1;
    const int mailGid = root ? int(owner->gid) : -1;
    const int postfixGid = root ? groupId("postfix") : -1;
    const passwd *dkim = root ? getpwnam("opendkim") : nullptr; // none: it is not installed
    const int dkimUid = dkim ? int(dkim->pw_uid) : -1;
    const int dkimGid = dkim ? int(dkim->pw_gid) : -1;
    const mode_t open = root ? 0711 : 0700; // the servers' users pass, nobody lists
    if (!layout.alias.isEmpty()) {
        if (auto made = makeDirectory(layout.run, open); !made)
            return made;
        if (auto made = makeLink(layout.alias, layout.root); !made)
            return made;
    }
    const bool isElsewhere = layout.shared != layout.root && layout.shared != layout.alias;
    if (isElsewhere && !QDir().mkpath(QFileInfo(layout.shared).path()))
        return storage(layout.shared);
    if (!QDir().mkpath(QFileInfo(layout.log).path()) ||
        !QDir().mkpath(QFileInfo(layout.run).path()))
        return storage(layout.run);

    struct Wanted
    {
        QString path;
        mode_t mode;
        int uid = -1;
        int gid = -1;
    };
    const QList<Wanted> all{
        {layout.root, open},
        {isElsewhere ? layout.shared : layout.root, open},
        {QFileInfo(layout.database).path(), 0700},
        {layout.state, 0700},
        {layout.tls, open},
        {layout.log, 0700},
        {layout.lookup, mode_t(root ? 0750 : 0700), -1, postfixGid},
        {layout.mail, 0700, mailUid, mailGid},
        {layout.out, 0700, mailUid, mailGid},
        {layout.dovecot, open},
        {layout.postfix, open},
        {layout.dkim, mode_t(root ? 0750 : 0700), -1, dkimGid},
        {layout.dkim + QStringLiteral("/keys"), mode_t(root ? 0750 : 0700), -1, dkimGid},
        {layout.run, open},
        {layout.dovecotBase(), mode_t(root ? 0755 : 0700)},
        {layout.run + QStringLiteral("/milter"), mode_t(root ? 0750 : 0700), -1, postfixGid},
        {layout.run + QStringLiteral("/dkim"), mode_t(root ? 0750 : 0700), dkimUid, postfixGid},
        {layout.run + QStringLiteral("/sink"), mode_t(root ? 0750 : 0700), mailUid, postfixGid}};
    QList<Wanted> wanted = all;
    if (layout.local) {
        const passwd *server = root ? getpwnam("pdns") : nullptr; // null: nobody to run it
        const int uid = server ? int(server->pw_uid) : -1;
        const int gid = server ? int(server->pw_gid) : -1;
        wanted += {{layout.powerdns, open},
                   {layout.powerdns + QStringLiteral("/db"), 0700, uid, gid},
                   {layout.powerdnsSockets(), 0700, uid, gid}};
    }
    for (const Wanted &w : std::as_const(wanted))
        if (auto made = makeDirectory(w.path, w.mode, w.uid, w.gid); !made)
            return made;
    if (layout.local && isElsewhere) {
        const QString file = layout.root + QLatin1String(placeFile);
        QSaveFile out(file);
        const QByteArray place = QFileInfo(layout.shared).fileName().toLatin1() + '\n';
        if (!QFile::exists(file) &&
            (!out.open(QIODevice::WriteOnly) || out.write(place) < 0 || !out.commit()))
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1: %2").arg(file, out.errorString()),
                         {},
                         {},
                         0};
        const QString link = layout.root + QStringLiteral("/servers"); // for people to find it
        if (!QFileInfo(link).isSymLink() && !QFile::link(layout.shared, link))
            return storage(link);
    }
    return {};
}

} // namespace host
