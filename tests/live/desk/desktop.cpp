// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/desk/desktop.h"

#include <algorithm>

namespace {

mail::Account accountOf(const LocalHost &host, const QString &by)
{
    mail::Account account;
    account.id = by;
    account.name = by;
    account.url = host.service().value(u"api_url").toString();
    account.caFile = host.caFile();
    return account;
}

template <class T, class Is>
std::optional<T> first(const QList<T> &list, Is is)
{
    const auto it = std::find_if(list.begin(), list.end(), is);
    return it == list.end() ? std::optional<T>() : *it;
}

} // namespace

Desktop::Desktop(const LocalHost &host, const QString &by)
    : m_by(by)
    , m_scope{by, 0}
    , m_cache(m_folder.filePath(QStringLiteral("cache.db")))
    , m_journal(m_folder.filePath(QStringLiteral("journal.db")))
    , m_backend(std::make_unique<backend::HostingApi>(accountOf(host, by), Secret(host.token())))
    , m_addresses(m_cache, m_jobs, m_clock)
{
}

Result<work::SyncReport> Desktop::sync()
{
    if (m_scope.service == 0) {
        if (const auto opened = m_cache.open(); !opened)
            return opened.error();
        if (const auto opened = m_journal.open(); !opened)
            return opened.error();
        const auto known = finish([this](Progress &progress) {
            return work::syncAccount(*m_backend, m_cache, progress);
        });
        if (!known)
            return known.error();
        const QList<mail::Service> services = m_cache.services(m_scope.account);
        if (services.isEmpty())
            return Error{Error::Kind::NotFound, QStringLiteral("no service"), {}, {}, 0};
        m_scope.service = services.first().id;
        m_addresses.setScope(m_scope);
    }
    return finish([this](Progress &progress) {
        return work::syncMailboxes(*m_backend, m_cache, m_scope.service, m_clock, progress);
    });
}

Result<void> Desktop::read(const QString &mailbox)
{
    return finish([this, mailbox](Progress &progress) {
        return work::syncMailbox(*m_backend, m_cache, m_scope.service, mailbox, progress);
    });
}

std::shared_ptr<std::optional<Desktop::Report>> Desktop::begin(const QList<mail::Change> &changes)
{
    return start([this, changes](Progress &progress) {
        return work::apply({QStringLiteral("Story"), changes}, *m_backend, m_cache, m_journal,
                           m_scope, m_by, progress);
    });
}

Desktop::Report Desktop::apply(const QList<mail::Change> &changes) { return ended(begin(changes)); }

Desktop::Report Desktop::undo(qint64 id)
{
    const auto entry = m_journal.entry(id);
    if (!entry)
        return Error{Error::Kind::NotFound, QStringLiteral("no such entry"), {}, {}, 0};
    return finish([this, id, undo = work::undoOf(*entry)](Progress &progress) {
        return work::apply(undo.set, *m_backend, m_cache, m_journal, m_scope, m_by, progress, id);
    });
}

Desktop::Report Desktop::retry(qint64 entry)
{
    return finish([this, entry](Progress &progress) {
        return work::applyEntry(entry, *m_backend, m_cache, m_journal, progress);
    });
}

qint64 Desktop::rowsAnswered() const
{
    const auto line =
        first(m_jobs.lines(), [this](const JobLine &one) { return one.id == m_lastJob; });
    return line ? line->done : 0;
}

mail::Mailbox Desktop::newMailbox(const QString &name) const
{
    mail::Mailbox wish;
    wish.service = m_scope.service;
    wish.name = name;
    return wish;
}

mail::Access Desktop::newAccess(const QString &mailbox, qint64 user) const
{
    mail::Access wish;
    wish.service = m_scope.service;
    wish.mailbox = mailbox;
    wish.user = user;
    wish.rights = mail::Rights::all();
    return wish;
}

mail::Device Desktop::newDevice(const QString &mailbox, const QString &label, qint64 user,
                                mail::Protocols protocols) const
{
    mail::Device wish;
    wish.service = m_scope.service;
    wish.mailbox = mailbox;
    wish.label = label;
    wish.type = mail::DeviceType::Phone;
    wish.protocols = protocols;
    wish.user = user;
    wish.password = QStringLiteral("set");
    return wish;
}

mail::Change Desktop::allowing(const QString &mailbox, qint64 user, mail::Right right,
                               bool may) const
{
    const auto seen = access(mailbox, user).value_or(mail::Access());
    mail::Access edited = seen;
    if (edited.rights)
        edited.rights->set(right, may);
    return mail::difference(seen, edited);
}

mail::Change Desktop::note(const QString &mailbox, const QString &text) const
{
    const auto seen = m_cache.mailbox(m_scope, mailbox).value_or(mail::Mailbox());
    mail::Mailbox edited = seen;
    edited.note = text;
    return mail::difference(seen, edited);
}

mail::Change Desktop::newPassword(const mail::Device &device) const
{
    mail::Device edited = device;
    edited.password = QStringLiteral("set");
    return mail::difference(device, edited);
}

std::optional<Desktop::Made> Desktop::makeDevice(const mail::Device &wish)
{
    // The page of an address reads it before its wizards are there.
    if (!m_cache.knownSince(m_scope, wish.mailbox).isValid() && !read(wish.mailbox))
        return {};
    const auto report = apply({mail::creation(wish)});
    if (!report || report->failed || report->rows.first().password.isEmpty()) {
        qWarning("device: %s", qPrintable(reason(report)));
        return {};
    }
    const auto &row = report->rows.first();
    const auto made = device(wish.mailbox, row.effective->object.key.toLongLong());
    return made ? std::optional<Made>({*made, row.password}) : std::nullopt;
}

std::optional<mail::Access> Desktop::access(const QString &mailbox, qint64 user) const
{
    return first(m_cache.accesses(m_scope, mailbox),
                 [&](const mail::Access &access) { return access.user == user; });
}

std::optional<mail::Device> Desktop::device(const QString &mailbox, qint64 id) const
{
    return first(m_cache.devices(m_scope, mailbox),
                 [&](const mail::Device &device) { return device.id == id; });
}

qint64 Desktop::person(const QString &firstName) const
{
    const auto service = m_cache.service(m_scope);
    if (!service)
        return 0;
    const auto found = first(m_cache.users(m_scope.account, service->organisation),
                             [&](const mail::User &user) { return user.firstName == firstName; });
    return found ? found->id : 0;
}

QStringList Desktop::listed()
{
    const auto isTrue = [this] {
        return m_addresses.isSettled() &&
               m_addresses.total() == m_cache.syncState(m_scope).mailboxes;
    };
    if (!QTest::qWaitFor(isTrue, 10'000))
        return {QStringLiteral("the list is not settled")};
    QStringList names;
    for (int row = 0; row < m_addresses.shown(); ++row)
        names.append(m_addresses.mailbox(row).value_or(mail::Mailbox()).name);
    return names;
}

void DeskStory::initTestCase()
{
    QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
    NEEDS_SERVERS(m_host, LocalHost::Server::Smtp);
    m_desk = std::make_unique<Desktop>(m_host, QStringLiteral("Ana"));
    const auto known = m_desk->sync();
    QVERIFY2(known, known ? "" : qPrintable(known.error().detail));
    prepare();
}

void DeskStory::cleanupTestCase()
{
    m_desk.reset();
    QCOMPARE(m_host.stop(), 0);
    QCOMPARE(m_host.processes(), QStringList());
}
