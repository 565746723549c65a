// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/far.h"

#include "server/db/seed.h"
#include "server/db/tokens.h"

Far::Far()
{
    DaemonSettings settings;
    settings.databasePath = m_folder.filePath(QStringLiteral("main.db"));
    settings.http.accessLog = false;
    m_daemon = std::make_unique<Daemon>(m_host, m_clock, settings);
    const auto said = [this](const auto &result) {
        if (!result && m_error.isEmpty())
            m_error = result.error().detail;
        return bool(result);
    };
    if (!said(m_daemon->open()))
        return;
    const auto someone = [](const char *first, const char *last) {
        return db::SeedPerson{QString::fromUtf8(first), QString::fromUtf8(last),
                              QString::fromUtf8(first).toLower() + QStringLiteral("@example.net"),
                              mail::Role::Normal};
    };
    const auto token =
        db::seed(m_daemon->database(), QStringLiteral("bücher.example"),
                 QStringLiteral("Ana Weber"), QStringLiteral("ana@example.net"),
                 {someone("Ben", "Okafor"), someone("Chiara", "Rossi"), someone("Dmitri", "Novak"),
                  someone("Emma", "Laurent"), someone("Farid", "Haddad")});
    if (!said(token) || !said(m_daemon->start()))
        return;
    m_token = *token;
    m_direct = backend({});
    const auto services = m_direct->services(m_progress);
    if (!said(services) || services->isEmpty())
        return;
    m_service = services->first();
    const auto people = m_direct->users(m_service.organisation, m_progress);
    if (said(people))
        m_people = *people;
}

std::shared_ptr<backend::Backend> Far::backend(mail::Account account) const
{
    return backend(std::move(account), m_token);
}

std::shared_ptr<backend::Backend> Far::backend(mail::Account account, const Secret &token) const
{
    account.kind = mail::AccountKind::Server;
    account.url = m_daemon->url();
    return std::make_shared<backend::HostingApi>(account, token);
}

Secret Far::tokenFor(const QString &name, db::Scope scope)
{
    const auto token =
        db::createToken(m_daemon->database(),
                        {person(name).id, QStringLiteral("story"), scope, {}, {}}, m_clock.now());
    return token ? *token : Secret();
}

bool Far::revoke(const Secret &token)
{
    const auto row = db::tokenByDigest(m_daemon->database(), db::digest(token.reveal()));
    return row && db::removeToken(m_daemon->database(), row->caller.token);
}

void Far::cutMailServers(bool isCut)
{
    if (isCut)
        m_host.failWith(Error{Error::Kind::Storage, QStringLiteral("cut"), {}, {}, 0});
    else
        m_host.failWith({});
}

bool Far::apply(const mail::Change &change)
{
    const auto applied = m_direct->apply(change, m_progress);
    if (!applied)
        qWarning("%s", qPrintable(applied.error().detail));
    return bool(applied);
}

mail::User Far::person(const QString &displayName)
{
    for (const mail::User &user : m_people)
        if (user.displayName == displayName)
            return user;
    return {};
}

bool Far::addMailbox(const QString &name, const QString &note)
{
    mail::Mailbox mailbox;
    mailbox.service = m_service.id;
    mailbox.name = name;
    if (!note.isEmpty())
        mailbox.note = note;
    return apply(mail::creation(mailbox));
}

bool Far::setQuota(int addresses)
{
    db::Database &database = m_daemon->database();
    return bool(database.write([&] {
        return database.run(QStringLiteral("UPDATE service SET address_quota=?"), {addresses});
    }));
}

bool Far::addAccess(const QString &mailbox, const QString &name, const mail::Rights &rights)
{
    mail::Access access;
    access.service = m_service.id;
    access.mailbox = mailbox;
    access.user = person(name).id;
    access.rights = rights;
    return apply(mail::creation(access));
}

bool Far::addZone()
{
    mail::Zone zone;
    zone.service = m_service.id;
    zone.name = m_service.domain;
    return apply(mail::creation(zone));
}

bool Far::addRecord(const QString &source, const QString &type, const QString &target, int ttl)
{
    mail::ZoneRecord record;
    record.service = m_service.id;
    record.zone = m_service.domain;
    record.source = source;
    record.type = type;
    record.target = target;
    record.ttl = ttl;
    return apply(mail::creation(record));
}

QList<mail::ZoneRecord> Far::records()
{
    mail::Zone zone;
    zone.service = m_service.id;
    zone.name = m_service.domain;
    return m_direct->records(zone, m_progress).value_or({});
}

bool Far::changeRecord(const mail::ZoneRecord &from, const QString &target)
{
    mail::ZoneRecord to = from;
    to.target = target;
    return apply(mail::difference(from, to));
}

mail::ZoneRecord Far::record(const QString &source, const QString &type)
{
    for (const mail::ZoneRecord &record : records())
        if (record.source == source && record.type == type)
            return record;
    return {};
}

QStringList Far::recordTexts()
{
    QStringList list;
    for (const mail::ZoneRecord &record : records())
        if (!mail::isOfHost(record))
            list.append(QStringLiteral("%1 %2 %3").arg(record.source, record.type, record.target));
    list.sort();
    return list;
}

bool Far::addDevice(const QString &mailbox, const QString &label, const QString &name)
{
    mail::Device device;
    device.service = m_service.id;
    device.mailbox = mailbox;
    device.label = label;
    device.type = mail::DeviceType::Phone;
    device.protocols = mail::Protocols::Imap;
    device.user = name.isEmpty() ? 0 : person(name).id;
    return apply(mail::creation(device));
}

std::optional<mail::Access> Far::access(const QString &mailbox, const QString &name)
{
    const auto all = m_direct->accesses(m_service.id, mailbox, m_progress);
    if (all)
        for (const mail::Access &access : *all)
            if (access.user == person(name).id)
                return access;
    return {};
}

std::optional<mail::Mailbox> Far::mailbox(const QString &name)
{
    const auto found = m_direct->mailbox(m_service.id, name, m_progress);
    return found ? std::optional(*found) : std::nullopt;
}

QList<mail::Device> Far::devices(const QString &mailbox)
{
    return m_direct->devices(m_service.id, mailbox, m_progress).value_or({});
}
