// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/changewords.h"

#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/domain.h"
#include "app/mail/mailbox.h"
#include "app/mail/zone.h"
#include "app/model/text.h"
#include "ui/pages/address/rightwords.h"
#include "ui/shell/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ChangeWords)
};

// As it goes on within a sentence; only the first letter, for German nouns keep theirs.
QString continued(const QString &text) { return text.left(1).toLower() + text.mid(1); }

// "can send; all further rights"
QString rightsWords(const mail::Rights &rights)
{
    const auto send = rights.get(mail::Right::SendEmails);
    const QString sending = !send   ? QString()
                            : *send ? Text::tr("can send; ")
                                    : Text::tr("can read but not send; ");
    return sending + continued(rightsSummary(rights));
}

QString accessWords(const mail::Change &change, const QString &person, const QString &address)
{
    mail::Access access;
    if (!mail::patch(access, change.after))
        return Text::tr("Change the rights of %1").arg(person);
    const mail::Rights rights = access.rights.value_or(mail::Rights());
    if (change.verb == mail::Verb::Create)
        return Text::tr("Give %1 access to %2: %3").arg(person, address, rightsWords(rights));
    mail::Access before;
    QStringList differing;
    if (mail::patch(before, change.before) && before.rights)
        for (mail::Right right : mail::allRights())
            if (rights.get(right) && rights.get(right) != before.rights->get(right))
                differing.append(
                    (rights.allows(right) ? Text::tr("allow “%1”") : Text::tr("take away “%1”"))
                        .arg(model::rightText(right)));
    if (differing.isEmpty())
        return Text::tr("Change the rights of %1 on %2").arg(person, address);
    return Text::tr("%1 on %2: %3").arg(person, address, differing.join(QStringLiteral(", ")));
}

QString fieldWords(const mail::Change &change, const QString &object)
{
    QStringList fields;
    for (auto it = change.after.begin(); it != change.after.end(); ++it)
        fields.append(labelFor(QStringLiteral("%1.%2").arg(change.object.kind, it.key())));
    return Text::tr("%1: change %2").arg(object, fields.join(QStringLiteral(", ")));
}

QString addressOf(const mail::Change &change, const QString &domain)
{
    return domain.isEmpty() || change.object.parent.isEmpty()
               ? change.object.parent
               : QStringLiteral("%1@%2").arg(change.object.parent, domain);
}

QString labelOf(const mail::Change &change)
{
    return change.object.label.isEmpty() ? change.object.key
                                         : mail::addressForPeople(change.object.label);
}

// What was done to one or to several of a kind. %1 is the object, %2 the address it belongs to.
struct DoneWords
{
    const char *kind;
    mail::Verb verb;
    const char *one;
    const char *many;
};

constexpr DoneWords done[] = {
    {mail::Mailbox::kind, mail::Verb::Create,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "%1 was created."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln addresses were created.")},
    {mail::Mailbox::kind, mail::Verb::Remove,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "%1 was deleted."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln addresses were deleted.")},
    {mail::Mailbox::kind, mail::Verb::Update,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "%1 was changed."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln addresses were changed.")},
    {mail::Access::kind, mail::Verb::Create,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "%1 now has access to %2."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln users were added.")},
    {mail::Access::kind, mail::Verb::Remove,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "%1 no longer has access to %2."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln users were removed.")},
    {mail::Access::kind, mail::Verb::Update,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The rights of %1 on %2 were changed."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "The rights of %Ln users were changed.")},
    {mail::Device::kind, mail::Verb::Create,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The device %1 was added to %2."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln devices were added.")},
    {mail::Device::kind, mail::Verb::Remove,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "%1 was disconnected from %2."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln devices were disconnected.")},
    {mail::Device::kind, mail::Verb::Update,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The device %1 of %2 was changed."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln devices were changed.")},
    {mail::ZoneRecord::kind, mail::Verb::Create,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The record %1 was created."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln records were created.")},
    {mail::ZoneRecord::kind, mail::Verb::Remove,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The record %1 was deleted."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln records were deleted.")},
    {mail::ZoneRecord::kind, mail::Verb::Update,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The record %1 was changed."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln records were changed.")},
    {mail::Zone::kind, mail::Verb::Create,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The zone %1 was created."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln zones were created.")},
    {mail::Zone::kind, mail::Verb::Remove,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The zone %1 was deleted."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln zones were deleted.")},
    {mail::Zone::kind, mail::Verb::Update,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The zone %1 was changed."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln zones were changed.")},
    {mail::DkimKey::kind, mail::Verb::Create,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The DKIM key %1 was made."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln DKIM keys were made.")},
    {mail::DkimKey::kind, mail::Verb::Remove,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The DKIM key %1 was deleted."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln DKIM keys were deleted.")},
    {mail::DkimKey::kind, mail::Verb::Update,
     QT_TRANSLATE_NOOP("ui::ChangeWords", "The DKIM key %1 was changed."),
     QT_TRANSLATE_N_NOOP("ui::ChangeWords", "%Ln DKIM keys were changed.")},
};

QString doneWord(const mail::Change &change, const QString &domain, bool isUndo)
{
    using mail::Verb;
    const QString address = addressOf(change, domain);
    const QString label = labelOf(change);
    const bool isDevice = change.object.kind == QLatin1String(mail::Device::kind);
    if (isDevice && change.object.key == u"*")
        return Text::tr("All devices of %1 were disconnected.").arg(address);
    if (isDevice && change.verb == Verb::Update &&
        change.after.contains(QStringLiteral("password")))
        return Text::tr("%1 has a new password.").arg(label);
    const bool isAccess = change.object.kind == QLatin1String(mail::Access::kind);
    if (change.verb == Verb::Update && isUndo)
        return isAccess ? Text::tr("The rights of %1 on %2 are as before.").arg(label, address)
                        : Text::tr("%1 is as before.").arg(label);
    mail::Access access;
    if (isAccess && change.verb == Verb::Create && mail::patch(access, change.after) &&
        access.rights)
        return Text::tr("%1 now has access to %2: %3")
            .arg(label, address, rightsWords(*access.rights));
    if (change.object.kind == QLatin1String(mail::Mailbox::kind) && change.verb == Verb::Update &&
        change.after.size() == 1)
        return Text::tr("%1 of %2 was changed.")
            .arg(labelFor(QStringLiteral("mailbox.") + change.after.begin().key()), label);
    for (const DoneWords &words : done)
        if (change.verb == words.verb && change.object.kind == QLatin1String(words.kind)) {
            const QString text = Text::tr(words.one);
            return text.contains(u"%2") ? text.arg(label, address) : text.arg(label);
        }
    return Text::tr("%1 was changed.").arg(label);
}

QString doneWordsOf(const QString &kind, mail::Verb verb, int count, bool isUndo)
{
    if (verb == mail::Verb::Update && isUndo)
        return Text::tr("%Ln objects are as before.", nullptr, count);
    for (const DoneWords &words : done)
        if (verb == words.verb && kind == QLatin1String(words.kind))
            return Text::tr(words.many, nullptr, count);
    return Text::tr("%Ln changes were made.", nullptr, count);
}

} // namespace

QString doneWords(const QList<mail::Change> &effective, const QString &domain, bool isUndo)
{
    struct Group
    {
        const mail::Change *first;
        int count = 0;
    };
    QList<Group> groups; // in the order in which they were done
    for (const mail::Change &change : effective) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group &known) {
            return known.first->verb == change.verb &&
                   known.first->object.kind == change.object.kind;
        });
        if (group == groups.end())
            groups.append({&change, 1});
        else
            ++group->count;
    }
    QStringList sentences;
    for (const Group &group : qAsConst(groups))
        sentences.append(group.count == 1 ? doneWord(*group.first, domain, isUndo)
                                          : doneWordsOf(group.first->object.kind, group.first->verb,
                                                        group.count, isUndo));
    return sentences.join(u' ');
}

QString describe(const mail::Change &change, const QString &domain)
{
    using mail::Verb;
    const QString address = addressOf(change, domain);
    const QString label = labelOf(change);
    if (change.object.kind == QLatin1String(mail::Mailbox::kind)) {
        if (change.verb == Verb::Create)
            return Text::tr("Create %1").arg(label);
        if (change.verb == Verb::Remove)
            return Text::tr("Delete %1 with all its mail").arg(label);
        return fieldWords(change, label);
    }
    if (change.object.kind == QLatin1String(mail::Access::kind)) {
        if (change.verb == Verb::Remove)
            return Text::tr("Take the access of %1 to %2 away").arg(label, address);
        return accessWords(change, label, address);
    }
    if (change.object.kind == QLatin1String(mail::Device::kind)) {
        if (change.object.key == QLatin1String("*"))
            return Text::tr("Disconnect all devices of %1").arg(address);
        if (change.verb == Verb::Create)
            return Text::tr("Add the device %1 to %2").arg(label, address);
        if (change.verb == Verb::Remove)
            return Text::tr("Disconnect %1 from %2").arg(label, address);
        if (change.after.contains(QStringLiteral("password")))
            return Text::tr("Make a new password for %1 on %2").arg(label, address);
    }
    return fieldWords(change, label);
}

} // namespace ui
