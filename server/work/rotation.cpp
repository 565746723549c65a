// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/rotation.h"

#include "app/mail/domain.h"
#include "server/db/looks.h"
#include "server/db/zones.h"
#include "server/work/steps.h"

#include <QJsonArray>

namespace hostwork {

namespace {

using mail::DkimKey;
using mail::DkimState;

constexpr int patience = 2 * 86400;          // name servers of ours: DNS takes 48 h at most (S-67)
constexpr int patienceElsewhere = 7 * 86400; // somebody has to publish the record by hand

const QString publishing = QStringLiteral("publish");
const QString seeing = QStringLiteral("seen");
const QString signing = QStringLiteral("sign");
const QString retiring = QStringLiteral("retire");

class Rotation
{
public:
    Rotation(const Tools &tools, DkimKeys &keys, db::JobRow row, Progress &progress)
        : m_tools(tools)
        , m_keys(keys)
        , m_row(std::move(row))
        , m_progress(progress)
        , m_caller(callerOf(m_row, tools.clock.now()))
    {
    }

    Result<void> step()
    {
        if (m_row.job.step == publishing)
            return publish();
        if (m_row.job.step == seeing)
            return see();
        if (m_row.job.step == signing)
            return sign();
        return retire();
    }

private:
    Result<void> publish();
    Result<void> see();
    Result<void> sign();
    Result<void> retire();

    // Those of the bookmark that are still there.
    Result<QList<DkimKey>> keysIn(const char *name) const
    {
        QList<DkimKey> list;
        for (const QJsonValue id : m_row.bookmark.value(QLatin1String(name)).toArray()) {
            auto key = db::dkimKey(m_tools.database, m_row.job.service, id.toInteger());
            if (key)
                list.append(std::move(*key));
            else if (key.error().kind != Error::Kind::NotFound)
                return key.error();
        }
        return list;
    }
    static QString namesOf(const QList<DkimKey> &keys)
    {
        QStringList names;
        for (const DkimKey &key : keys)
            names.append(key.selector);
        return names.join(QStringLiteral(", "));
    }
    bool isComplete(const QList<DkimKey> &fresh, DkimState state) const
    {
        for (const DkimKey &key : fresh)
            if (key.state != state)
                return false;
        return fresh.size() == m_row.bookmark.value(u"new").toArray().size();
    }
    Result<void> giveUp()
    {
        return fail(m_tools, m_row,
                    QStringLiteral("A new key was changed by somebody else meanwhile; what signs "
                                   "was left as it is"));
    }

    const Tools &m_tools;
    DkimKeys &m_keys;
    db::JobRow m_row;
    Progress &m_progress;
    const db::Caller m_caller;
};

Result<void> Rotation::publish()
{
    const QString domain = m_row.job.about;
    const auto present = db::dkimKeysOf(m_tools.database, domain);
    if (!present)
        return present.error();
    QList<mail::DkimAlgorithm> algorithms;
    QJsonArray old;
    QSet<qint64> before;
    for (const DkimKey &key : *present) {
        before.insert(key.id);
        if (key.state != DkimState::Signing)
            continue;
        old.append(key.id);
        if (!algorithms.contains(*key.algorithm))
            algorithms.append(*key.algorithm);
    }
    if (algorithms.isEmpty())
        algorithms.append(mail::DkimAlgorithm::Rsa);

    // The keys are made one by one, each in a transaction of its own that notes it: a kill in
    // between finds those that are there.
    QJsonArray fresh = m_row.bookmark.value(u"new").toArray();
    const auto made = keysIn("new");
    if (!made)
        return made.error();
    for (const DkimKey &key : *made)
        algorithms.removeAll(*key.algorithm);
    if (fresh.isEmpty())
        m_row.bookmark.insert(QStringLiteral("old"), old);
    for (const mail::DkimAlgorithm algorithm : std::as_const(algorithms)) {
        const auto key =
            m_keys.make(m_caller, m_row.job.service, domain, algorithm, {}, [&](qint64 id) {
                fresh.append(id);
                m_row.bookmark.insert(QStringLiteral("new"), fresh);
                return save(m_tools, m_row);
            });
        if (!key && key.error().kind == Error::Kind::Unsupported)
            return fail(m_tools, m_row, key.error().detail);
        if (!key && key.error().code != u"saved_not_in_effect")
            return key.error();
    }
    return next(m_tools, m_row, seeing);
}

Result<void> Rotation::see()
{
    const auto fresh = keysIn("new");
    if (!fresh)
        return fresh.error();
    if (!isComplete(*fresh, DkimState::Made))
        return giveUp();
    QStringList missing;
    for (const DkimKey &key : *fresh) {
        const auto lacking = m_keys.lacking(key, m_progress);
        if (!lacking && lacking.error().kind == Error::Kind::Cancelled)
            return lacking.error();
        missing += lacking ? *lacking : QStringList{lacking.error().detail};
    }
    if (missing.isEmpty())
        return next(m_tools, m_row, signing);
    missing.removeDuplicates();
    const auto zone = db::zone(m_tools.database, m_row.job.about);
    const int limit = zone ? patience : patienceElsewhere;
    const QString why = missing.join(QStringLiteral("; "));
    if (m_row.job.startedAt->secsTo(m_tools.clock.now()) >= limit)
        return fail(m_tools, m_row,
                    QStringLiteral("After %1 days the record of the new key is still not "
                                   "published everywhere: %2. What signed before goes on signing")
                        .arg(limit / 86400)
                        .arg(why));
    return waitAndSee(m_tools, m_row,
                      (zone ? QStringLiteral("Waits until every name server answers with the "
                                             "record of %1: %2")
                            : QStringLiteral("Waits until the record of %1 is published: %2"))
                          .arg(namesOf(*fresh), why));
}

Result<void> Rotation::sign()
{
    const QDateTime now = m_tools.clock.now();
    const QDateTime until = now.addSecs(m_row.bookmark.value(u"overlap").toInteger());
    const auto fresh = keysIn("new");
    if (!fresh)
        return fresh.error();
    const auto old = keysIn("old");
    if (!old)
        return old.error();
    if (!isComplete(*fresh, DkimState::Made))
        return giveUp();
    // In one transaction, so that OpenDKIM is never told of one without the other.
    return m_tools.database.write([&]() -> Result<void> {
        for (const DkimKey &key : *fresh)
            if (auto kept = db::setDkimState(m_tools.database, m_caller, key.service, key.id,
                                             DkimState::Signing, {}, *key.version);
                !kept)
                return kept.error();
        for (const DkimKey &key : *old)
            if (key.state == DkimState::Signing)
                if (auto kept = db::setDkimState(m_tools.database, m_caller, key.service, key.id,
                                                 DkimState::Retiring, until, *key.version);
                    !kept)
                    return kept.error();
        m_row.bookmark.insert(QStringLiteral("until"), until.toSecsSinceEpoch());
        return next(m_tools, m_row, retiring);
    });
}

Result<void> Rotation::retire()
{
    if (auto done = m_keys.bringIn(); !done)
        return done;
    const auto old = keysIn("old");
    if (!old)
        return old.error();
    const QDateTime until =
        QDateTime::fromSecsSinceEpoch(m_row.bookmark.value(u"until").toInteger(), Qt::UTC);
    QList<DkimKey> leaving;
    for (const DkimKey &key : *old)
        if (key.state == DkimState::Retiring) // else somebody decided otherwise
            leaving.append(key);
    if (!leaving.isEmpty() && m_tools.clock.now() < until)
        return waitUntil(m_tools, m_row, until,
                         QStringLiteral("The new key signs. %1 stays published for mail that is "
                                        "under way")
                             .arg(namesOf(leaving)));
    for (const DkimKey &key : std::as_const(leaving)) {
        const auto done = m_keys.retire(m_caller, key);
        if (!done && done.error().code != u"saved_not_in_effect")
            return done.error();
    }
    return finish(m_tools, m_row);
}

} // namespace

Result<db::JobRow> beginRotation(const Tools &tools, const db::Caller &caller, qint64 service,
                                 const QString &domain, int overlap)
{
    if (const QString missing = tools.host.signing().missing(); !missing.isEmpty())
        return Error{Error::Kind::Unsupported,
                     QStringLiteral("This mail host cannot sign: %1").arg(missing),
                     {},
                     QStringLiteral("no_opendkim"),
                     0};
    const auto name = mail::domainFrom(domain);
    if (!name)
        return name.error();
    return tools.database.write([&]() -> Result<db::JobRow> {
        if (const auto ours = db::domainOf(tools.database, service, name->ascii); !ours)
            return Error::invalid(QStringLiteral("domain"), ours.error().detail);
        const auto runs = db::isAtWork(tools.database, QLatin1String(rotation), name->ascii);
        if (!runs)
            return runs.error();
        if (*runs)
            return Error{Error::Kind::Conflict,
                         QStringLiteral("A rotation of the keys of %1 is at work already")
                             .arg(name->unicode),
                         {},
                         QStringLiteral("rotation_runs"),
                         0};
        return db::addJob(tools.database, caller,
                          {service,
                           QLatin1String(rotation),
                           name->ascii,
                           publishing,
                           4,
                           {{QStringLiteral("overlap"), overlap}}});
    });
}

Result<void> rotate(const Tools &tools, DkimKeys &keys, db::JobRow row, Progress &progress)
{
    return Rotation(tools, keys, std::move(row), progress).step();
}

} // namespace hostwork
