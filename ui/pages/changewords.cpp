// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/changewords.h"

#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/domain.h"
#include "app/mail/mailbox.h"
#include "app/model/text.h"
#include "ui/pages/address/rightwords.h"
#include "ui/shell/messages.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ChangeWords)
};

// As it goes on within a sentence; only the first letter, for German nouns keep theirs.
QString continued(const QString &text) { return text.left(1).toLower() + text.mid(1); }

QString accessWords(const mail::Change &change, const QString &person, const QString &address)
{
    mail::Access access;
    if (!mail::patch(access, change.after))
        return Text::tr("Change the rights of %1").arg(person);
    const mail::Rights rights = access.rights.value_or(mail::Rights());
    if (change.verb == mail::Verb::Create) {
        const auto send = rights.get(mail::Right::SendEmails);
        const QString sending = !send   ? QString()
                                : *send ? Text::tr("can send; ")
                                        : Text::tr("can read but not send; ");
        return Text::tr("Give %1 access to %2: %3%4")
            .arg(person, address, sending, continued(rightsSummary(rights)));
    }
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

} // namespace

QString describe(const mail::Change &change, const QString &domain)
{
    using mail::Verb;
    const QString address = domain.isEmpty() || change.object.parent.isEmpty()
                                ? change.object.parent
                                : QStringLiteral("%1@%2").arg(change.object.parent, domain);
    const QString label = change.object.label.isEmpty()
                              ? change.object.key
                              : mail::addressForPeople(change.object.label);
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
