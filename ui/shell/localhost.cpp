// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/localhost.h"

#include "app/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace ui {

namespace {

constexpr std::chrono::milliseconds lookEvery{100};
constexpr qint64 patience = 90'000;  // ms until a host has to be ready
constexpr int stopPatience = 20'000; // ms for it to put everything away
constexpr qint64 steady = 60'000;    // ms after which an end is no longer the next of a row
constexpr std::chrono::milliseconds lockPause{500};
constexpr std::chrono::milliseconds firstPause{1000};
constexpr std::chrono::milliseconds longestPause{300'000};
// What the daemon says when another one has its directory.
constexpr char isTaken[] = "Another mailwrightd (process ";

QString fileOf(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("service.json"));
}

mail::Account accountFor(const LocalService &service, const QString &directory,
                         const std::optional<mail::Account> &known)
{
    mail::Account account = known.value_or(mail::Account());
    if (account.id.isEmpty())
        account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    account.kind = mail::AccountKind::Local;
    if (account.name.isEmpty())
        account.name = ui::LocalHosts::tr("This computer");
    account.url = service.url;
    account.caFile = service.caFile;
    account.directory = directory;
    return account;
}

} // namespace

struct LocalHosts::Host
{
    QString directory;
    std::unique_ptr<QProcess> process;
    QTimer timer;        // looks whether it is ready
    QTimer again;        // the next try, while nothing else goes on
    QElapsedTimer since; // it was asked for
    QElapsedTimer readySince;
    QDateTime startedAt;
    QString output; // the daemon's last lines, for the details of an error
    int falls = 0;  // in a row: it ended by itself, or did not come back after that
    bool isStarting = false;

    bool isRunning() const { return process && process->state() != QProcess::NotRunning; }
};

Result<LocalService> readLocalService(const QString &directory)
{
    QFile file(fileOf(directory));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, file.errorString(), {}, {}, 0};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    LocalService service;
    service.url = json.value(u"api_url").toString();
    service.token = Secret(json.value(u"token").toString());
    service.caFile = json.value(u"ca_file").toString();
    service.domain = json.value(u"domain").toString();
    if (service.url.isEmpty() || service.token.isEmpty())
        return Error{
            Error::Kind::Protocol, QStringLiteral("service.json is not complete"), {}, {}, 0};
    while (service.url.endsWith(u'/'))
        service.url.chop(1);
    return service;
}

LocalHosts::LocalHosts(Accounts &accounts, Jobs &jobs, Test test, const QString &program,
                       QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_jobs(jobs)
    , m_test(std::move(test))
    , m_program(program)
{
    connect(&accounts, &Accounts::hostWanted, this, [this](const QString &id) {
        if (const auto account = m_accounts.account(id))
            open(account->directory);
    });
}

LocalHosts::~LocalHosts()
{
    for (const auto &host : m_hosts)
        if (host->isRunning()) {
            disconnect(host->process.get(), nullptr, this, nullptr);
            host->process->terminate(); // it puts its children away by itself
        }
    for (const auto &host : m_hosts)
        if (host->isRunning() && !host->process->waitForFinished(stopPatience))
            host->process->kill();
}

QString LocalHosts::whyNot()
{
#ifdef Q_OS_LINUX
    return {};
#else
    return tr("The mail host runs on Linux only. Run it there, and choose “A Mailwright server”.");
#endif
}

Sentence LocalHosts::whyFailed(const Error &error)
{
    if (error.kind == Error::Kind::NotFound)
        return {error.detail, {}};
    constexpr int most = 6; // lines; the log has them all
    const QStringList lines = error.detail.split(u'\n', Qt::SkipEmptyParts);
    return {tr("The host ended before it was ready. Its last words:"),
            lines.mid(qMax(0, int(lines.size()) - most)).join(u'\n')};
}

QString LocalHosts::stepOf(const QString &line)
{
    const auto says = [&](QLatin1String words) { return line.contains(words); };
    if (says(QLatin1String("made a certificate authority")) ||
        says(QLatin1String("made a server certificate")))
        return tr("Making its certificates…");
    if (says(QLatin1String("Database schema brought to")) ||
        says(QLatin1String("lookup.db was made anew")))
        return tr("Preparing its database…");
    if (says(QLatin1String(isTaken)))
        return tr("Waiting for the mail host that ran before to end…");
    if (!says(QLatin1String(" started (process ")))
        return {};
    if (says(QLatin1String("powerdns")))
        return tr("Starting the name server…");
    if (says(QLatin1String("dovecot")))
        return tr("Starting the mailbox server…");
    if (says(QLatin1String("postfix")))
        return tr("Starting the mail transfer server…");
    if (says(QLatin1String("opendkim")))
        return tr("Starting the signing of mail…");
    return {};
}

QString LocalHosts::usualDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("host"));
}

QString LocalHosts::program() const
{
    if (!m_program.isEmpty())
        return m_program;
    const QString name = QStringLiteral("mailwrightd");
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &place : {here, here + QStringLiteral("/../server"),
                                 here + QStringLiteral("/../sbin"), QStringLiteral("/usr/sbin")}) {
        const QFileInfo file(QDir(place), name);
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return QStandardPaths::findExecutable(name);
}

void LocalHosts::startAll()
{
    for (const mail::Account &account : m_accounts.list())
        if (account.kind == mail::AccountKind::Local)
            open(account.directory);
}

bool LocalHosts::isStarting() const
{
    return std::any_of(m_hosts.cbegin(), m_hosts.cend(),
                       [](const auto &host) { return host->isStarting; });
}

void LocalHosts::open(const QString &directory)
{
    const QString wanted = QDir(directory).absolutePath();
    const auto known = std::find_if(m_hosts.cbegin(), m_hosts.cend(),
                                    [&](const auto &host) { return host->directory == wanted; });
    if (known != m_hosts.cend()) {
        begin(**known);
        return;
    }
    m_hosts.push_back(std::make_unique<Host>());
    Host &host = *m_hosts.back();
    host.directory = wanted;
    host.again.setSingleShot(true);
    connect(&host.timer, &QTimer::timeout, this, [this, &host] { check(host); });
    connect(&host.again, &QTimer::timeout, this, [this, &host] {
        if (host.isStarting)
            look(host); // whoever had the directory may have made it ready
        else if (accountOf(host))
            begin(host);
    });
    begin(host);
}

void LocalHosts::begin(Host &host)
{
    if (host.isStarting)
        return;
    host.isStarting = true;
    host.again.stop();
    host.since.start();
    look(host);
}

std::optional<mail::Account> LocalHosts::accountOf(const Host &host) const
{
    for (const mail::Account &account : m_accounts.list())
        if (account.kind == mail::AccountKind::Local &&
            QDir(account.directory).absolutePath() == host.directory)
            return account;
    return {};
}

void LocalHosts::look(Host &host)
{
    // One that runs already is used as it is.
    const auto service = readLocalService(host.directory);
    if (!service) {
        start(host);
        return;
    }
    m_jobs.run(
        tr("Look for the mail host on this computer"), {{}, true},
        [test = m_test, account = accountFor(*service, host.directory, {}),
         token = service->token](Progress &progress) { return test(account, token, progress); },
        this,
        [this, &host, found = *service](const Result<mail::User> &answered) {
            if (answered)
                finish(host, found);
            else
                start(host);
        });
}

void LocalHosts::start(Host &host)
{
    if (host.isRunning()) { // ours, and it does not answer
        fail(host, {Error::Kind::Offline, host.output.trimmed(), {}, {}, 0});
        return;
    }
    const QString daemon = program();
    if (daemon.isEmpty()) {
        fail(host,
             {Error::Kind::NotFound, tr("The program mailwrightd was not found."), {}, {}, 0});
        return;
    }
    QDir().mkpath(host.directory);
    host.startedAt = QDateTime::currentDateTimeUtc();
    host.output.clear();
    host.process = std::make_unique<QProcess>();
    host.process->setProcessChannelMode(QProcess::MergedChannels);
    connect(host.process.get(), &QProcess::readyRead, this, [this, &host] { hear(host); });
    connect(host.process.get(), &QProcess::errorOccurred, this,
            [this, &host](QProcess::ProcessError e) {
                if (e == QProcess::FailedToStart)
                    fail(host, {Error::Kind::Internal, host.process->errorString(), {}, {}, 0});
            });
    connect(host.process.get(), &QProcess::finished, this, [this, &host] { ended(host); });
    // Its standard input ends with this program, however that ends: nothing is left running.
    host.process->start(daemon,
                        {QStringLiteral("--local"), host.directory, QStringLiteral("--until-eof")});
    host.timer.start(lookEvery);
}

void LocalHosts::hear(Host &host)
{
    const QString text = QString::fromUtf8(host.process->readAll());
    host.output = (host.output + text).right(4000);
    if (!host.isStarting)
        return;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        if (const QString step = stepOf(line); !step.isEmpty())
            emit noted(host.directory, step);
    check(host);
}

void LocalHosts::ended(Host &host)
{
    hear(host);
    host.timer.stop();
    if (host.isStarting) {
        // The one before it, of a desktop that has just ended, still puts its servers away.
        if (host.output.contains(QLatin1String(isTaken)) && host.since.elapsed() < patience)
            host.again.start(lockPause);
        else
            fail(host, {Error::Kind::Internal, host.output.trimmed(), {}, {}, 0});
        return;
    }
    qCWarning(lcUi) << "local host ended:" << host.output.trimmed();
    QFile::remove(fileOf(host.directory)); // left when it was killed
    if (host.readySince.hasExpired(steady))
        host.falls = 0;
    if (const auto account = accountOf(host))
        m_accounts.setFailed(account->id, {Error::Kind::Offline, host.output.trimmed(), {}, {}, 0});
    restartLater(host);
}

void LocalHosts::restartLater(Host &host)
{
    host.again.start(std::min(firstPause * (1 << std::min(host.falls, 10)), longestPause));
    ++host.falls;
}

void LocalHosts::check(Host &host)
{
    if (!host.isStarting)
        return;
    const QFileInfo file(fileOf(host.directory));
    // A second of grace: some file systems keep no fractions.
    if (file.exists() && file.lastModified().toUTC() >= host.startedAt.addSecs(-1)) {
        if (const auto service = readLocalService(host.directory)) {
            finish(host, *service);
            return;
        }
    }
    if (host.since.elapsed() > patience)
        fail(host, {Error::Kind::Offline, host.output.trimmed(), {}, {}, 0});
}

void LocalHosts::finish(Host &host, const LocalService &service)
{
    host.isStarting = false;
    host.timer.stop();
    host.readySince.start();
    const auto known = accountOf(host);
    const mail::Account account = accountFor(service, host.directory, known);
    if (known)
        m_accounts.connectLocal(account, service.token);
    else
        m_accounts.add(account, service.token);
    emit ready(account.id);
}

void LocalHosts::fail(Host &host, const Error &error)
{
    if (!host.isStarting)
        return;
    host.isStarting = false;
    host.timer.stop();
    qCWarning(lcUi) << "local host:" << error.detail;
    if (const auto account = accountOf(host))
        m_accounts.setFailed(account->id, error);
    emit failed(host.directory, error);
    if (host.falls > 0) // it ran before
        restartLater(host);
}

} // namespace ui
