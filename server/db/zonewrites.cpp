// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/domain.h"
#include "server/db/mailboxes.h"
#include "server/db/zoneedit.h"

#include <QSet>

#include <algorithm>

namespace db {

namespace {

bool isSame(const mail::ZoneRecord &a, const mail::ZoneRecord &b)
{
    return a.source == b.source && a.type == b.type && a.target == b.target;
}

mail::Zone asValue(const ZoneRow &row)
{
    mail::Zone zone;
    zone.service = row.service;
    zone.name = row.name;
    zone.nameIdn = row.nameForPeople;
    zone.id = row.id;
    zone.isSigned = row.isSigned;
    zone.delegation = row.delegation;
    zone.serial = row.serial;
    zone.version = row.version;
    return zone;
}

Error hostsOwn()
{
    return invalidRecord(QStringLiteral("record_id"),
                         QStringLiteral("This record is the host's and cannot be changed"));
}

// Each once.
Result<QList<mail::ZoneRecord>> canonical(const ZoneRow &zone, const QList<NewRecord> &wishes)
{
    QList<mail::ZoneRecord> list;
    QSet<QString> seen;
    for (const NewRecord &wish : wishes) {
        auto record = canonical(zone, wish);
        if (!record)
            return record.error();
        const QString key = record->source + u'\n' + record->type + u'\n' + record->target;
        if (seen.contains(key))
            continue;
        seen.insert(key);
        list.append(*std::move(record));
    }
    return list;
}

} // namespace

Result<Effective> createZone(Database &database, const Caller &caller, qint64 service,
                             const NewZone &wish)
{
    return database.write([&]() -> Result<Effective> {
        const auto home = serviceOfDomain(database, wish.name);
        if (!home)
            return home.error();
        if (*home != service)
            return Error{Error::Kind::NotFound,
                         QStringLiteral("%1 is no domain of this mail hosting").arg(wish.name),
                         {},
                         {},
                         0};
        const auto domain = mail::domainFrom(wish.name);
        if (!domain)
            return domain.error();
        ZoneRow row;
        row.service = service;
        row.name = wish.name;
        row.nameForPeople = domain->unicode;
        {
            auto rows = database.run(
                QStringLiteral("SELECT zone_serial FROM domain WHERE ascii = ?"), {row.name});
            if (!rows)
                return rows.error();
            if (rows->next())
                row.serial = quint32(rows->number(0));
        }
        {
            auto rows = database.run(
                QStringLiteral("INSERT INTO zone (service_id, name, for_people, serial, "
                               "updated_at) VALUES (?, ?, ?, 0, ?)"),
                {service, row.name, row.nameForPeople, caller.now.toSecsSinceEpoch()});
            if (!rows && rows.error().kind == Error::Kind::Conflict)
                return Error{Error::Kind::Conflict,
                             QStringLiteral("The zone %1 is there already").arg(wish.name),
                             {},
                             QStringLiteral("zone_already_exists"),
                             0};
            if (!rows)
                return rows.error();
            row.id = rows->insertedId();
        }
        if (auto done =
                database.run(QStringLiteral("DELETE FROM zone_removal WHERE name = ?"), {row.name});
            !done)
            return done.error();
        const auto made =
            recordVersion(database, caller, mail::creation(asValue(row)), "zone", row.id);
        if (!made)
            return made.error();
        const auto wanted = canonical(row, wish.records);
        if (!wanted)
            return wanted.error();
        ZoneEdit edit(database, caller, row);
        mail::ZoneRecord host;
        host.service = service;
        host.zone = row.name;
        host.ttl = mail::usualTtl;
        host.type = QStringLiteral("NS");
        for (const QString &name : wish.nameServers) {
            host.target = name;
            if (auto done = edit.add(host, true); !done)
                return done.error();
        }
        host.type = QStringLiteral("SOA");
        host.target = edit.startOfAuthority();
        if (auto done = edit.add(host, true); !done)
            return done.error();
        for (const mail::ZoneRecord &one : *wanted)
            if (auto done = edit.add(one); !done)
                return done.error();
        const auto done = edit.finish();
        if (!done)
            return done.error();
        const qint64 last = std::max(made->sequence, done->sequence);
        return Effective{made->change, last, last};
    });
}

Result<Effective> replaceRecords(Database &database, const Caller &caller, const QString &name,
                                 const QList<NewRecord> &wishes, quint32 serial, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        if ((serial && serial != edit->place().serial) ||
            (version && version != edit->place().version))
            return changedMeanwhile(edit->place().nameForPeople);
        auto wanted = canonical(edit->place(), wishes);
        if (!wanted)
            return wanted.error();
        const QList<RecordRow> old = edit->now();
        for (const RecordRow &row : old) {
            if (row.isHosts)
                continue;
            const auto stays =
                std::find_if(wanted->begin(), wanted->end(),
                             [&](const mail::ZoneRecord &one) { return isSame(one, row.record); });
            if (stays == wanted->end()) {
                if (auto done = edit->remove(row); !done)
                    return done.error();
                continue;
            }
            if (stays->ttl != row.record.ttl) {
                mail::ZoneRecord edited = row.record;
                edited.ttl = stays->ttl;
                if (auto done = edit->change(row, edited); !done)
                    return done.error();
            }
            wanted->erase(stays);
        }
        for (const mail::ZoneRecord &one : std::as_const(*wanted))
            if (auto done = edit->add(one); !done)
                return done.error();
        return edit->finish();
    });
}

Result<Effective> setSigned(Database &database, const Caller &caller, const QString &name,
                            bool isSigned, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto old = zone(database, name);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(old->nameForPeople);
        if (old->isSigned == isSigned)
            return Effective{};
        mail::Zone after = asValue(*old);
        after.isSigned = isSigned;
        // A new serial, so that it is seen when the name server has done it.
        if (auto done =
                database.run(QStringLiteral("UPDATE zone SET is_signed = ?, delegation = '' "
                                            "WHERE id = ?"),
                             {int(isSigned), old->id});
            !done)
            return done.error();
        const auto noted = recordVersion(database, caller, mail::difference(asValue(*old), after),
                                         "zone", old->id);
        if (!noted)
            return noted.error();
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        edit->touch();
        if (auto done = edit->finish(); !done)
            return done.error();
        return *noted;
    });
}

Result<Effective> removeZone(Database &database, const Caller &caller, const QString &name,
                             qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        const ZoneRow old = edit->place();
        if (version && version != old.version)
            return changedMeanwhile(old.nameForPeople);
        const auto text = zoneText(database, name);
        if (!text)
            return text.error();
        const QList<RecordRow> all = edit->now();
        for (const RecordRow &row : all)
            if (auto done = edit->remove(row); !done)
                return done.error();
        for (const auto &[sql, values] : std::initializer_list<std::pair<QString, QVariantList>>{
                 {QStringLiteral("DELETE FROM zone WHERE id = ?"), {old.id}},
                 {QStringLiteral("INSERT INTO zone_removal (name, requested_at) VALUES (?, ?)"),
                  {name, caller.now.toSecsSinceEpoch()}}})
            if (auto done = database.run(sql, values); !done)
                return done.error();
        mail::Change change = mail::removal(asValue(old));
        change.before.insert(QStringLiteral("skel"), *text); // so that it can be made again
        return record(database, caller, change);
    });
}

Result<Effective> createRecord(Database &database, const Caller &caller, const QString &name,
                               const NewRecord &wish)
{
    return database.write([&]() -> Result<Effective> {
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        const auto record = canonical(edit->place(), wish);
        if (!record)
            return record.error();
        if (auto done = edit->add(*record); !done)
            return done.error();
        return edit->finish();
    });
}

Result<Effective> updateRecord(Database &database, const Caller &caller, const QString &name,
                               qint64 id, const RecordEdit &edit, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto old = record(database, name, id);
        if (!old)
            return old.error();
        if (old->isHosts)
            return hostsOwn();
        if (version && version != old->record.version)
            return changedMeanwhile(mail::refOf(old->record).label);
        auto open = ZoneEdit::open(database, caller, name);
        if (!open)
            return open.error();
        auto wanted =
            canonical(open->place(), {old->record.source, old->record.type,
                                      edit.target.value_or(old->record.target),
                                      edit.ttl.value_or(old->record.ttl.value_or(mail::usualTtl))});
        if (!wanted)
            return wanted.error();
        mail::ZoneRecord after = old->record;
        after.target = wanted->target;
        after.ttl = wanted->ttl;
        if (after == old->record)
            return Effective{{mail::Verb::Update, mail::refOf(after), {}, {}}, 0};
        if (auto done = open->change(*old, after); !done)
            return done.error();
        return open->finish();
    });
}

Result<Effective> removeRecord(Database &database, const Caller &caller, const QString &name,
                               qint64 id, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto old = record(database, name, id);
        if (!old)
            return old.error();
        if (old->isHosts)
            return hostsOwn();
        if (version && version != old->record.version)
            return changedMeanwhile(mail::refOf(old->record).label);
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        if (auto done = edit->remove(*old); !done)
            return done.error();
        return edit->finish();
    });
}

Result<Effective> ensureRecord(Database &database, const Caller &caller, const QString &name,
                               const NewRecord &wish)
{
    return database.write([&]() -> Result<Effective> {
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        const auto wanted = canonical(edit->place(), wish);
        if (!wanted)
            return wanted.error();
        const QList<RecordRow> rows = edit->now();
        for (const RecordRow &row : rows) {
            if (!isSame(row.record, *wanted))
                continue;
            mail::ZoneRecord after = row.record;
            after.ttl = wanted->ttl;
            if (after == row.record)
                return Effective{{mail::Verb::Update, mail::refOf(after), {}, {}}, 0};
            if (auto done = edit->change(row, after); !done)
                return done.error();
            return edit->finish();
        }
        if (auto done = edit->add(*wanted); !done)
            return done.error();
        return edit->finish();
    });
}

Result<Effective> dropRecord(Database &database, const Caller &caller, const QString &name,
                             const QString &source, const QString &type, const QString &target)
{
    return database.write([&]() -> Result<Effective> {
        auto edit = ZoneEdit::open(database, caller, name);
        if (!edit)
            return edit.error();
        const auto unwanted = canonical(edit->place(), {source, type, target});
        if (!unwanted)
            return unwanted.error();
        const QList<RecordRow> rows = edit->now();
        for (const RecordRow &row : rows)
            if (!row.isHosts && isSame(row.record, *unwanted))
                if (auto done = edit->remove(row); !done)
                    return done.error();
        return edit->finish();
    });
}

Result<void> noteDelegation(Database &database, const Caller &caller, const QString &name,
                            const QStringList &delegation)
{
    return database.write([&]() -> Result<void> {
        const auto old = zone(database, name);
        if (!old && old.error().kind == Error::Kind::NotFound)
            return {}; // deleted meanwhile
        if (!old)
            return old.error();
        if (old->delegation == delegation)
            return {};
        if (auto done = database.run(QStringLiteral("UPDATE zone SET delegation = ? WHERE id = ?"),
                                     {delegation.join(u'\n'), old->id});
            !done)
            return done.error();
        const QString field = QStringLiteral("delegation");
        mail::Change change{mail::Verb::Update, mail::refOf(asValue(*old)), {}, {}};
        change.before.insert(field, mail::toJson(old->delegation));
        change.after.insert(field, mail::toJson(delegation));
        if (auto noted = recordVersion(database, caller, change, "zone", old->id); !noted)
            return noted.error();
        return {};
    });
}

Result<void> keepNameServers(Database &database, const Caller &caller, const QStringList &names)
{
    return database.write([&]() -> Result<void> {
        const auto zones = zonesOf(database, 0);
        if (!zones)
            return zones.error();
        for (const ZoneRow &row : *zones) {
            auto edit = ZoneEdit::open(database, caller, row.name);
            if (!edit)
                return edit.error();
            QStringList missing = names;
            const QList<RecordRow> rows = edit->now();
            for (const RecordRow &one : rows)
                if (one.isHosts && one.record.type == u"NS" &&
                    missing.removeAll(one.record.target) == 0)
                    if (auto done = edit->remove(one); !done)
                        return done.error();
            mail::ZoneRecord server;
            server.service = row.service;
            server.zone = row.name;
            server.type = QStringLiteral("NS");
            server.ttl = mail::usualTtl;
            for (const QString &name : std::as_const(missing)) {
                server.target = name;
                if (auto done = edit->add(server, true); !done)
                    return done.error();
            }
            if (auto done = edit->finish(); !done)
                return done.error();
        }
        return {};
    });
}

} // namespace db
