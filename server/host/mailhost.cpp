// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/mailhost.h"

#include "app/base/log.h"
#include "app/mail/domain.h"
#include "app/mail/rules.h"
#include "server/host/certificates.h"
#include "server/host/milterclient.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <grp.h>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

namespace {

constexpr char removed[] = ".removed";

int postfixGroup()
{
    const group *g = runsAsRoot() ? getgrnam("postfix") : nullptr;
    return g ? int(g->gr_gid) : -1;
}

// A connection to see whether somebody is there.
class Call
{
public:
    Call(const QString &address, int port)
        : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to = {};
        to.sin_family = AF_INET;
        to.sin_port = htons(quint16(port));
        to.sin_addr.s_addr =
            htonl(address == u"0.0.0.0" ? INADDR_LOOPBACK : QHostAddress(address).toIPv4Address());
        m_isAnswered = ::connect(m_fd, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0;
    }
    ~Call() { ::close(m_fd); }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    bool isAnswered() const { return m_isAnswered; }
    // A server may hold its port already and yet fail, or wait for what it needs: only the process
    // that will talk to people says a word. Nothing for as long as it does not.
    enum class Word
    {
        None,
        Said,
        HungUp
    };
    Word word() const
    {
        pollfd p{m_fd, POLLIN, 0};
        char c = 0;
        if (poll(&p, 1, 20) != 1)
            return Word::None;
        return ::recv(m_fd, &c, 1, 0) == 1 ? Word::Said : Word::HungUp;
    }

private:
    int m_fd = -1;
    bool m_isAnswered = false;
};

struct Address
{
    QString local;
    QString domain;
};

// Only what our own rules allow becomes part of a path.
Result<Address> checked(const QString &address)
{
    const auto at = address.lastIndexOf(u'@');
    const auto local = mail::localPartFrom(address.left(qMax<qsizetype>(0, at)));
    if (!local)
        return local.error();
    const auto domain = mail::domainFrom(address.mid(at + 1));
    if (!domain)
        return domain.error();
    return Address{*local, domain->ascii};
}

Error storage(const QString &what)
{
    return {Error::Kind::Storage, QStringLiteral("%1: %2").arg(what, qt_error_string()), {}, {}, 0};
}

struct Directory
{
    int fd = -1;
    Directory(int parent, const QByteArray &name)
        : fd(::openat(parent, name.constData(), O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_RDONLY))
    {
    }
    ~Directory()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;
};

} // namespace

MailHost::MailHost(Layout layout)
    : m_layout(std::move(layout))
    , m_dovecot(m_layout)
    , m_postfix(m_layout)
    , m_powerdns(m_layout)
    , m_zoneKeys(m_layout.zoneKeys())
    , m_zones(m_zoneKeys)
    , m_supervisor(m_layout.state, m_layout.log)
    , m_openDkim(m_layout, m_supervisor)
{
}

MailHost::~MailHost() { stop(); }

Result<void> MailHost::endLeftovers() { return m_supervisor.endLeftovers(); }

void MailHost::setPorts(const Ports &ports)
{
    m_layout.ports = ports;
    if (m_layout.local)
        m_layout.dnsServer = QStringLiteral("%1:%2").arg(m_layout.listen).arg(ports.dns);
}

Result<void> MailHost::start(PortReservation &reservation)
{
    if (auto good = m_dovecot.check(); !good)
        return good;
    if (auto good = m_postfix.check(); !good)
        m_smtpMissing = good.error().detail;
    if (auto made = ensureCertificates(m_layout, QDateTime::currentDateTimeUtc()); !made)
        return made;
    auto lookup = Lookup::open(m_layout.lookupFile(), postfixGroup());
    if (!lookup)
        return lookup.error();
    m_lookup = std::move(lookup).value();
    m_sessions =
        std::make_unique<Sessions>([this](qint64 grant) { return m_lookup->isGranted(grant); });
    if (auto written = m_dovecot.configure(); !written)
        return written;
    purgeRemoved();
    if (runsElsewhere()) { // below /tmp what is locked is not tidied away however old it is
        m_runLock =
            ::open(QFile::encodeName(m_layout.run).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (m_runLock < 0 || flock(m_runLock, LOCK_SH | LOCK_NB) != 0)
            qCWarning(lcHost, "%s: %s", qPrintable(m_layout.run), qPrintable(qt_error_string()));
    }

    if (const auto good = m_openDkim.check(); good) {
        if (auto written = m_openDkim.configure(); !written)
            return written;
    } else {
        qCWarning(lcHost, "nothing is signed: %s", qPrintable(good.error().detail));
    }
    if (m_smtpMissing.isEmpty()) {
        const QStringList signers =
            m_openDkim.missing().isEmpty() ? m_openDkim.sockets() : QStringList();
        if (auto written = m_postfix.configure(signers); !written)
            return written;
        m_senderCheck = std::make_unique<SenderCheck>(SenderCheck::Questions{
            [this](const Submitter &s) { return m_lookup->maySubmit(s); },
            [this](const QString &mailbox) { return m_lookup->senders(mailbox); },
            [this](const Submitter &s) {
                m_reports.login(
                    {s.device, s.mailbox, QStringLiteral("smtp"), QDateTime::currentDateTimeUtc()});
            }});
        if (auto listens = m_senderCheck->listen(m_layout.senderSocket(), postfixGroup()); !listens)
            return listens;
    } else {
        qCWarning(lcHost, "SMTP does not run: %s", qPrintable(m_smtpMissing));
    }

    if (auto found = findNameServer(); !found)
        return found;

    m_reports.start();
    m_hasStarted = true;
    m_reservation = &reservation;
    return m_lookup->isIntact() ? startServers() : Result<void>();
}

Result<void> MailHost::startServers()
{
    QList<Service> services{m_dovecot.service()};
    services.first().onLine = [this](const QByteArray &line) { heed(line); };
    if (m_openDkim.missing().isEmpty())
        services += m_openDkim.services();
    if (m_smtpMissing.isEmpty())
        services += m_postfix.services();
    if (m_layout.local && m_zones.missing().isEmpty()) {
        services += m_powerdns.service();
        services.last().onStart = [this] { m_zones.restarted(); };
    }
    std::exchange(m_reservation, nullptr)->release();
    return m_supervisor.start(services);
}

Result<void> MailHost::findNameServer()
{
    PowerDnsPlace place;
    if (m_layout.local) {
        if (auto good = m_powerdns.check(); !good) {
            m_zones.setMissing(good.error().detail);
            qCWarning(lcHost, "No zones are served: %s", qPrintable(good.error().detail));
            return {};
        }
        if (auto written = m_powerdns.configure(); !written)
            return written;
        place.api = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_layout.ports.dnsApi));
        place.isPrivate = true;
    } else if (m_layout.dnsApiUrl.isEmpty()) {
        m_zones.setMissing(QStringLiteral("no name server is configured (dns_api_url)"));
        return {};
    } else {
        place.api = QUrl(m_layout.dnsApiUrl);
        place.caFile = m_layout.ca;
    }
    QFile key(m_layout.dnsApiKeyFile);
    if (!key.open(QIODevice::ReadOnly))
        return storage(m_layout.dnsApiKeyFile);
    place.key = Secret(key.readAll().trimmed());
    place.names = m_layout.dnsNames;
    const auto server = wire::serverFromText(m_layout.dnsServer.toLatin1());
    if (!server)
        return Error{Error::Kind::Internal, m_layout.dnsServer, {}, {}, 0};
    place.server = *server;
    m_zones.setPlace(place);
    return {};
}

mail::DnsFacts MailHost::dnsFacts() const
{
    mail::DnsFacts facts = m_layout.dnsFacts(m_smtpMissing.isEmpty());
    if (!m_zones.missing().isEmpty())
        facts.servers.clear();
    return facts;
}

void MailHost::heed(const QByteArray &line)
{
    if (Dovecot::tellsOfBadLookup(line))
        m_lookup->suspect();
    if (const auto login = LoginLine::parse(line); login && m_sessions->begin(*login))
        m_reports.login(
            {login->device, login->address, login->service, QDateTime::currentDateTimeUtc()});
    else if (const QString address = activeMailbox(line); !address.isEmpty())
        m_reports.activity(address);
}

Result<void> MailHost::waitReady(std::chrono::milliseconds limit,
                                 const std::function<bool()> &isUnwanted)
{
    const Ports &p = m_layout.ports;
    QList<std::pair<QString, int>> open;
    for (int port : {p.imap, p.imaps, p.pop3, p.pop3s, p.sieve, p.webmailImap})
        open.append({QStringLiteral("dovecot"), port});
    if (m_smtpMissing.isEmpty())
        for (int port : {p.smtp, p.submission, p.submissions})
            open.append({QStringLiteral("postfix"), port});
    if (m_layout.local && m_zones.missing().isEmpty())
        for (int port : {p.dns, p.dnsApi})
            open.append({QStringLiteral("powerdns"), port});
    const auto until = std::chrono::steady_clock::now() + limit;
    const auto wait = [&](const QString &name, const QString &place,
                          const std::function<bool()> &isThere) -> Result<void> {
        while (!isThere()) {
            if (isUnwanted && isUnwanted())
                return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
            const bool ended = m_supervisor.pid(name) < 0;
            if (ended || std::chrono::steady_clock::now() > until) {
                const QString lastWords = m_supervisor.lastWords(name);
                const QString trouble =
                    QStringLiteral("%1 %2: %3")
                        .arg(
                            name,
                            ended ? QStringLiteral("ended at once")
                                  : QStringLiteral("does not answer on %1").arg(place),
                            lastWords.isEmpty()
                                ? QStringLiteral("it gave no reason; the system's log may hold one")
                                : lastWords);
                if (name == u"dovecot" || name == u"postfix")
                    return Error{Error::Kind::Internal, trouble, {}, {}, 0};
                // What is there is read without it, and it is tried again.
                qCCritical(lcHost, "%s", qPrintable(trouble));
                break;
            }
            usleep(3000);
        }
        return {};
    };
    for (const auto &[name, port] : std::as_const(open))
        if (port > 0)
            if (auto there =
                    wait(name, QStringLiteral("port %1").arg(port),
                         [&, port = port] { return Call(m_layout.listen, port).isAnswered(); });
                !there)
                return there;
    for (const auto &[name, port] : {std::pair{QStringLiteral("dovecot"), p.imap},
                                     std::pair{QStringLiteral("dovecot"), p.pop3},
                                     std::pair{QStringLiteral("postfix"), p.smtp}}) {
        if (port <= 0 || (name == u"postfix" && !m_smtpMissing.isEmpty()))
            continue;
        std::optional<Call> call;
        const auto speaks = [&, port = port] {
            if (!call)
                call.emplace(m_layout.listen, port);
            const auto word = call->isAnswered() ? call->word() : Call::Word::HungUp;
            if (word == Call::Word::HungUp)
                call.reset();
            return word == Call::Word::Said;
        };
        if (auto there = wait(name, QStringLiteral("port %1").arg(port), speaks); !there)
            return there;
    }
    if (m_openDkim.missing().isEmpty()) {
        const QList<Service> signers = m_openDkim.services();
        for (qsizetype i = 0; i < signers.size(); ++i) {
            const QString socket = m_openDkim.sockets().at(i);
            if (auto there = wait(signers[i].name, socket, [&] { return listensOn(socket); });
                !there)
                return there;
        }
    }
    return {};
}

bool MailHost::runsElsewhere() const
{
    return m_layout.local && QFileInfo(m_layout.run).path() != m_layout.shared;
}

void MailHost::stop()
{
    m_supervisor.stop();
    if (m_senderCheck)
        m_senderCheck->stop();
    m_reports.stop();
    // Sockets that had to lie elsewhere are nobody's any more; what lies in DIR goes with it.
    if (std::exchange(m_hasStarted, false) && runsElsewhere()) {
        ::close(std::exchange(m_runLock, -1));
        std::error_code code;
        std::filesystem::remove_all(QFile::encodeName(m_layout.run).toStdString(), code);
    }
}

mail::MailSettings MailHost::mailSettings() const
{
    return m_layout.mailSettings(m_smtpMissing.isEmpty());
}

Result<void> MailHost::publish(const Publication &publication)
{
    {
        QMutexLocker lock(&m_touchedMutex);
        m_isAllTouched = m_isAllTouched || publication.everything;
        for (const LookupMailbox &mailbox : publication.mailboxes)
            m_touched.insert(mailbox.address);
    }
    if (auto done = m_lookup->publish(publication); !done)
        return done;
    if (m_reservation)
        return startServers();
    if (std::exchange(m_edition, m_lookup->edition()) != m_lookup->edition())
        letServersReopen();
    return {};
}

bool MailHost::isIntact() { return m_lookup->isIntact(); }

// A new lookup.db is open in no process yet. Only few ever open it; they keep nothing between two
// questions, and their servers start others when they are asked the next time: no session ends.
void MailHost::letServersReopen() const
{
    QList<Identity> readers;
    for (const char *server : {"dovecot", "postfix"}) {
        const pid_t master = m_supervisor.pid(QLatin1String(server));
        for (const pid_t pid : master > 0 ? sessionMembers(master) : QList<pid_t>())
            if (const auto process = identify(pid);
                process && (Dovecot::readsLookup(pid) || Postfix::readsLookup(pid)))
                readers.append(*process);
    }
    if (!endProcesses(readers, std::chrono::seconds(1)))
        qCCritical(lcHost, "a mail server still reads the old lookup.db");
    qCInfo(lcHost, "lookup.db was made anew; Dovecot and Postfix read it from now on");
}

qint64 MailHost::published() const { return m_lookup->published(); }

Result<void> MailHost::cut(const QList<qint64> &devices) { return m_sessions->cut(devices); }

Result<void> MailHost::cutAddress(const QString &address)
{
    return m_sessions->cutAddress(address);
}

Result<void> MailHost::cutUnentitled()
{
    QMutexLocker lock(&m_touchedMutex);
    if (!m_isAllTouched && m_touched.isEmpty())
        return {};
    auto done =
        m_sessions->cutIf([this](const QString &address, const QString &service, qint64 device) {
            return (m_isAllTouched || m_touched.contains(address)) &&
                   !m_lookup->isEntitled(address, service, device);
        });
    if (done) { // else they are looked at again
        m_touched.clear();
        m_isAllTouched = false;
    }
    return done;
}

Result<void> MailHost::removeMail(const QString &address)
{
    const auto a = checked(address);
    if (!a)
        return a.error();
    const Directory mail(AT_FDCWD, QFile::encodeName(m_layout.mail));
    if (mail.fd < 0)
        return storage(m_layout.mail);
    const Directory domain(mail.fd, QFile::encodeName(a->domain));
    if (domain.fd < 0)
        return errno == ENOENT ? Result<void>() : storage(address);
    if (mkdirat(mail.fd, removed, 0700) != 0 && errno != EEXIST)
        return storage(address);
    const Directory bin(mail.fd, removed);
    if (bin.fd < 0)
        return storage(address);
    // Out of sight in one step; a new mailbox of the same name begins empty whatever happens next.
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (renameat(domain.fd, QFile::encodeName(a->local).constData(), bin.fd,
                 name.toLatin1().constData()) != 0)
        return errno == ENOENT ? Result<void>() : storage(address);
    std::error_code code;
    std::filesystem::remove_all(QFile::encodeName(m_layout.mail).toStdString() + '/' + removed +
                                    '/' + name.toStdString(),
                                code); // never follows a link
    if (code)
        return Error{Error::Kind::Storage,
                     QStringLiteral("The mail of %1 could not be deleted: %2")
                         .arg(address, QString::fromStdString(code.message())),
                     {},
                     {},
                     0};
    return {};
}

// What a kill between the two steps of removeMail left.
void MailHost::purgeRemoved() const
{
    std::error_code code;
    std::filesystem::remove_all(QFile::encodeName(m_layout.mail).toStdString() + '/' + removed,
                                code);
    if (code)
        qCWarning(lcHost, "deleted mail could not be purged: %s", code.message().c_str());
}

Result<QHash<QString, Usage>> MailHost::usage(const QStringList &addresses)
{
    QHash<QString, Usage> nothing;
    QStringList asked;
    for (const QString &address : addresses) {
        const auto a = checked(address);
        if (!a)
            continue; // not one of ours
        // Nothing was ever delivered: no need to make folders for an answer.
        if (QFile::exists(m_layout.mail + u'/' + a->domain + u'/' + a->local))
            asked.append(address);
        else
            nothing.insert(address, {});
    }
    auto usage = m_dovecot.usage(asked);
    if (usage)
        usage->insert(nothing);
    return usage;
}

void MailHost::onLogin(std::function<void(const Login &)> listener)
{
    m_reports.onLogin(std::move(listener));
}

void MailHost::onActivity(std::function<void(const QString &)> listener)
{
    m_reports.onActivity(std::move(listener));
}

} // namespace host
