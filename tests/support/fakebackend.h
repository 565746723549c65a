// SPDX-License-Identifier: GPL-3.0-or-later
// A mail service in memory: one service of organisation 1, users, mailboxes, accesses, devices, a
// change feed, zones and keys (fakezones.h). Failure is scripted: an error for one change, or the
// network gone after N of them.
#pragma once

#include "app/backend/backend.h"
#include "app/base/clock.h"
#include "tests/support/fakezones.h"

#include <QHash>
#include <QMap>
#include <QMutex>

#include <algorithm>
#include <functional>

namespace test {

class FakeBackend : public backend::Backend
{
public:
    explicit FakeBackend(const QString &account = QStringLiteral("a1"), qint64 service = 7)
    {
        m_account.id = account;
        m_account.name = QStringLiteral("Test");
        m_service.id = service;
        m_service.organisation = 1;
        m_service.name = QStringLiteral("Test");
        m_service.domain = m_service.domainIdn = QStringLiteral("example.org");
        m_service.addressQuota = 0;
        m_service.addressesUsed = 0;
        m_service.defaultRights = mail::Rights::all();
        for (const auto &[kind, fields] :
             {std::pair{"mailbox",
                        QStringList{QStringLiteral("note"), QStringLiteral("has_spam_filter"),
                                    QStringLiteral("has_ad_filter")}},
              std::pair{"access", QStringList{QStringLiteral("rights")}},
              std::pair{"device", QStringList{QStringLiteral("label"), QStringLiteral("password")}},
              std::pair{"zone", QStringList{QStringLiteral("is_signed")}},
              std::pair{"record", QStringList{QStringLiteral("source"), QStringLiteral("type"),
                                              QStringLiteral("target"), QStringLiteral("ttl")}},
              std::pair{"dkim_key", QStringList{QStringLiteral("state")}}}) {
            for (const mail::Verb verb :
                 {mail::Verb::Create, mail::Verb::Update, mail::Verb::Remove})
                can.allow(verb, QLatin1String(kind));
            for (const QString &field : fields)
                can.allow(mail::Verb::Update, QLatin1String(kind), field);
        }
        can.add(QStringLiteral("changes"));
        can.mailSettings = mail::MailSettings::infomaniak();
        addUser(1, QStringLiteral("Ana"));
        dns.tell = [this](mail::Verb verb, const mail::Ref &object) { tell(verb, object); };
    }

    // ---- what is there (before the test begins, or behind the desktop's back)

    void addUser(qint64 id, const QString &name)
    {
        mail::User user;
        user.id = id;
        user.displayName = name;
        user.email = name.toLower() + QStringLiteral("@example.net");
        user.role = id == 1 ? mail::Role::Owner : mail::Role::Normal;
        m_users.append(user);
    }
    mail::Mailbox addMailbox(const QString &name, const QString &note = {})
    {
        const QMutexLocker lock(&m_mutex);
        return makeMailbox(name, note);
    }
    void changeNote(const QString &name, const QString &note)
    {
        const QMutexLocker lock(&m_mutex);
        mail::Mailbox &m = m_mailboxes[name];
        m.note = note;
        m.version = m.version.value_or(0) + 1;
        tell(mail::Verb::Update, refOf(m));
    }
    void removeMailbox(const QString &name)
    {
        const QMutexLocker lock(&m_mutex);
        const mail::Ref ref = refOf(m_mailboxes.take(name));
        tell(mail::Verb::Remove, ref);
    }
    void addAccess(const QString &mailbox, qint64 user, const mail::Rights &rights)
    {
        const QMutexLocker lock(&m_mutex);
        tell(mail::Verb::Create, refOf(makeAccess(mailbox, user, rights)));
    }
    // Mail came, and somebody read it.
    void deliver(const QString &name, qint64 size, const QDateTime &login = {})
    {
        const QMutexLocker lock(&m_mutex);
        m_mailboxes[name].size = size;
        if (login.isValid())
            m_mailboxes[name].imapLastLogin = login;
        m_moved.removeIf([&](const auto &it) { return it.value() == name; });
        m_moved.insert(++m_activity, name);
    }
    mail::Device addDevice(const QString &mailbox, const QString &label, qint64 user)
    {
        const QMutexLocker lock(&m_mutex);
        const mail::Device device = makeDevice(mailbox, label, user);
        tell(mail::Verb::Create, refOf(device));
        return device;
    }
    qint64 serviceId() const { return m_service.id; }
    mail::Service &service() { return m_service; }
    // Behind the desktop's back, as another administrator would.
    mail::ZoneRecord addRecord(const QString &zone, const QString &source, const QString &type,
                               const QString &target)
    {
        const QMutexLocker lock(&m_mutex);
        const mail::ZoneRecord made = dns.add(zone, source, type, target);
        tell(mail::Verb::Create, refOf(made));
        return made;
    }
    void changeRecord(qint64 id, const QString &target)
    {
        const QMutexLocker lock(&m_mutex);
        mail::ZoneRecord &record = dns.records[id];
        record.target = target;
        record.version = *record.version + 1;
        tell(mail::Verb::Update, refOf(record));
    }
    void removeRecord(qint64 id)
    {
        const QMutexLocker lock(&m_mutex);
        tell(mail::Verb::Remove, refOf(dns.records.take(id)));
    }
    bool has(const QString &name) const { return m_mailboxes.contains(name); }
    mail::Mailbox at(const QString &name) const { return m_mailboxes.value(name); }

    // ---- how it fails

    FakeZones dns;
    std::optional<Error> zonesRefused; // what listing zones answers
    mail::Capabilities can;
    int pageSize = 100;
    int cutAfter = -1; // the network is gone once so many changes were applied
    bool isOffline = false;
    bool feedReset = false;
    bool countsActivity = true;
    int requests = 0;
    std::function<std::optional<Error>(const mail::Change &)> refuse; // nullopt: apply it
    std::function<void(int page)> beforePage;
    std::function<void()> beforeApply;

    // ---- Backend

    const mail::Account &account() const override { return m_account; }

    Result<mail::User> me(Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return m_users.first();
    }
    Result<QList<mail::Service>> services(Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return QList<mail::Service>{m_service};
    }
    Result<mail::Service> service(qint64, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return m_service;
    }
    Result<QList<mail::User>> users(qint64, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return m_users;
    }
    Result<mail::Capabilities> capabilities(qint64, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return can;
    }
    Result<backend::MailboxPage> mailboxes(qint64, int page, Progress &) override
    {
        if (beforePage)
            beforePage(page);
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        backend::MailboxPage answer;
        answer.page = page;
        answer.total = int(m_mailboxes.size());
        answer.pages = std::max(1, (answer.total + pageSize - 1) / pageSize);
        auto it = m_mailboxes.cbegin();
        std::advance(it, std::min(qsizetype(page - 1) * pageSize, m_mailboxes.size()));
        for (; it != m_mailboxes.cend() && answer.mailboxes.size() < pageSize; ++it)
            answer.mailboxes.append(counted(*it));
        return answer;
    }
    Result<mail::Mailbox> mailbox(qint64, const QString &name, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        if (!m_mailboxes.contains(name))
            return notFound();
        return counted(m_mailboxes.value(name));
    }
    Result<QList<mail::Access>> accesses(qint64, const QString &mailbox, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        return m_accesses.value(mailbox);
    }
    Result<QList<mail::Device>> devices(qint64, const QString &mailbox, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        return m_devices.value(mailbox);
    }
    Result<backend::Feed> changes(qint64, qint64 since, qint64 activity, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        backend::Feed feed;
        feed.last = m_feed.isEmpty() ? 0 : m_feed.last().sequence;
        feed.activity = countsActivity ? m_activity : activity;
        if (feedReset || since > feed.last) {
            feed.reset = true;
            return feed;
        }
        for (backend::FeedEntry entry : m_feed) {
            if (entry.sequence <= since)
                continue;
            if (feed.entries.size() == pageSize) {
                feed.complete = false;
                feed.last = feed.entries.last().sequence;
                break;
            }
            if (entry.object.kind == QLatin1String(mail::Mailbox::kind) &&
                m_mailboxes.contains(entry.object.key))
                entry.mailbox = counted(m_mailboxes.value(entry.object.key));
            if (entry.object.kind == QLatin1String(mail::ZoneRecord::kind) &&
                dns.records.contains(entry.object.key.toLongLong()))
                entry.record = dns.records.value(entry.object.key.toLongLong());
            feed.entries.append(entry);
        }
        for (auto it = m_moved.cbegin(); countsActivity && it != m_moved.cend(); ++it) {
            if (it.key() <= activity || !m_mailboxes.contains(it.value()))
                continue;
            if (feed.active.size() == pageSize) {
                feed.complete = false;
                break;
            }
            feed.active.append(counted(m_mailboxes.value(it.value())));
            feed.activity = it.key();
        }
        return feed;
    }
    Result<QList<backend::AuditRow>> audit(qint64, int, Progress &) override
    {
        return QList<backend::AuditRow>();
    }
    Result<backend::Applied> apply(const mail::Change &change, Progress &progress) override
    {
        if (beforeApply)
            beforeApply();
        if (progress.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        if (cutAfter == 0)
            isOffline = true;
        if (const auto gone = net())
            return *gone;
        if (refuse)
            if (const auto why = refuse(change))
                return *why;
        const QMutexLocker lock(&m_mutex);
        auto applied = FakeZones::isAbout(change.object) ? dns.apply(change)
                       : change.object.kind == QLatin1String(mail::Mailbox::kind)
                           ? onMailbox(change)
                       : change.object.kind == QLatin1String(mail::Access::kind) ? onAccess(change)
                                                                                 : onDevice(change);
        if (applied && cutAfter > 0)
            --cutAfter;
        return applied;
    }
    Result<QList<mail::Zone>> zones(const mail::Service &, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        if (zonesRefused)
            return *zonesRefused;
        const QMutexLocker lock(&m_mutex);
        return dns.zones;
    }
    Result<QList<mail::ZoneRecord>> records(const mail::Zone &zone, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        ++recordReads;
        return dns.of(zone.name);
    }
    Result<QList<backend::AuditRow>> zoneHistory(const mail::Zone &, int page, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        return dns.history.mid((page - 1) * 100, 100);
    }
    Result<QList<mail::DkimKey>> dkimKeys(qint64, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        const QMutexLocker lock(&m_mutex);
        return dns.keys.values();
    }
    Result<QList<mail::HostJob>> hostJobs(qint64, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return jobs;
    }
    Result<backend::SecurityHistory> securityHistory(qint64, const QString &, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        return security;
    }
    Result<mail::SecuritySnapshot> lookNow(qint64, const QString &domain, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        mail::SecuritySnapshot look;
        look.domain = domain;
        look.at = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        security.looks.append(look);
        return look;
    }
    Result<void> acceptSecurity(qint64, const mail::SecuritySnapshot &look, Progress &) override
    {
        if (const auto gone = net())
            return *gone;
        security.accepted = look;
        return {};
    }

    QList<mail::HostJob> jobs;
    backend::SecurityHistory security;
    int recordReads = 0;

private:
    static Error notFound() { return {Error::Kind::NotFound, {}, {}, {}, 0}; }
    static Error conflict() { return {Error::Kind::Conflict, {}, {}, {}, 0}; }

    std::optional<Error> net()
    {
        ++requests;
        if (isOffline)
            return Error{Error::Kind::Offline, QStringLiteral("no route"), {}, {}, 0};
        return {};
    }
    void tell(mail::Verb verb, const mail::Ref &object)
    {
        m_feed.append({++m_sequence, verb, object, {}});
    }
    mail::Mailbox counted(mail::Mailbox m) const
    {
        QStringList names;
        for (const mail::Access &access : m_accesses.value(m.name))
            names.append(access.userName);
        m.userCount = int(names.size());
        m.userNames = names;
        m.deviceCount = int(m_devices.value(m.name).size());
        return m;
    }
    mail::Mailbox makeMailbox(const QString &name, const QString &note)
    {
        mail::Mailbox m;
        m.service = m_service.id;
        m.name = name;
        m.address = m.addressIdn = name + u'@' + m_service.domain;
        m.id = ++m_lastId;
        m.note = note.isNull() ? QStringLiteral("") : note;
        m.size = 1000;
        m.imapLastLogin = QDateTime();
        m.hasSpamFilter = true;
        m.hasAutoReply = false;
        m.version = 1;
        m_mailboxes.insert(name, m);
        tell(mail::Verb::Create, refOf(m));
        return m;
    }
    mail::Access makeAccess(const QString &mailbox, qint64 user, const mail::Rights &rights)
    {
        mail::Access access;
        access.service = m_service.id;
        access.mailbox = mailbox;
        access.user = user;
        for (const mail::User &known : m_users)
            if (known.id == user) {
                access.userName = known.displayName;
                access.userEmail = known.email;
            }
        access.rights = rights;
        access.lastUsedAt = QDateTime();
        access.version = 1;
        m_accesses[mailbox].append(access);
        return access;
    }
    mail::Device makeDevice(const QString &mailbox, const QString &label, qint64 user)
    {
        mail::Device device;
        device.service = m_service.id;
        device.mailbox = mailbox;
        device.id = ++m_lastId;
        device.label = label;
        device.type = mail::DeviceType::Phone;
        device.protocols = mail::Protocols::Imap;
        device.user = user;
        device.creatorName = m_users.first().displayName;
        device.lastConnection = QDateTime();
        m_devices[mailbox].append(device);
        return device;
    }

    Result<backend::Applied> onMailbox(const mail::Change &change)
    {
        const QString name = change.object.key.isEmpty() ? change.after.value(u"name").toString()
                                                         : change.object.key;
        if (change.verb == mail::Verb::Create) {
            if (m_mailboxes.contains(name))
                return conflict();
            const mail::Mailbox made = makeMailbox(name, change.after.value(u"note").toString());
            return backend::Applied{
                {mail::Verb::Create, refOf(made), {}, mail::toJson(counted(made))}, {}, {}};
        }
        if (!m_mailboxes.contains(name))
            return notFound();
        mail::Mailbox &m = m_mailboxes[name];
        if (change.verb == mail::Verb::Remove) {
            m_mailboxes.remove(name);
            m_accesses.remove(name);
            m_devices.remove(name);
            tell(mail::Verb::Remove, change.object);
            return backend::Applied{change, {}, {}};
        }
        const QJsonObject now = mail::toJson(m);
        for (auto it = change.before.begin(); it != change.before.end(); ++it)
            if (!it->isNull() && now.value(it.key()) != it.value())
                return conflict();
        if (const auto patched = mail::patch(m, change.after); !patched)
            return patched.error();
        m.note = m.note->trimmed(); // values are normalised: effective is not wished
        m.version = *m.version + 1;
        mail::Change effective = change;
        effective.object = refOf(m);
        if (effective.after.contains(u"note"))
            effective.after.insert(QStringLiteral("note"), *m.note);
        tell(mail::Verb::Update, refOf(m));
        return backend::Applied{effective, {}, {}};
    }
    Result<backend::Applied> onAccess(const mail::Change &change)
    {
        auto &list = m_accesses[change.object.parent];
        const qint64 user = change.verb == mail::Verb::Create && change.object.key.isEmpty()
                                ? change.after.value(u"user").toInteger()
                                : change.object.key.toLongLong();
        const auto it = std::find_if(list.begin(), list.end(),
                                     [user](const mail::Access &a) { return a.user == user; });
        mail::Rights rights;
        (void)mail::fromJson(change.after.value(u"rights"), rights);
        if (change.verb == mail::Verb::Create) {
            if (it != list.end())
                return conflict();
            const mail::Access made = makeAccess(change.object.parent, user, rights);
            tell(change.verb, refOf(made));
            return backend::Applied{{change.verb, refOf(made), {}, mail::toJson(made)}, {}, {}};
        }
        if (it == list.end())
            return notFound();
        tell(change.verb, change.object);
        if (change.verb == mail::Verb::Remove) {
            list.erase(it);
            m_devices[change.object.parent].removeIf(
                [user](const mail::Device &device) { return device.user == user; });
        } else {
            it->rights = rights;
        }
        return backend::Applied{change, {}, {}};
    }
    Result<backend::Applied> onDevice(const mail::Change &change)
    {
        auto &list = m_devices[change.object.parent];
        tell(change.verb, change.object);
        if (change.verb == mail::Verb::Create) {
            const mail::Device made =
                makeDevice(change.object.parent, change.after.value(u"label").toString(),
                           change.after.value(u"user").toInteger());
            return backend::Applied{
                {change.verb, refOf(made), {}, mail::toJson(made)}, Secret::generate(), {}};
        }
        if (change.verb == mail::Verb::Remove && change.object.key == u"*") {
            list.clear();
            return backend::Applied{change, {}, {}};
        }
        const auto it = std::find_if(list.begin(), list.end(), [&](const mail::Device &d) {
            return QString::number(d.id) == change.object.key;
        });
        if (it == list.end())
            return notFound();
        if (change.verb == mail::Verb::Remove) {
            list.erase(it);
            return backend::Applied{change, {}, {}};
        }
        return backend::Applied{
            change, change.after.contains(u"password") ? Secret::generate() : Secret(), {}};
    }

    mutable QMutex m_mutex;
    mail::Account m_account;
    mail::Service m_service;
    QList<mail::User> m_users;
    QMap<QString, mail::Mailbox> m_mailboxes;
    QHash<QString, QList<mail::Access>> m_accesses;
    QHash<QString, QList<mail::Device>> m_devices;
    QList<backend::FeedEntry> m_feed;
    qint64 m_sequence = 0;
    qint64 m_activity = 0;
    QMap<qint64, QString> m_moved; // which mailbox has that number
    qint64 m_lastId = 100;
};

class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
};

} // namespace test
