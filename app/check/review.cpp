// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/review.h"

#include "app/check/zonereview.h"
#include "app/mail/rules.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace check {

namespace {

using mail::Change;
using mail::Finding;
using mail::Right;
using mail::Severity;
using mail::Verb;

bool isKind(const mail::Ref &ref, const char *kind) { return ref.kind == QLatin1String(kind); }

QString nameOfNew(const Change &change)
{
    const QString name = change.after.value(u"name").toString();
    return (name.isEmpty() ? change.object.key : name).toLower();
}

// One pass over a set: what earlier changes of the set do is taken into account by later ones.
class Reviewer
{
public:
    Reviewer(const Known &known, const mail::Capabilities &capabilities)
        : m_known(known)
        , m_capabilities(capabilities)
        , m_zones(known.records)
    {
    }

    QList<Finding> review(const mail::ChangeSet &set)
    {
        for (const Change &change : set.changes) {
            possible(change);
            if (isKind(change.object, mail::Mailbox::kind))
                mailbox(change);
            else if (isKind(change.object, mail::Access::kind))
                access(change);
            else if (isKind(change.object, mail::Device::kind))
                device(change);
            else if (isKind(change.object, mail::Service::kind) && change.verb == Verb::Update)
                update(change, m_known.service ? mail::toJson(*m_known.service) : QJsonObject(),
                       m_known.service.has_value());
            else if (isKind(change.object, mail::ZoneRecord::kind))
                record(change);
            else if (isKind(change.object, mail::Zone::kind))
                zone(change);
            else if (isKind(change.object, mail::DkimKey::kind))
                dkimKey(change);
        }
        totals();
        m_findings += m_zones.findings();
        return m_findings;
    }

private:
    void find(Severity severity, const char *code, const mail::Ref &about,
              const QJsonObject &facts = {}, std::optional<Change> fix = {})
    {
        m_findings.append({severity, QLatin1String(code), about, facts, std::move(fix)});
    }

    // What is known

    std::optional<mail::Mailbox> mailboxNow(const QString &name) const
    {
        return m_known.mailbox ? m_known.mailbox(name) : std::nullopt;
    }
    // False only when that is certain.
    bool mayExist(const QString &name) const
    {
        if (m_created.contains(name))
            return true;
        if (m_removed.contains(name))
            return false;
        return mailboxNow(name) || !m_known.isTaken || m_known.isTaken(name);
    }
    QList<mail::Access> accesses(const QString &name) const
    {
        return m_known.accesses ? m_known.accesses(name) : QList<mail::Access>();
    }
    QList<mail::Device> devices(const QString &name) const
    {
        return m_known.devices ? m_known.devices(name) : QList<mail::Device>();
    }
    mail::Ref mailboxRef(const mail::Ref &part) const
    {
        if (const auto now = mailboxNow(part.parent))
            return refOf(*now);
        return {QLatin1String(mail::Mailbox::kind), part.service, {}, part.parent, part.parent, 0};
    }

    // Checks

    void possible(const Change &change)
    {
        const QString &kind = change.object.kind;
        const auto refuse = [&](const QString &field, const QString &reason) {
            find(Severity::Error, "not-possible", change.object,
                 {{QStringLiteral("reason"), reason},
                  {QStringLiteral("verb"), QString(mail::word(change.verb))},
                  {QStringLiteral("field"), field}});
        };
        if (change.verb != Verb::Update) {
            if (const auto can = m_capabilities.can(change.verb, kind); !can) {
                refuse({}, can.reason);
                return;
            }
        }
        for (auto it = change.after.begin(); it != change.after.end(); ++it) {
            const auto can = m_capabilities.can(change.verb, kind, it.key());
            // A creation's fields are as possible as the creation, unless they are denied by name.
            const bool isDenied = !can && can.reason != u"not-offered";
            if (!can && (change.verb == Verb::Update || isDenied)) {
                refuse(it.key(), can.reason);
                return;
            }
            for (const Right right : changedRights(it.value(), change.before.value(it.key()))) {
                const QString field = it.key() + u'.' + QLatin1String(mail::flagName(right));
                const auto single = m_capabilities.can(change.verb, kind, field);
                if (!single && single.reason != u"not-offered") {
                    refuse(field, single.reason);
                    return;
                }
            }
        }
    }

    static QList<Right> changedRights(const QJsonValue &after, const QJsonValue &before)
    {
        QList<Right> list;
        mail::Rights now;
        mail::Rights then;
        if (!after.isObject() || !mail::fromJson(after, then) || !mail::fromJson(before, now))
            return list;
        for (const Right right : mail::allRights())
            if (then.get(right) && then.get(right) != now.get(right))
                list.append(right);
        return list;
    }

    // An update against what is known now and what earlier changes of the set make of it.
    void update(const Change &change, QJsonObject now, bool isKnown)
    {
        if (const auto it = m_after.constFind(change.object); it != m_after.constEnd())
            for (auto field = it->begin(); field != it->end(); ++field)
                now.insert(field.key(), field.value());
        bool isNothing = true;
        for (auto it = change.after.begin(); it != change.after.end(); ++it) {
            const QJsonValue current = now.value(it.key());
            const QJsonValue seen = change.before.value(it.key());
            if (it.key() == u"password" || !isKnown || current != it.value())
                isNothing = false;
            if (it.key() != u"password" && isKnown && !current.isUndefined() && !seen.isNull() &&
                !seen.isUndefined() && !same(current, seen))
                find(Severity::Warning, "stale", change.object,
                     {{QStringLiteral("field"), it.key()},
                      {QStringLiteral("seen"), seen},
                      {QStringLiteral("now"), current}});
        }
        if (isNothing)
            find(Severity::Information, "does-nothing", change.object);
        QJsonObject &made = m_after[change.object];
        for (auto it = change.after.begin(); it != change.after.end(); ++it)
            made.insert(it.key(), it.value());
    }

    // Rights that one side does not know are no difference.
    static bool same(const QJsonValue &a, const QJsonValue &b)
    {
        if (!a.isObject() || !b.isObject())
            return a == b;
        const QJsonObject left = a.toObject();
        const QJsonObject right = b.toObject();
        for (auto it = left.begin(); it != left.end(); ++it)
            if (right.contains(it.key()) && right.value(it.key()) != it.value())
                return false;
        return true;
    }

    bool missing(const mail::Ref &object, const QString &name)
    {
        if (mayExist(name))
            return false;
        find(Severity::Error, "no-such-mailbox", object, {{QStringLiteral("mailbox"), name}});
        return true;
    }

    void mailbox(const Change &change)
    {
        const QString name = change.verb == Verb::Create ? nameOfNew(change) : change.object.key;
        if (const qsizetype length = mail::characters(change.after.value(u"note").toString());
            length > mail::maxNote)
            tooLong(change.object, QStringLiteral("note"), length, mail::maxNote);
        if (change.verb == Verb::Create) {
            for (const mail::AddressFault &fault : mail::localPartFaults(
                     change.after.contains(u"name") ? change.after.value(u"name").toString()
                                                    : change.object.key))
                find(Severity::Error, "address-invalid", change.object,
                     {{QStringLiteral("field"), QStringLiteral("name")},
                      {QStringLiteral("sentence"), mail::sentence(fault)}});
            const bool isTaken = m_created.contains(name) ||
                                 (!m_removed.contains(name) &&
                                  (mailboxNow(name) || (m_known.isTaken && m_known.isTaken(name))));
            if (isTaken)
                find(Severity::Error, "address-taken", change.object,
                     {{QStringLiteral("name"), name}});
            m_created.insert(name);
            ++m_balance;
            if (!m_overQuota)
                quota(change.object);
            else
                ++m_over;
            return;
        }
        if (missing(change.object, name))
            return;
        const auto now = mailboxNow(name);
        if (change.verb == Verb::Update) {
            update(change, now ? mail::toJson(*now) : QJsonObject(), now.has_value());
            return;
        }
        m_removed.insert(name);
        m_created.remove(name);
        --m_balance;
        m_lost.append(change.object);
        const auto size = now && now->size ? now->size
                          : change.before.contains(u"size")
                              ? std::optional(change.before.value(u"size").toInteger())
                              : std::nullopt;
        if (size)
            m_lostBytes += *size;
        else
            ++m_lostUnknown;
    }

    void tooLong(const mail::Ref &about, const QString &field, qsizetype length, int most)
    {
        find(Severity::Error, "value-too-long", about,
             {{QStringLiteral("field"), field},
              {QStringLiteral("length"), length},
              {QStringLiteral("max"), most}});
    }

    void quota(const mail::Ref &about)
    {
        if (!m_known.service || m_known.service->addressQuota.value_or(0) <= 0 ||
            !m_known.service->addressesUsed)
            return;
        const int quota = *m_known.service->addressQuota;
        const int used = *m_known.service->addressesUsed;
        if (used + m_balance <= quota)
            return;
        m_overQuota = true;
        m_over = 1;
        m_overAbout = about;
    }

    void access(const Change &change)
    {
        const QString &name = change.object.parent;
        if (missing(change.object, name))
            return;
        const auto list = accesses(name);
        const auto it = std::find_if(list.begin(), list.end(), [&](const mail::Access &a) {
            return QString::number(a.user) == change.object.key;
        });
        const bool isListed = it != list.end();
        mail::Rights before;
        mail::Rights after;
        const bool hasBefore = mail::fromJson(
            isListed && it->rights ? mail::toJson(*it->rights) : change.before.value(u"rights"),
            before);
        const bool hasAfter = mail::fromJson(change.after.value(u"rights"), after);
        switch (change.verb) {
        case Verb::Create:
            if (isListed && !m_gone.contains(change.object))
                find(Severity::Information, "does-nothing", change.object);
            if (hasAfter && after.get(Right::SendEmails) == false)
                escapes(change, false);
            break;
        case Verb::Update:
            update(change, isListed ? mail::toJson(*it) : QJsonObject(), isListed);
            if (!hasBefore || !hasAfter || before.get(Right::SendEmails) == false ||
                after.get(Right::SendEmails) != false)
                break;
            losesSending(change, false);
            escapes(change, true);
            if (after.get(Right::ManageAutoReply).value_or(before.allows(Right::ManageAutoReply)))
                autoReply(change, after);
            break;
        case Verb::Remove:
            m_gone.insert(change.object);
            if (!isListed && !list.isEmpty())
                find(Severity::Information, "does-nothing", change.object);
            losesSending(change, true);
            break;
        }
    }

    static QString labelOf(const mail::Device &device)
    {
        const QString label = device.label.value_or(QString());
        return label.isEmpty() ? QString::number(device.id) : label;
    }

    QStringList devicesOf(const QString &mailbox, qint64 user) const
    {
        QStringList labels;
        for (const mail::Device &device : devices(mailbox))
            if (device.user == user && !m_gone.contains(refOf(device)))
                labels.append(labelOf(device));
        return labels;
    }

    static QJsonObject deviceFacts(const Change &change, const QStringList &labels)
    {
        return {{QStringLiteral("user"), change.object.label},
                {QStringLiteral("mailbox"), change.object.parent},
                {QStringLiteral("count"), labels.size()},
                {QStringLiteral("devices"), QJsonArray::fromStringList(labels)}};
    }

    // S-16: the devices made for that user are bound by the user's right…
    void losesSending(const Change &change, bool isRemoved)
    {
        const QStringList labels = devicesOf(change.object.parent, change.object.key.toLongLong());
        if (labels.isEmpty())
            return;
        QJsonObject facts = deviceFacts(change, labels);
        facts.insert(QStringLiteral("user_removed"), isRemoved);
        find(Severity::Warning, "devices-lose-sending", change.object, facts);
    }

    // …those without user are not.
    void escapes(const Change &change, bool isWarning)
    {
        const QStringList labels = devicesOf(change.object.parent, 0);
        if (!labels.isEmpty())
            find(isWarning ? Severity::Warning : Severity::Information, "device-escapes-send-right",
                 change.object, deviceFacts(change, labels));
    }

    // S-17: the out-of-office message has a right of its own.
    void autoReply(const Change &change, const mail::Rights &after)
    {
        mail::Rights without = after;
        without.set(Right::ManageAutoReply, false);
        Change fix{Verb::Update,
                   change.object,
                   {{QStringLiteral("rights"), mail::toJson(after)}},
                   {{QStringLiteral("rights"), mail::toJson(without)}}};
        fix.object.version = 0; // it follows the change that it completes
        const auto now = mailboxNow(change.object.parent);
        const bool isOn = now && now->hasAutoReply.value_or(false);
        find(isOn ? Severity::Warning : Severity::Information, "auto-reply-goes-on", change.object,
             {{QStringLiteral("user"), change.object.label},
              {QStringLiteral("mailbox"), change.object.parent},
              {QStringLiteral("is_on"), isOn}},
             fix);
    }

    void device(const Change &change)
    {
        const QString &name = change.object.parent;
        if (missing(change.object, name))
            return;
        const auto list = devices(name);
        const auto it = std::find_if(list.begin(), list.end(), [&](const mail::Device &d) {
            return QString::number(d.id) == change.object.key;
        });
        const bool isListed = it != list.end();
        if (const qsizetype length = mail::characters(change.after.value(u"label").toString());
            length > mail::maxLabel)
            tooLong(change.object, QStringLiteral("label"), length, mail::maxLabel);
        const QString label = isListed ? labelOf(*it) : change.object.label;
        switch (change.verb) {
        case Verb::Create:
            if (change.after.value(u"user").toInteger() == 0) {
                QStringList silent;
                for (const mail::Access &access : accesses(name))
                    if (access.rights && access.rights->get(Right::SendEmails) == false)
                        silent.append(access.userName);
                if (!silent.isEmpty())
                    find(Severity::Information, "device-escapes-send-right", change.object,
                         {{QStringLiteral("mailbox"), name},
                          {QStringLiteral("count"), 1},
                          {QStringLiteral("users"), QJsonArray::fromStringList(silent)},
                          {QStringLiteral("devices"),
                           QJsonArray{change.after.value(u"label").toString()}}});
            }
            break;
        case Verb::Update:
            update(change, isListed ? mail::toJson(*it) : QJsonObject(), isListed);
            if (change.after.contains(u"password"))
                m_newPasswords.append({change.object, label});
            break;
        case Verb::Remove:
            if (change.object.key == u"*") {
                if (list.isEmpty())
                    m_revoked.append({change.object, change.object.label});
                for (const mail::Device &d : list)
                    m_revoked.append({change.object, labelOf(d)});
            } else {
                m_gone.insert(change.object);
                if (!isListed && !list.isEmpty())
                    find(Severity::Information, "does-nothing", change.object);
                else
                    m_revoked.append({change.object, label});
            }
            break;
        }
    }

    void record(const Change &change)
    {
        if (change.verb != Verb::Create) {
            const auto now = m_zones.record(change.object);
            if (change.verb == Verb::Update)
                update(change, now ? mail::toJson(*now) : QJsonObject(), now.has_value());
            else if (!now && m_zones.isKnown(change.object.parent))
                find(Severity::Information, "does-nothing", change.object);
        }
        m_zones.take(change);
    }

    void zone(const Change &change)
    {
        const QString label =
            change.object.label.isEmpty() ? change.object.key : change.object.label;
        if (change.verb == Verb::Remove)
            find(Severity::Warning, "delete-loses-zone", change.object,
                 {{QStringLiteral("zone"), label}});
        if (change.verb != Verb::Update)
            return;
        const auto now = m_known.zone ? m_known.zone(change.object.key) : std::nullopt;
        update(change, now ? mail::toJson(*now) : QJsonObject(), now.has_value());
        if (const QJsonValue on = change.after.value(u"is_signed"); on.isBool())
            find(on.toBool() ? Severity::Information : Severity::Warning,
                 on.toBool() ? "sign-tell-parent" : "unsign-after-parent", change.object,
                 {{QStringLiteral("zone"), label}});
    }

    void dkimKey(const Change &change)
    {
        if (change.verb == Verb::Remove)
            find(Severity::Warning, "key-is-lost", change.object,
                 {{QStringLiteral("selector"), change.before.value(u"selector")},
                  {QStringLiteral("domain"), change.object.parent}});
    }

    // What is said once for the whole set.

    struct Labelled
    {
        mail::Ref object;
        QString label;
    };

    static QStringList labels(const QList<Labelled> &list)
    {
        QStringList texts;
        for (const Labelled &item : list)
            texts.append(item.label);
        return texts;
    }

    static mail::Ref aboutAll(const QList<Labelled> &list)
    {
        return list.size() == 1 ? list.first().object : mail::Ref{};
    }

    void totals()
    {
        if (m_overQuota) {
            const int quota = *m_known.service->addressQuota;
            const int used = *m_known.service->addressesUsed;
            find(Severity::Error, "quota-exceeded", m_overAbout,
                 {{QStringLiteral("quota"), quota},
                  {QStringLiteral("used"), used},
                  {QStringLiteral("free"), std::max(0, quota - used)},
                  {QStringLiteral("wanted"), m_created.size()},
                  {QStringLiteral("over"), m_over}});
        }
        if (!m_lost.isEmpty()) {
            QJsonArray addresses;
            for (const mail::Ref &ref : m_lost)
                addresses.append(ref.label.isEmpty() ? ref.key : ref.label);
            QJsonObject facts{{QStringLiteral("count"), m_lost.size()},
                              {QStringLiteral("addresses"), addresses},
                              {QStringLiteral("size_unknown"), m_lostUnknown}};
            if (m_lostUnknown < m_lost.size())
                facts.insert(QStringLiteral("bytes"), m_lostBytes);
            find(Severity::Warning, "delete-loses-mail",
                 m_lost.size() == 1 ? m_lost.first() : mail::Ref{}, facts);
        }
        if (!m_revoked.isEmpty()) {
            const QStringList names = labels(m_revoked);
            const QJsonObject facts{{QStringLiteral("count"), names.size()},
                                    {QStringLiteral("devices"), QJsonArray::fromStringList(names)}};
            find(Severity::Warning, "cannot-be-undone", aboutAll(m_revoked), facts);
            QSet<QString> told;
            for (const Labelled &item : m_revoked)
                if (!told.contains(item.object.parent)) {
                    told.insert(item.object.parent);
                    find(Severity::Information, "webmail-stays", mailboxRef(item.object),
                         {{QStringLiteral("mailbox"), item.object.parent}});
                }
        }
        if (!m_newPasswords.isEmpty()) {
            const QStringList names = labels(m_newPasswords);
            const QJsonObject facts{{QStringLiteral("count"), names.size()},
                                    {QStringLiteral("devices"), QJsonArray::fromStringList(names)}};
            find(Severity::Warning, "programs-must-be-updated", aboutAll(m_newPasswords), facts);
            find(Severity::Information, "cannot-be-undone", aboutAll(m_newPasswords), facts);
        }
    }

    const Known &m_known;
    const mail::Capabilities &m_capabilities;
    QList<Finding> m_findings;
    QHash<mail::Ref, QJsonObject> m_after; // of updates earlier in the set
    QSet<QString> m_created;
    QSet<QString> m_removed;
    QSet<mail::Ref> m_gone;
    int m_balance = 0; // addresses more than now
    bool m_overQuota = false;
    int m_over = 0;
    mail::Ref m_overAbout;
    QList<mail::Ref> m_lost;
    qint64 m_lostBytes = 0;
    int m_lostUnknown = 0;
    QList<Labelled> m_revoked;
    QList<Labelled> m_newPasswords;
    ZoneReview m_zones;
};

} // namespace

QList<mail::Finding> review(const mail::ChangeSet &set, const Known &known,
                            const mail::Capabilities &capabilities)
{
    return Reviewer(known, capabilities).review(set);
}

} // namespace check
