// SPDX-License-Identifier: GPL-3.0-or-later
// mailwrightd: one mail host, private (--local) or for the world (--config); the same code runs
// both, only the Layout differs.
#include "app/base/log.h"
#include "server/daemon.h"
#include "server/db/people.h"
#include "server/db/seed.h"
#include "server/db/services.h"
#include "server/db/tokens.h"
#include "server/host/configfile.h"
#include "server/host/files.h"
#include "server/host/mailhost.h"
#include "server/tokencommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr auto patience = std::chrono::seconds(20);

struct Wishes
{
    QString directory; // --local
    QString file;      // --config
    QString domain;    // empty: the host's own, of a new one example.test
    QString owner;
    int port = 0;
    bool untilEof = false;
};

// One daemon for one directory, for as long as this lives; the kernel lets go when we die.
class Lock
{
public:
    ~Lock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Result<void> take(const host::Layout &layout)
    {
        const QString file = layout.state + QStringLiteral("/lock");
        m_fd = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_fd < 0)
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1: %2").arg(file, qt_error_string()),
                         {},
                         {},
                         0};
        if (flock(m_fd, LOCK_EX | LOCK_NB) != 0) {
            char pid[32] = {};
            [[maybe_unused]] const auto n = ::read(m_fd, pid, sizeof pid - 1);
            return Error{Error::Kind::Conflict,
                         QStringLiteral("Another mailwrightd (process %1) runs in %2 already")
                             .arg(QString::fromLatin1(pid).trimmed(), layout.root),
                         {},
                         {},
                         0};
        }
        const QByteArray pid = QByteArray::number(getpid()) + '\n';
        if (ftruncate(m_fd, 0) != 0 || ::pwrite(m_fd, pid.constData(), size_t(pid.size()), 0) < 0)
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1: %2").arg(file, qt_error_string()),
                         {},
                         {},
                         0};
        return {};
    }

private:
    int m_fd = -1;
};

QByteArray readAll(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QString ownerName(const Wishes &wishes)
{
    if (!wishes.owner.simplified().isEmpty())
        return wishes.owner.simplified();
    const passwd *user = getpwuid(getuid());
    const QString full =
        user ? QString::fromLocal8Bit(user->pw_gecos).section(u',', 0, 0).simplified() : QString();
    const QString login = user ? QString::fromLocal8Bit(user->pw_name) : QString();
    if (full.isEmpty() || full == u"root")
        return login.isEmpty() || login == u"root" ? QStringLiteral("Owner") : login;
    return full;
}

// The owner's token: the one of the last start while it is valid, else a new one. Only its digest
// is in the database.
Result<Secret> ensureToken(db::Database &database, const host::Layout &layout, const Wishes &wishes)
{
    const QString file = layout.state + QStringLiteral("/token");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto domains = db::allDomains(database);
    if (!domains)
        return domains.error();
    Secret token;
    if (domains->isEmpty()) {
        QList<db::SeedPerson> people;
        if (layout.local)
            people = {{QStringLiteral("Robin"), QStringLiteral("Sample"),
                       QStringLiteral("robin@colleagues.example"), mail::Role::Normal},
                      {QStringLiteral("Sam"), QStringLiteral("Sample"),
                       QStringLiteral("sam@colleagues.example"), mail::Role::Normal}};
        const auto seeded = db::seed(database, layout.domain, ownerName(wishes),
                                     QStringLiteral("owner@colleagues.example"), people);
        if (!seeded)
            return seeded.error();
        token = *seeded;
    } else {
        const Secret last(readAll(file).trimmed());
        if (!last.isEmpty()) {
            const auto row = db::tokenByDigest(database, db::digest(last.reveal()));
            if (row && (!row->expiresAt || *row->expiresAt > now))
                return last;
            if (!row && row.error().kind != Error::Kind::NotFound)
                return row.error();
        }
        const auto owner = db::firstOwner(database);
        if (!owner)
            return owner.error();
        const auto created = db::createToken(
            database, {*owner, QStringLiteral("Token of the host"), db::Scope::Admin, {}, {}}, now);
        if (!created)
            return created.error();
        token = *created;
    }
    if (auto written = host::writeWhole(file, token.reveal() + '\n', 0600); !written)
        return written.error();
    return token;
}

Result<void> writeServiceFile(const host::MailHost &mailHost, const Daemon &daemon,
                              const Secret &token)
{
    const host::Layout &layout = mailHost.layout();
    const bool smtp = mailHost.smtpMissing().isEmpty();
    const bool zones = mailHost.zonesMissing().isEmpty();
    QJsonObject ports;
    for (const auto &[name, member] : host::Ports::list()) {
        const bool needsSmtp = member == &host::Ports::smtp || member == &host::Ports::submission ||
                               member == &host::Ports::submissions;
        const bool isOff = (needsSmtp && !smtp) || (member == &host::Ports::dns && !zones);
        if (member == &host::Ports::dns ? !layout.local : member == &host::Ports::dnsApi)
            continue; // not ours, or for us alone
        if (member != &host::Ports::api)
            ports.insert(name, isOff ? 0 : layout.ports.*member);
    }
    return host::writeWhole(
        layout.serviceFile,
        QJsonDocument(QJsonObject{{QStringLiteral("api_url"), daemon.url()},
                                  {QStringLiteral("token"), QString::fromLatin1(token.reveal())},
                                  {QStringLiteral("ca_file"), layout.ca},
                                  {QStringLiteral("domain"), layout.domain},
                                  {QStringLiteral("ports"), ports}})
            .toJson(),
        0600);
}

Result<host::Layout> layoutOf(const Wishes &wishes)
{
    if (!wishes.file.isEmpty())
        return host::layoutFromFile(wishes.file);
    return host::localLayout(wishes.directory, wishes.domain);
}

Result<void> serve(const Wishes &wishes, int signalDescriptor)
{
    auto layout = layoutOf(wishes);
    if (!layout)
        return layout.error();
    if (auto made = host::makeDirectories(*layout); !made)
        return made;
    Lock lock;
    if (auto taken = lock.take(*layout); !taken)
        return taken;

    host::MailHost mailHost(*layout);
    QFile::remove(layout->serviceFile); // of a daemon that was killed
    if (auto ended = mailHost.endLeftovers(); !ended)
        return ended;
    host::PortReservation reservation;
    QStringList notes;
    const auto ports = host::choosePorts(*layout, wishes.port, reservation, notes);
    if (!ports)
        return ports.error();
    for (const QString &note : std::as_const(notes))
        qCWarning(lcHost, "%s", qPrintable(note));
    mailHost.setPorts(*ports);

    // The servers come up while the database is opened and published.
    if (auto started = mailHost.start(reservation); !started)
        return started;
    const SystemClock clock;
    DaemonSettings settings;
    // For stories in which the daemon is killed between two steps of a job.
    if (qEnvironmentVariableIsSet("MAILWRIGHTD_JOB_STEPS"))
        settings.jobSteps = qEnvironmentVariableIntValue("MAILWRIGHTD_JOB_STEPS");
    settings.databasePath = layout->database;
    settings.makesZones = layout->local;
    settings.http.address = layout->apiListen.isEmpty() ? layout->listen : layout->apiListen;
    settings.http.port = quint16(ports->api);
    settings.http.accessLog = lcApi().isDebugEnabled();
    if (layout->apiTls) {
        settings.http.certificate = readAll(layout->certificate);
        settings.http.key = readAll(layout->key);
    }
    Daemon daemon(mailHost, clock, settings);
    if (auto opened = daemon.open(); !opened)
        return opened;
    const auto token = ensureToken(daemon.database(), *layout, wishes);
    if (!token)
        return token.error();
    if (auto kept = host::rememberDomain(*layout); !kept)
        return kept;
    if (auto started = daemon.start(); !started)
        return started;
    // Nobody writes there: whatever happens on it is its end.
    const int input = wishes.untilEof ? STDIN_FILENO : -1;
    const auto isToldToStop = [signalDescriptor, input] {
        pollfd asked[]{{signalDescriptor, POLLIN, 0}, {input, POLLIN, 0}};
        return poll(asked, 2, 0) > 0;
    };
    if (auto ready = mailHost.waitReady(patience, isToldToStop); !ready) {
        if (ready.error().kind == Error::Kind::Cancelled)
            return {}; // before it was ready; what was started ends with the host
        return ready;
    }
    if (auto written = writeServiceFile(mailHost, daemon, *token); !written)
        return written;

    if (!mailHost.smtpMissing().isEmpty())
        std::printf("no SMTP: %s\n", qPrintable(mailHost.smtpMissing()));
    if (const QString missing = mailHost.signing().missing(); !missing.isEmpty())
        std::printf("no DKIM: %s\n", qPrintable(missing));
    std::printf("ready %s %s\n", qPrintable(daemon.url()), qPrintable(layout->serviceFile));
    std::fflush(stdout);

    QSocketNotifier signalled(signalDescriptor, QSocketNotifier::Read);
    QObject::connect(&signalled, &QSocketNotifier::activated, &signalled,
                     [] { QCoreApplication::quit(); });
    std::optional<QSocketNotifier> ended;
    if (input >= 0) {
        ended.emplace(input, QSocketNotifier::Read);
        QObject::connect(&*ended, &QSocketNotifier::activated, &*ended, [&ended] {
            ended->setEnabled(false);
            QCoreApplication::quit();
        });
    }
    QCoreApplication::exec();

    qCInfo(lcHost, "stopping");
    QFile::remove(layout->serviceFile);
    daemon.stop();
    mailHost.stop();
    return {};
}

int mailwrightd(int argc, char **argv)
{
    // Before any thread is made: all of them leave these to the descriptor below.
    sigset_t stops;
    sigemptyset(&stops);
    for (int s : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&stops, s);
    pthread_sigmask(SIG_BLOCK, &stops, nullptr);
    signal(SIGPIPE, SIG_IGN);
    umask(022);
    const int signalDescriptor = signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);

    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mailwrightd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAILWRIGHT_VERSION));

    if (const QStringList words = QCoreApplication::arguments(); words.value(1) == u"token") {
        startLog(false);
        return tokenCommand(words);
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Runs a mail host and its HTTP API.\n\n"
        "With --local, a private one on this computer: Dovecot and Postfix of its own on free\n"
        "loopback ports, everything kept in DIR, mail to the outside kept in DIR/out instead of\n"
        "sent. A new one has the domain of --domain, an owner, and two sample colleagues (Robin\n"
        "and Sam Sample) so that rights can be tried. When it is ready it writes DIR/service.json\n"
        "and prints one line that begins with \"ready\". SIGTERM ends it and all it started.\n\n"
        "\"mailwrightd token create|list|revoke\" makes, lists and revokes tokens for the API of\n"
        "a host, also while its daemon runs; see mailwrightd token --help."));
    const QCommandLineOption local(QStringLiteral("local"),
                                   QStringLiteral("Run a private mail host in DIR."),
                                   QStringLiteral("DIR"));
    const QCommandLineOption config(QStringLiteral("config"),
                                    QStringLiteral("Run the mail host that FILE describes."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption port(QStringLiteral("port"),
                                  QStringLiteral("With --local: port of the API (any free one)."),
                                  QStringLiteral("N"));
    const QCommandLineOption domain(
        QStringLiteral("domain"),
        QStringLiteral("With --local: the domain of a new host (example.test)."),
        QStringLiteral("D"));
    const QCommandLineOption owner(
        QStringLiteral("owner"),
        QStringLiteral("The name of a new host's owner (yours, as the system knows it)."),
        QStringLiteral("NAME"));
    const QCommandLineOption untilEof(
        QStringLiteral("until-eof"),
        QStringLiteral("End when standard input does: when whoever started it is gone."));
    const QCommandLineOption verbose(QStringLiteral("verbose"), QStringLiteral("Log more."));
    parser.addOptions({local, config, port, domain, owner, untilEof, verbose});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);
    startLog(parser.isSet(verbose));

    const auto misuse = [](const char *sentence) {
        std::fprintf(stderr, "mailwrightd: %s\n", sentence);
        return 2;
    };
    if (!parser.positionalArguments().isEmpty())
        return misuse("there is an argument too many; see --help");
    if (parser.isSet(local) == parser.isSet(config))
        return misuse("either --local DIR or --config FILE is needed");
    if (parser.isSet(config) && (parser.isSet(port) || parser.isSet(domain)))
        return misuse("--port and --domain belong to --local; FILE says them for --config");
    Wishes wishes;
    wishes.directory = parser.value(local);
    wishes.file = parser.value(config);
    wishes.owner = parser.value(owner);
    wishes.untilEof = parser.isSet(untilEof);
    if (parser.isSet(domain))
        wishes.domain = parser.value(domain);
    if (parser.isSet(port)) {
        bool number = false;
        wishes.port = parser.value(port).toInt(&number);
        if (!number || wishes.port < 1 || wishes.port > 65535)
            return misuse("--port needs a number from 1 to 65535");
    }

    if (const auto served = serve(wishes, signalDescriptor); !served) {
        std::fprintf(stderr, "mailwrightd: %s\n", qPrintable(served.error().detail));
        return served.error().kind == Error::Kind::Invalid ? 2 : 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return mailwrightd(argc, argv);
    } catch (const std::exception &e) { // of the library's, no memory for one
        std::fprintf(stderr, "mailwrightd: %s\n", e.what());
        return 1;
    }
}
