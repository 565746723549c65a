// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accounts.h"

#include "app/base/log.h"
#include "app/work/sync.h"

#include <QHostAddress>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

namespace ui {

namespace {

constexpr std::chrono::seconds pollEvery{15};
constexpr std::chrono::seconds longestPause{300};

QString key(const store::Scope &scope)
{
    return QStringLiteral("%1/%2").arg(scope.account).arg(scope.service);
}

} // namespace

struct Accounts::Entry
{
    mail::Account account;
    std::shared_ptr<backend::Backend> backend;
    Connection connection = Connection::Unknown;
    Error error;
    mail::User me;
    bool isRefreshing = false;
    bool isReadingToken = false;               // once is enough, however many ask
    QSet<QString> syncing;                     // scopes, addresses and parts of them
    QSet<QString> askedAgain;                  // of those, while they were being read
    QList<std::pair<store::Scope, Part>> owed; // asked for while its host is started
    std::chrono::seconds pause = pollEvery;

    // Whoever asks while the same is being read may have changed what was read already: it is
    // read once more, after an answer.
    bool begins(const QString &what)
    {
        if (syncing.contains(what)) {
            askedAgain.insert(what);
            return false;
        }
        syncing.insert(what);
        return true;
    }
    bool isDueAgain(const QString &what, bool wasAnswered)
    {
        syncing.remove(what);
        return askedAgain.remove(what) && wasAnswered;
    }

    bool isLocalAndOffline() const
    {
        return account.kind == mail::AccountKind::Local && connection == Connection::Offline;
    }
};

Accounts::Accounts(Jobs &jobs, store::Cache &cache, store::Settings &settings,
                   store::SecretStore &secrets, const Clock &clock, MakeBackend make,
                   QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_cache(cache)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_make(std::move(make))
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &Accounts::poll);
    load();
}

void Accounts::load()
{
    for (const mail::Account &account : m_settings.accounts()) {
        auto known = std::make_shared<Entry>();
        known->account = account;
        m_entries.insert(account.id, known);
        m_order.append(account.id);
    }
}

void Accounts::save() { m_settings.setAccounts(list()); }

QList<mail::Account> Accounts::list() const
{
    QList<mail::Account> accounts;
    for (const QString &id : m_order)
        accounts.append(m_entries.value(id)->account);
    return accounts;
}

std::optional<mail::Account> Accounts::account(const QString &id) const
{
    const auto known = entry(id);
    return known ? std::optional(known->account) : std::nullopt;
}

std::shared_ptr<backend::Backend> Accounts::backend(const QString &account) const
{
    const auto known = entry(account);
    return known ? known->backend : nullptr;
}

Accounts::Connection Accounts::connection(const QString &account) const
{
    const auto known = entry(account);
    return known ? known->connection : Connection::Unknown;
}

Error Accounts::lastError(const QString &account) const
{
    const auto known = entry(account);
    return known ? known->error : Error();
}

mail::User Accounts::me(const QString &account) const
{
    const auto known = entry(account);
    return known ? known->me : mail::User();
}

bool Accounts::isLasting() const { return m_secrets.isLasting(); }

bool Accounts::isKeyringDeclined() const { return m_secrets.isDeclined(); }

void Accounts::probeKeyring(QObject *receiver, std::function<void()> then)
{
    m_jobs.run(
        tr("Look for the keyring"), {QStringLiteral("keyring"), true},
        [&secrets = m_secrets](Progress &) -> Result<int> {
            (void)secrets.read(QStringLiteral("probe")); // whether it answers at all
            return 0;
        },
        receiver, [then = std::move(then)](const Result<int> &) { then(); });
}

void Accounts::add(const mail::Account &account, const Secret &token)
{
    auto known = std::make_shared<Entry>();
    known->account = account;
    m_entries.insert(account.id, known);
    if (!m_order.contains(account.id))
        m_order.append(account.id);
    save();
    emit listChanged();
    if (account.kind != mail::AccountKind::Local)
        keepToken(account, token);
    setToken(account.id, token);
}

void Accounts::renew(const QString &account, const Secret &token)
{
    const auto known = entry(account);
    if (!known)
        return;
    known->connection = Connection::Unknown;
    keepToken(known->account, token);
    setToken(account, token);
}

// The keyring may ask the user to unlock it: never on this thread.
void Accounts::keepToken(const mail::Account &account, const Secret &token)
{
    m_jobs.run(
        tr("Keep the token in the keyring"), {QStringLiteral("keyring"), true},
        [&secrets = m_secrets, name = account.secretKey(), token](Progress &) {
            return secrets.write(name, token);
        },
        this,
        [this](const Result<void> &written) {
            if (!written)
                qCWarning(lcUi) << "keyring:" << kindName(written.error().kind);
            if (!written || !m_secrets.isLasting())
                emit tokenNotKept();
        });
}

void Accounts::remove(const QString &account)
{
    const auto known = entry(account);
    if (!known)
        return;
    m_entries.remove(account);
    m_order.removeAll(account);
    if (m_shown.account == account)
        m_shown = {};
    save();
    m_jobs.run(
        tr("Forget %1").arg(known->account.name), {QStringLiteral("keyring"), true},
        [&secrets = m_secrets, &cache = m_cache, name = known->account.secretKey(),
         account](Progress &) -> Result<void> {
            const auto removed = secrets.remove(name);
            if (!removed && removed.error().kind != Error::Kind::NotFound)
                qCWarning(lcUi) << "keyring:" << kindName(removed.error().kind);
            return cache.forgetAccount(account);
        },
        this, [](const Result<void> &) {});
    emit removed(account);
    emit listChanged();
}

void Accounts::start()
{
    for (const QString &id : qAsConst(m_order))
        if (entry(id)->account.kind != mail::AccountKind::Local)
            readToken(id);
        else
            asksForHost(*entry(id));
}

void Accounts::readToken(const QString &account)
{
    const auto known = entry(account);
    if (!known || known->isReadingToken)
        return;
    known->isReadingToken = true;
    const auto job = std::make_shared<qint64>(0);
    *job = m_jobs.run(
        tr("Read the token of %1").arg(known->account.name), {QStringLiteral("keyring"), true},
        [&secrets = m_secrets, name = known->account.secretKey()](Progress &) -> Result<Secret> {
            const auto token = secrets.read(name);
            if (token || token.error().kind != Error::Kind::NotFound)
                return token;
            // No object is gone: there is nothing to sign in with.
            return secrets.isLasting() ? Error{Error::Kind::Unauthorized,
                                               tr("The keyring has no token for this account."),
                                               {},
                                               QStringLiteral("no-token"),
                                               0}
                                       : Error{Error::Kind::Unauthorized,
                                               tr("No keyring answered on this computer."),
                                               {},
                                               QStringLiteral("no-keyring"),
                                               0};
        },
        this,
        [this, account](const Result<Secret> &token) {
            if (const auto now = entry(account))
                now->isReadingToken = false;
            if (token)
                setToken(account, *token);
            else
                note(account, &token.error());
        });
}

void Accounts::connectLocal(const mail::Account &account, const Secret &token)
{
    const auto known = entry(account.id);
    if (!known)
        return;
    if (!(known->account == account)) {
        known->account = account;
        save();
    }
    setToken(account.id, token);
}

void Accounts::setFailed(const QString &account, const Error &error)
{
    Error offline = error; // whatever the reason, it does not answer
    offline.kind = Error::Kind::Offline;
    note(account, &offline);
    tellFailed(account, offline);
}

void Accounts::tellFailed(const QString &account, const Error &error)
{
    for (const mail::Service &service : m_cache.services(account))
        emit refreshFailed({account, service.id}, error);
    if (const auto known = entry(account))
        for (const auto &[scope, part] : std::exchange(known->owed, {}))
            emit partFailed(scope, part, error);
}

bool Accounts::asksForHost(const Entry &known)
{
    if (!known.isLocalAndOffline())
        return false;
    emit hostWanted(known.account.id);
    return true;
}

void Accounts::setToken(const QString &account, const Secret &token)
{
    const auto known = entry(account);
    if (!known)
        return;
    known->backend = m_make(known->account, token);
    fetch(account);
}

void Accounts::note(const QString &account, const Error *error)
{
    const auto known = entry(account);
    if (!known)
        return;
    Connection now = Connection::Online;
    if (error) {
        switch (error->kind) {
        case Error::Kind::Cancelled:
            return;
        case Error::Kind::Unauthorized:
            now = Connection::Refused;
            break;
        case Error::Kind::Forbidden:
            // Of one object or of all: only what the account as a whole may not is a refusal.
            now =
                known->connection == Connection::Online ? Connection::Online : Connection::Refused;
            break;
        case Error::Kind::Offline:
        case Error::Kind::Protocol:
            now = Connection::Offline;
            break;
        default:
            now = known->connection;
        }
        known->error = *error;
    } else {
        known->error = {};
    }
    known->pause = now == Connection::Online ? pollEvery : std::min(known->pause * 2, longestPause);
    if (known->account.id == m_shown.account)
        m_poll.start(known->pause);
    if (now != known->connection || error) {
        known->connection = now;
        emit connectionChanged(account);
    }
}

void Accounts::refresh(const QString &account)
{
    const auto known = entry(account);
    if (known && !asksForHost(*known))
        fetch(account);
}

void Accounts::fetch(const QString &account)
{
    const auto known = entry(account);
    if (!known || known->isRefreshing)
        return;
    if (!known->backend) {
        if (known->account.kind != mail::AccountKind::Local)
            readToken(account);
        return;
    }
    known->isRefreshing = true;
    const auto job = std::make_shared<qint64>(0);
    *job = m_jobs.run(
        tr("Refresh %1").arg(known->account.name), {QStringLiteral("read:%1").arg(account), true},
        [backend = known->backend, &cache = m_cache](Progress &progress) -> Result<mail::User> {
            if (const auto done = work::syncAccount(*backend, cache, progress); !done)
                return done.error();
            return backend->me(progress);
        },
        this,
        [this, account](const Result<mail::User> &me) {
            const auto now = entry(account);
            if (!now)
                return;
            now->isRefreshing = false;
            if (!me) {
                note(account, &me.error());
                tellFailed(account, me.error());
                return;
            }
            now->me = *me;
            nameByService(*now);
            note(account, nullptr);
            for (const mail::Service &service : m_cache.services(account))
                refreshMailboxes({account, service.id});
            for (const auto &[scope, part] : std::exchange(now->owed, {}))
                refreshPart(scope, part);
        });
}

// A number, or the name of an account that was there before, tells nobody whose mail it is.
void Accounts::nameByService(Entry &known)
{
    const auto isTaken = [&](const QString &name) {
        return std::any_of(m_order.cbegin(), m_order.cend(), [&](const QString &id) {
            return id != known.account.id && entry(id)->account.name == name;
        });
    };
    const auto before = std::find(m_order.cbegin(), m_order.cend(), known.account.id);
    const bool isSecond = std::any_of(m_order.cbegin(), before, [&](const QString &id) {
        return entry(id)->account.name == known.account.name;
    });
    const auto services = m_cache.services(known.account.id);
    if (services.isEmpty() || (!isSecond && QHostAddress(known.account.name).isNull()))
        return;
    const QString domain = services.first().domainIdn;
    const QString name =
        isTaken(domain) ? tr("%1 (%2)").arg(domain, QUrl(known.account.url).authority()) : domain;
    if (domain.isEmpty() || name == known.account.name)
        return;
    known.account.name = name;
    save();
    emit listChanged();
}

void Accounts::refreshMailboxes(const store::Scope &scope)
{
    const auto known = entry(scope.account);
    if (!known || asksForHost(*known))
        return;
    if (!known->backend) {
        refresh(scope.account);
        return;
    }
    if (!known->begins(key(scope)))
        return;
    const auto service = m_cache.service(scope);
    const auto job = std::make_shared<qint64>(0);
    *job = m_jobs.run(
        tr("Refresh the addresses of %1").arg(service ? service->domainIdn : known->account.name),
        {QStringLiteral("read:%1").arg(scope.account), true},
        [backend = known->backend, &cache = m_cache, &clock = m_clock, scope](Progress &progress) {
            return work::syncMailboxes(*backend, cache, scope.service, clock, progress);
        },
        this,
        [this, scope](const Result<work::SyncReport> &report) {
            const auto now = entry(scope.account);
            if (!now)
                return;
            const bool isDueAgain = now->isDueAgain(key(scope), bool(report));
            note(scope.account, report ? nullptr : &report.error());
            if (report)
                emit refreshed(scope);
            else
                emit refreshFailed(scope, report.error());
            if (isDueAgain)
                refreshMailboxes(scope);
        });
}

void Accounts::refreshMailbox(const store::Scope &scope, const QString &name)
{
    const auto known = entry(scope.account);
    const QString what = key(scope) + u'/' + name;
    if (!known || !known->backend || !known->begins(what))
        return;
    const auto job = std::make_shared<qint64>(0);
    *job = m_jobs.run(
        tr("Refresh %1").arg(name), {{}, true},
        [backend = known->backend, &cache = m_cache, scope, name](Progress &progress) {
            return work::syncMailbox(*backend, cache, scope.service, name, progress);
        },
        this,
        [this, scope, name, what](const Result<void> &done) {
            const auto now = entry(scope.account);
            if (!now)
                return;
            const bool isDueAgain = now->isDueAgain(what, bool(done));
            // That one address is gone says nothing about the connection.
            if (done || done.error().kind != Error::Kind::NotFound)
                note(scope.account, done ? nullptr : &done.error());
            if (!done)
                emit refreshFailed(scope, done.error());
            if (isDueAgain)
                refreshMailbox(scope, name);
        });
}

void Accounts::refreshPart(const store::Scope &scope, Part part)
{
    const auto known = entry(scope.account);
    const QString what = key(scope) + u'#' + QString::number(int(part));
    if (!known)
        return;
    if (!known->backend) {
        emit partFailed(scope, part, {Error::Kind::Offline, {}, {}, {}, 0});
        return;
    }
    if (known->isLocalAndOffline()) {
        if (!known->owed.contains(std::pair{scope, part}))
            known->owed.append({scope, part});
        emit hostWanted(scope.account);
        return;
    }
    if (!known->begins(what))
        return;
    const auto service = m_cache.service(scope);
    const QString domain = service ? service->domainIdn : known->account.name;
    const QString title = part == Part::Zones      ? tr("Refresh the DNS zones of %1").arg(domain)
                          : part == Part::DkimKeys ? tr("Refresh the DKIM keys of %1").arg(domain)
                                                   : tr("Ask for the jobs of %1").arg(domain);
    m_jobs.run(
        title, {QStringLiteral("read:%1").arg(scope.account), true},
        [backend = known->backend, &cache = m_cache, &clock = m_clock, scope,
         part](Progress &progress) {
            switch (part) {
            case Part::Zones:
                return work::syncZones(*backend, cache, scope.service, clock, progress);
            case Part::DkimKeys:
                return work::syncDkimKeys(*backend, cache, scope.service, clock, progress);
            case Part::HostJobs:
                break;
            }
            return work::syncHostJobs(*backend, cache, scope.service, clock, progress);
        },
        this,
        [this, scope, part, what](const Result<void> &done) {
            const auto now = entry(scope.account);
            if (!now)
                return;
            // What is not offered or not shown was answered: the connection is good.
            const bool isAnswered = done || work::isWithheld(done.error());
            const bool isDueAgain = now->isDueAgain(what, isAnswered);
            note(scope.account, isAnswered ? nullptr : &done.error());
            if (done)
                emit partRefreshed(scope, part);
            else
                emit partFailed(scope, part, done.error());
            if (isDueAgain)
                refreshPart(scope, part);
        });
}

void Accounts::setShown(const store::Scope &scope)
{
    if (m_shown == scope)
        return;
    m_shown = scope;
    if (const auto known = entry(scope.account))
        m_poll.start(known->pause);
    else
        m_poll.stop();
}

void Accounts::poll()
{
    const auto known = entry(m_shown.account);
    if (!known)
        return;
    m_poll.start(known->pause);
    if (known->syncing.contains(key(m_shown)))
        return; // next time
    if (known->connection == Connection::Online && m_shown.service)
        refreshMailboxes(m_shown);
    else if (known->connection != Connection::Refused)
        refresh(m_shown.account);
}

} // namespace ui
