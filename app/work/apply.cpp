// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/apply.h"

#include "app/work/sync.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace work {

namespace {

using mail::Change;
using mail::Verb;
using store::JournalRow;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

constexpr int rereadAtMost = 50; // addresses that are read again after a partial failure

bool isKind(const mail::Ref &ref, const char *kind) { return ref.kind == QLatin1String(kind); }

bool isOfDns(const mail::Ref &ref)
{
    return isKind(ref, mail::Zone::kind) || isKind(ref, mail::ZoneRecord::kind) ||
           isKind(ref, mail::DkimKey::kind);
}

QString mailboxOf(const mail::Ref &ref)
{
    return isOfDns(ref) ? QString() : isKind(ref, mail::Mailbox::kind) ? ref.key : ref.parent;
}

// What is to be read again after a failure, because nobody knows what of it is so.
struct Unclear
{
    QSet<QString> mailboxes;
    QSet<QString> zones; // their records
    bool allZones = false;
    bool dkimKeys = false;

    void add(const mail::Ref &ref)
    {
        if (isKind(ref, mail::ZoneRecord::kind))
            zones.insert(ref.parent);
        allZones = allZones || isKind(ref, mail::Zone::kind);
        dkimKeys = dkimKeys || isKind(ref, mail::DkimKey::kind);
        if (const QString name = mailboxOf(ref); !name.isEmpty())
            mailboxes.insert(name);
    }
};

QString nameOfNew(const Change &creation)
{
    const QString name = creation.after.value(u"name").toString();
    return (name.isEmpty() ? creation.object.key : name).toLower();
}

bool makesAddress(const Change &change)
{
    return change.verb == Verb::Create && isKind(change.object, mail::Mailbox::kind);
}

// Whoever has the name now is not the address that the change was meant for.
Error notCreated()
{
    return {Error::Kind::NotFound,
            QStringLiteral("The address was not created"),
            {},
            QStringLiteral("address-not-created"),
            0};
}

// The next row would fail in the same way.
bool endsTheRun(const Error &error)
{
    return error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Offline ||
           error.kind == Error::Kind::Unauthorized;
}

// ---- the cache, from effective changes

// What is used of the quota of addresses, where the service tells it.
Result<void> countAddress(store::Cache &cache, const store::Scope &scope, int by)
{
    QList<mail::Service> services = cache.services(scope.account);
    const auto service =
        std::find_if(services.begin(), services.end(), [&](const mail::Service &s) {
            return s.id == scope.service && s.addressesUsed;
        });
    if (service == services.end())
        return {};
    service->addressesUsed = std::max(0, *service->addressesUsed + by);
    return cache.setServices(scope.account, services);
}

Result<void> keepMailbox(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    const auto known = cache.mailbox(scope, change.object.key);
    if (change.verb == Verb::Remove) {
        if (const auto removed = cache.removeMailbox(scope, change.object.key); !removed)
            return removed;
        return known ? countAddress(cache, scope, -1) : Result<void>();
    }
    mail::Mailbox mailbox = known.value_or(mail::Mailbox());
    if (const auto patched = mail::patch(mailbox, change.after); !patched)
        return patched;
    mailbox.service = scope.service;
    if (mailbox.name.isEmpty())
        mailbox.name = change.object.key;
    if (change.object.version)
        mailbox.version = change.object.version;
    mailbox.target.reset();
    if (mailbox.address.isEmpty()) { // a creation that could not be read back
        if (const auto service = cache.service(scope)) {
            mailbox.address = mailbox.name + u'@' + service->domain;
            mailbox.addressIdn = mailbox.name + u'@' + service->domainIdn;
        }
    }
    if (const auto kept = cache.putMailboxes(scope, {mailbox}); !kept)
        return kept;
    return known ? Result<void>() : countAddress(cache, scope, 1);
}

// Counts in the row of the address; a count that is not known stays so.
Result<void> recount(store::Cache &cache, const store::Scope &scope, const QString &name, int users,
                     int devices, const QString &newUser = {}, const QString &oldUser = {})
{
    auto mailbox = cache.mailbox(scope, name);
    if (!mailbox)
        return {};
    if (users && mailbox->userCount) {
        const bool isListed =
            mailbox->userNames && mailbox->userNames->size() == *mailbox->userCount;
        mailbox->userCount = std::max(0, *mailbox->userCount + users);
        if (mailbox->userNames && isListed && !newUser.isEmpty())
            mailbox->userNames->append(newUser);
        if (mailbox->userNames && !oldUser.isEmpty())
            mailbox->userNames->removeOne(oldUser);
    }
    if (devices && mailbox->deviceCount)
        mailbox->deviceCount = std::max(0, *mailbox->deviceCount + devices);
    return cache.putMailboxes(scope, {*mailbox});
}

// A list that was never read stays unread: one row of it is not the list.
bool isListKnown(const store::Cache &cache, const store::Scope &scope, const QString &name)
{
    return cache.knownSince(scope, name).isValid();
}

Result<void> keepAccess(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    const QString &name = change.object.parent;
    auto list = cache.accesses(scope, name);
    const bool isKnown = isListKnown(cache, scope, name) || !list.isEmpty();
    const auto it = std::find_if(list.begin(), list.end(), [&](const mail::Access &access) {
        return QString::number(access.user) == change.object.key;
    });
    const bool isListed = it != list.end();
    QString newUser;
    QString oldUser;
    int users = 0;
    if (change.verb == Verb::Remove) {
        oldUser = isListed ? it->userName : change.before.value(u"user_name").toString();
        users = -1;
        if (isListed)
            list.erase(it);
    } else {
        mail::Access access = isListed ? *it : mail::Access();
        if (const auto patched = mail::patch(access, change.after); !patched)
            return patched;
        access.service = scope.service;
        access.mailbox = name;
        if (!access.user)
            access.user = change.object.key.toLongLong();
        if (access.userName.isEmpty())
            access.userName = change.object.label;
        if (change.object.version)
            access.version = change.object.version;
        if (isListed)
            *it = access;
        else
            list.append(access);
        if (change.verb == Verb::Create && !isListed) {
            users = 1;
            newUser = access.userName;
        }
    }
    if (isKnown)
        if (const auto kept = cache.setAccesses(scope, name, list); !kept)
            return kept;
    return users ? recount(cache, scope, name, users, 0, newUser, oldUser) : Result<void>();
}

Result<void> keepDevice(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    const QString &name = change.object.parent;
    auto list = cache.devices(scope, name);
    const bool isKnown = isListKnown(cache, scope, name) || !list.isEmpty();
    if (change.verb == Verb::Remove && change.object.key == u"*") {
        const auto mailbox = cache.mailbox(scope, name);
        const int had = mailbox ? mailbox->deviceCount.value_or(0) : 0;
        if (const auto kept = cache.setDevices(scope, name, {}); !kept)
            return kept;
        return recount(cache, scope, name, 0, -had);
    }
    const auto it = std::find_if(list.begin(), list.end(), [&](const mail::Device &device) {
        return QString::number(device.id) == change.object.key;
    });
    const bool isListed = it != list.end();
    int devices = 0;
    if (change.verb == Verb::Remove) {
        devices = -1;
        if (isListed)
            list.erase(it);
    } else {
        mail::Device device = isListed ? *it : mail::Device();
        if (const auto patched = mail::patch(device, change.after); !patched)
            return patched;
        device.service = scope.service;
        device.mailbox = name;
        if (!device.id)
            device.id = change.object.key.toLongLong();
        device.password.reset();
        if (change.object.version)
            device.version = change.object.version;
        if (!device.id)
            return {}; // made, but not to be told apart from others: the next reading has it
        if (isListed)
            *it = device;
        else
            list.append(device);
        devices = change.verb == Verb::Create && !isListed ? 1 : 0;
    }
    if (isKnown)
        if (const auto kept = cache.setDevices(scope, name, list); !kept)
            return kept;
    return devices ? recount(cache, scope, name, 0, devices) : Result<void>();
}

Result<void> keepService(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    QList<mail::Service> services = cache.services(scope.account);
    for (mail::Service &service : services)
        if (service.id == scope.service)
            if (const auto patched = mail::patch(service, change.after); !patched)
                return patched;
    return cache.setServices(scope.account, services);
}

Result<void> keepZone(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    for (mail::Zone &zone : cache.zones(scope)) {
        if (zone.name != change.object.key)
            continue;
        if (const auto patched = mail::patch(zone, change.after); !patched)
            return patched;
        if (change.object.version)
            zone.version = change.object.version;
        zone.delegation.reset(); // other keys, other DS records: the next reading has them
        return cache.putZone(scope, zone);
    }
    return {};
}

Result<void> keepRecord(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    const QString &zone = change.object.parent;
    const qint64 id = change.object.key.toLongLong();
    if (id <= 0)
        return {}; // made, but not to be told apart from others: the next reading has it
    if (change.verb == Verb::Remove)
        return cache.putRecords(scope, zone, {}, {id});
    // A record that was made anew has another number than before.
    const qint64 was = change.before.value(u"id").toInteger(id);
    mail::ZoneRecord record;
    if (change.verb == Verb::Update) {
        const auto known = cache.record(scope, zone, was);
        if (!known)
            return {};
        record = *known;
    }
    if (const auto patched = mail::patch(record, change.after); !patched)
        return patched;
    record.service = scope.service;
    record.zone = zone;
    record.id = id;
    if (change.object.version)
        record.version = change.object.version;
    return cache.putRecords(scope, zone, {record},
                            was == id ? QList<qint64>() : QList<qint64>{was});
}

Result<void> keepDkimKey(store::Cache &cache, const store::Scope &scope, const Change &change)
{
    const qint64 id = change.object.key.toLongLong();
    if (id <= 0)
        return {};
    if (change.verb == Verb::Remove)
        return cache.removeDkimKey(scope, id);
    mail::DkimKey key;
    for (const mail::DkimKey &known : cache.dkimKeys(scope))
        if (known.id == id)
            key = known;
    if (change.verb == Verb::Update && key.id == 0)
        return {};
    if (const auto patched = mail::patch(key, change.after); !patched)
        return patched;
    key.service = scope.service;
    key.id = id;
    if (change.object.version)
        key.version = change.object.version;
    return cache.putDkimKey(scope, key);
}

Result<void> keep(store::Cache &cache, const store::Scope &scope, const Change &effective)
{
    if (isKind(effective.object, mail::Mailbox::kind))
        return keepMailbox(cache, scope, effective);
    if (isKind(effective.object, mail::Access::kind))
        return keepAccess(cache, scope, effective);
    if (isKind(effective.object, mail::Device::kind))
        return keepDevice(cache, scope, effective);
    if (isKind(effective.object, mail::Service::kind))
        return keepService(cache, scope, effective);
    if (isKind(effective.object, mail::Zone::kind))
        return keepZone(cache, scope, effective);
    if (isKind(effective.object, mail::ZoneRecord::kind))
        return keepRecord(cache, scope, effective);
    if (isKind(effective.object, mail::DkimKey::kind))
        return keepDkimKey(cache, scope, effective);
    return {};
}

// The passwords of a user end with the access, where the service does so: it tells which are left.
bool takesDevicesAlong(const Change &effective, const store::Cache &cache,
                       const store::Scope &scope)
{
    if (effective.verb != Verb::Remove || !isKind(effective.object, mail::Access::kind))
        return false;
    const auto devices = cache.devices(scope, effective.object.parent);
    return std::any_of(devices.begin(), devices.end(), [&](const mail::Device &device) {
        return device.user && QString::number(*device.user) == effective.object.key;
    });
}

// Effective is not wished: what was refused is shown as it is, not as it was thought to be.
void readAgain(const Unclear &unclear, backend::Backend &backend, store::Cache &cache,
               qint64 service, Progress &progress)
{
    const SystemClock clock;
    int left = rereadAtMost;
    for (const QString &name : unclear.mailboxes)
        if (left-- > 0 && !progress.cancelled())
            (void)syncMailbox(backend, cache, service, name, progress);
    if (unclear.allZones && !progress.cancelled())
        (void)syncZones(backend, cache, service, clock, progress);
    else
        for (const QString &zone : unclear.zones)
            if (!progress.cancelled())
                (void)syncRecords(backend, cache, service, zone, clock, progress);
    if (unclear.dkimKeys && !progress.cancelled())
        (void)syncDkimKeys(backend, cache, service, clock, progress);
}

// ---- one run over rows of an entry

struct Row
{
    int number = 0; // in the entry
    Change wish;
    std::optional<Error> refused = {}; // it is not tried
};

Result<ApplyReport> runRows(qint64 entry, const QList<Row> &rows, const store::Scope &scope,
                            backend::Backend &backend, store::Cache &cache, store::Journal &journal,
                            Progress &progress)
{
    ApplyReport report;
    report.entry = entry;
    std::optional<Error> end; // of the run: the rest fails with it, untried
    QSet<QString> namesakes;  // of addresses that were not created
    Unclear unclear;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const auto &[row, wish, refused] = rows.at(at);
        RowResult result;
        result.wish = wish;
        if (!end && progress.cancelled())
            end = Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        if (refused) {
            result.error = *refused;
        } else if (end) {
            result.error = *end;
        } else if (!makesAddress(wish) && namesakes.contains(mailboxOf(wish.object).toLower())) {
            result.error = notCreated();
        } else {
            progress.step(at, rows.size(), wish.object.label);
            auto applied = backend.apply(wish, progress);
            if (applied) {
                result.effective = applied->effective;
                result.password = applied->password;
                if (applied->shortfall) {
                    result.error = *applied->shortfall;
                    unclear.add(applied->effective.object);
                }
                // The journal has it already or will say so: a cache that cannot be written is
                // made good by the next sync.
                if (takesDevicesAlong(applied->effective, cache, scope))
                    unclear.add(applied->effective.object);
                (void)keep(cache, scope, applied->effective);
            } else {
                result.error = applied.error();
                if (endsTheRun(result.error))
                    end = result.error;
                else if (makesAddress(wish))
                    namesakes.insert(nameOfNew(wish));
                else
                    unclear.add(wish.object);
            }
        }
        JournalRow done;
        done.wish = wish;
        done.state = result.effective ? JournalRow::State::Done : JournalRow::State::Failed;
        if (result.effective)
            done.effective = *result.effective;
        done.error = result.error;
        if (const auto written = journal.setRow(entry, row, done); !written && !end)
            end = written.error(); // what cannot be written down is not done
        ++(result.effective ? report.done : report.failed);
        report.rows.append(result);
    }
    if (!end)
        readAgain(unclear, backend, cache, scope.service, progress);
    progress.step(rows.size(), rows.size());
    if (const auto finished = journal.finish(entry); !finished && report.done == 0)
        return finished.error();
    return report;
}

// Only what can be set; the far side says the rest.
template <mail::Fielded T>
QJsonObject writable(const QJsonObject &json)
{
    QJsonObject kept;
    mail::eachField<T>([&](const auto &field) {
        const QLatin1String name(field.name);
        if (!(field.flags & mail::ReadOnly) && json.contains(name))
            kept.insert(name, json.value(name));
    });
    return kept;
}

} // namespace

QList<mail::Change> ApplyReport::left() const
{
    QList<mail::Change> wishes;
    for (const RowResult &row : rows)
        if (!row.effective)
            wishes.append(row.wish);
    return wishes;
}

Result<ApplyReport> apply(const mail::ChangeSet &set, backend::Backend &backend,
                          store::Cache &cache, store::Journal &journal, const store::Scope &scope,
                          const QString &by, Progress &progress, qint64 undoes)
{
    if (set.changes.isEmpty())
        return Error::invalid({}, QStringLiteral("There is nothing to apply"));
    const auto entry = journal.start(scope, set, by, undoes);
    if (!entry)
        return entry.error();
    QList<Row> rows;
    for (int i = 0; i < set.changes.size(); ++i)
        rows.append({i, set.changes.at(i)});
    return runRows(*entry, rows, scope, backend, cache, journal, progress);
}

Result<ApplyReport> applyEntry(qint64 id, backend::Backend &backend, store::Cache &cache,
                               store::Journal &journal, Progress &progress)
{
    const auto entry = journal.entry(id);
    if (!entry)
        return Error{Error::Kind::NotFound, QStringLiteral("No such entry"), {}, {}, 0};
    QList<Row> rows;
    for (int i = 0; i < entry->rows.size(); ++i) {
        const JournalRow &row = entry->rows.at(i);
        if (row.state == JournalRow::State::Done)
            continue;
        if (canRetry(row.wish))
            rows.append({i, row.wish});
        else if (row.state == JournalRow::State::Planned) // it has no reason yet
            rows.append({i, row.wish, unseenPassword()});
    }
    if (rows.isEmpty())
        return Error::invalid({}, QStringLiteral("There is nothing to apply"));
    if (const auto begun = journal.begin(id); !begun)
        return begun.error();
    return runRows(id, rows, entry->scope, backend, cache, journal, progress);
}

bool canRetry(const mail::Change &wish)
{
    return !isKind(wish.object, mail::Device::kind) ||
           (wish.verb != Verb::Create && !wish.after.contains(u"password"));
}

Error unseenPassword()
{
    return {Error::Kind::Unsupported,
            QStringLiteral("A password is made only where it is shown"),
            {},
            QStringLiteral("password-unseen"),
            0};
}

bool canUndo(const mail::Change &effective)
{
    switch (effective.verb) {
    case Verb::Create:
        // Taking back a creation needs to know what was made.
        return !effective.object.key.isEmpty();
    case Verb::Remove:
        return isKind(effective.object, mail::Access::kind) ||
               isKind(effective.object, mail::ZoneRecord::kind);
    case Verb::Update:
        // A key goes one way, but for one that was only just taken from signing.
        if (isKind(effective.object, mail::DkimKey::kind))
            return effective.before.value(u"state") ==
                       QString(mail::word(mail::DkimState::Signing)) &&
                   effective.after.value(u"state") ==
                       QString(mail::word(mail::DkimState::Retiring));
        break;
    }
    if (effective.after.isEmpty())
        return false;
    for (auto it = effective.after.begin(); it != effective.after.end(); ++it) {
        const QJsonValue was = effective.before.value(it.key());
        if (it.key() == u"password" || was.isNull() || was.isUndefined())
            return false; // nobody knows what to go back to
    }
    return true;
}

mail::Change takenBack(const Change &effective)
{
    Change back = effective.inverse();
    back.object.version = 0; // written since: `before` is what is compared
    if (back.verb == Verb::Create && isKind(back.object, mail::Access::kind))
        back.after = writable<mail::Access>(back.after);
    if (back.verb == Verb::Create && isKind(back.object, mail::ZoneRecord::kind)) {
        back.after = writable<mail::ZoneRecord>(back.after);
        back.object.key = QStringLiteral("0"); // it comes back under another number
    }
    return back;
}

Undo undoOf(const store::JournalEntry &entry)
{
    Undo undo;
    undo.set.title = entry.undoes ? Text::tr("Redo: %1").arg(entry.title)
                                  : Text::tr("Undo: %1").arg(entry.title);
    std::for_each(entry.rows.crbegin(), entry.rows.crend(), [&](const JournalRow &row) {
        if (row.state != JournalRow::State::Done)
            return;
        if (canUndo(row.effective))
            undo.set.changes.append(takenBack(row.effective));
        else
            undo.impossible.append(row.effective);
    });
    return undo;
}

} // namespace work
