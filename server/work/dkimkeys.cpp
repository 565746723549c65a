// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/dkimkeys.h"

#include "app/base/log.h"
#include "app/check/dns/dkim.h"
#include "app/mail/domain.h"
#include "app/mail/selector.h"
#include "app/wire/dns/zonetext.h"
#include "server/db/looks.h"
#include "server/db/mailboxes.h"
#include "server/db/zones.h"

namespace hostwork {

namespace {

using mail::DkimKey;
using mail::DkimState;

Error conflict(const QString &detail, const char *code)
{
    return {Error::Kind::Conflict, detail, {}, QLatin1String(code), 0};
}

// What was asked for is not written down: who signs has to be settled first.
Error behind()
{
    return conflict(
        QStringLiteral("OpenDKIM could not take over who signs; it is tried again until "
                       "it does"),
        "signing_is_behind");
}

QString recordName(const DkimKey &key)
{
    return key.selector + QStringLiteral("._domainkey.") + key.domain;
}

} // namespace

host::SigningKey signingKey(const DkimKey &key)
{
    return {key.domain, key.selector, key.algorithm.value_or(mail::DkimAlgorithm::Rsa)};
}

Result<void> DkimKeys::canSign() const
{
    const QString missing = m_tools.host.signing().missing();
    if (missing.isEmpty())
        return {};
    return Error{Error::Kind::Unsupported,
                 QStringLiteral("This mail host cannot sign: %1").arg(missing),
                 {},
                 QStringLiteral("no_opendkim"),
                 0};
}

Result<DkimKey> DkimKeys::make(const db::Caller &caller, qint64 service, const QString &domain,
                               mail::DkimAlgorithm algorithm, const QString &selector,
                               const std::function<Result<void>(qint64 id)> &inside)
{
    if (auto can = canSign(); !can)
        return can.error();
    const auto name = mail::domainFrom(domain);
    if (!name)
        return name.error();
    if (const auto ours = db::domainOf(m_tools.database, service, name->ascii); !ours)
        return Error::invalid(QStringLiteral("domain"), ours.error().detail);
    auto taken = db::selectorsEverUsed(m_tools.database, name->ascii);
    if (!taken)
        return taken.error();
    host::SigningKey key{name->ascii, {}, algorithm};
    if (!selector.isEmpty()) {
        const auto wished = mail::selectorFrom(selector, name->ascii);
        if (!wished)
            return wished.error();
        key.selector = *wished;
    }
    host::Signing &signing = m_tools.host.signing();
    Result<QString> record = QString();
    do {
        if (selector.isEmpty())
            key.selector = mail::selectorMade(caller.now.date(), *taken);
        else if (taken->contains(key.selector))
            return Error{Error::Kind::Conflict,
                         QStringLiteral("%1 has or had a key under the selector %2 already; each "
                                        "key needs a selector of its own")
                             .arg(name->unicode, key.selector),
                         QStringLiteral("selector"), QStringLiteral("selector_already_exists"), 0};
        // Somebody else may be making the same one at this moment.
        record = signing.makeKey(key);
        taken->append(key.selector);
    } while (!record && record.error().kind == Error::Kind::Conflict);
    if (!record)
        return record.error();
    const check::DkimKey parsed = check::parseDkimKey(record->toLatin1());
    const auto kept = m_tools.database.write([&]() -> Result<db::KeptKey> {
        auto added = db::addDkimKey(m_tools.database, caller, service,
                                    {name->ascii, key.selector, algorithm, parsed.bits, *record});
        if (added && inside)
            if (auto done = inside(added->key.id); !done)
                return done.error();
        return added;
    });
    if (!kept) {
        if (const auto dropped = signing.dropKey(key); !dropped)
            qCWarning(lcHost) << dropped.error().detail;
        return kept.error();
    }
    if (auto published = m_tools.publishZone(name->ascii); !published)
        return published.error();
    return kept->key;
}

Result<QStringList> DkimKeys::lacking(const DkimKey &key, Progress &progress)
{
    const QByteArray name = recordName(key).toLatin1();
    const QString text = key.record.value_or(QString());
    const auto zone = db::zone(m_tools.database, key.domain);
    if (!zone && zone.error().kind != Error::Kind::NotFound)
        return zone.error();
    if (!zone || !m_tools.host.zones().missing().isEmpty())
        return m_tools.world.lacking(name, text.toLatin1(), progress);
    const auto data = wire::dataFrom(wire::RecordType::TXT, text);
    if (!data)
        return data.error();
    const auto live = m_tools.host.zones().isLive(
        key.domain, {name, wire::RecordType::TXT, quint32(mail::usualTtl), *data}, progress);
    if (!live)
        return live.error();
    if (*live)
        return QStringList();
    return QStringList{
        QStringLiteral("not every name server of %1 has %2 yet").arg(key.domain, recordName(key))};
}

Result<DkimKey> DkimKeys::move(const db::Caller &caller, qint64 service, qint64 id, DkimState state,
                               qint64 version, Progress &progress)
{
    const auto old = db::dkimKey(m_tools.database, service, id);
    if (!old)
        return old.error();
    if (version && version != old->version)
        return db::changedMeanwhile(QStringLiteral("The key"));
    const DkimState from = old->state.value_or(DkimState::Made);
    if (from == state)
        return *old;
    if (from == DkimState::Retired)
        return conflict(QStringLiteral("This key is retired: its private half is gone"),
                        "key_is_retired");
    if (state == DkimState::Made || (from == DkimState::Made && state == DkimState::Retiring))
        return conflict(state == DkimState::Made
                            ? QStringLiteral("A key becomes new by being made, and no other way")
                            : QStringLiteral("This key has never signed: there is nothing to wait "
                                             "for before it is deleted"),
                        "key_never_signed");

    if (state == DkimState::Retired) {
        if (from == DkimState::Signing) {
            const auto kept = db::setDkimState(m_tools.database, caller, service, id,
                                               DkimState::Retiring, {}, old->version.value_or(0));
            if (!kept)
                return kept.error();
        }
        if (!bringIn())
            return behind();
        return retire(caller, *old);
    }
    if (state == DkimState::Signing) {
        if (auto can = canSign(); !can)
            return can.error();
        if (!m_tools.host.signing().hasKey(signingKey(*old)))
            return conflict(QStringLiteral("The private half of this key is not on the host any "
                                           "more"),
                            "no_private_half");
        // The zone may have become ours since the key was made.
        if (const auto kept =
                db::setDkimState(m_tools.database, caller, service, id, from,
                                 old->retiresAt.value_or(QDateTime()), old->version.value_or(0));
            !kept)
            return kept.error();
        if (!m_tools.publishZone(old->domain))
            return conflict(QStringLiteral("The name server could not take over the record yet"),
                            "not_published");
        const auto missing = lacking(*old, progress);
        if (!missing)
            return missing.error();
        if (!missing->isEmpty())
            return conflict(QStringLiteral("The record is not published everywhere: %1")
                                .arg(missing->join(QStringLiteral("; "))),
                            "not_published");
    }
    const auto kept = db::setDkimState(m_tools.database, caller, service, id, state, {},
                                       old->version.value_or(0));
    if (!kept)
        return kept.error();
    if (auto done = bringIn(); !done)
        return done.error();
    return kept->key;
}

Result<DkimKey> DkimKeys::retire(const db::Caller &caller, const DkimKey &key)
{
    if (auto dropped = m_tools.host.signing().dropKey(signingKey(key)); !dropped)
        return dropped.error();
    const auto kept =
        db::setDkimState(m_tools.database, caller, key.service, key.id, DkimState::Retired, {}, 0);
    if (!kept)
        return kept.error();
    if (auto published = m_tools.publishZone(key.domain); !published)
        return published.error();
    return kept->key;
}

Result<void> DkimKeys::remove(const db::Caller &caller, qint64 service, qint64 id, qint64 version)
{
    const auto old = db::dkimKey(m_tools.database, service, id);
    if (!old)
        return old.error();
    if (version && version != old->version)
        return db::changedMeanwhile(QStringLiteral("The key"));
    if (old->state != DkimState::Signing) {
        if (!bringIn())
            return behind();
        if (auto dropped = m_tools.host.signing().dropKey(signingKey(*old)); !dropped)
            return dropped;
    }
    const auto done = db::removeDkimKey(m_tools.database, caller, service, id, version);
    if (!done)
        return done.error();
    return m_tools.publishZone(old->domain);
}

Result<void> DkimKeys::bringIn()
{
    const std::lock_guard lock(m_bringing);
    m_isBehind = true;
    const auto keys = db::signingKeys(m_tools.database);
    if (!keys)
        return keys.error();
    QList<host::SigningKey> list;
    for (const DkimKey &key : *keys)
        list.append(signingKey(key));
    if (auto done = m_tools.host.signing().signWith(list); !done) {
        qCCritical(lcHost) << "The signing of mail could not be changed:" << done.error().detail;
        return Error{Error::Kind::Storage,
                     QStringLiteral("This is saved, but OpenDKIM could not take it over yet; it is "
                                    "tried again until it does"),
                     {},
                     QStringLiteral("saved_not_in_effect"),
                     0};
    }
    m_isBehind = false;
    return {};
}

Result<void> DkimKeys::tidy()
{
    const auto keys = db::livingKeys(m_tools.database);
    if (!keys)
        return keys.error();
    QList<host::SigningKey> list;
    for (const DkimKey &key : *keys)
        list.append(signingKey(key));
    return m_tools.host.signing().keepOnly(list);
}

} // namespace hostwork
