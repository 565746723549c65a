// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/addresscells.h"

#include "app/model/addressmodel.h"
#include "app/model/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace model {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(model::AddressModel)
};

QDateTime lastLogin(const mail::Mailbox &m)
{
    const QDateTime imap = m.imapLastLogin.value_or(QDateTime());
    const QDateTime pop3 = m.pop3LastLogin.value_or(QDateTime());
    if (!imap.isValid())
        return pop3;
    return pop3.isValid() ? std::max(imap, pop3) : imap;
}

QString addressOf(const mail::Mailbox &m)
{
    return m.addressIdn.isEmpty() ? m.address : m.addressIdn;
}

struct StateWord
{
    QString icon;
    QString word;
};

// What is not as usual; else whether anybody can read what arrives.
QList<StateWord> statesOf(const mail::Mailbox &m)
{
    QList<StateWord> list;
    if (m.isLimited.value_or(false))
        list.append({QStringLiteral("lock"), Text::tr("Limited")});
    if (m.hasRedirection.value_or(false))
        list.append({QStringLiteral("forward"), Text::tr("Redirection")});
    if (m.hasAutoReply.value_or(false))
        list.append({QStringLiteral("reply"), Text::tr("Auto-reply")});
    if (!m.hasSpamFilter.value_or(true))
        list.append({QStringLiteral("shield-alert"), Text::tr("Spam filter off")});
    if (list.isEmpty() && m.userCount && m.deviceCount)
        list.append(*m.userCount || *m.deviceCount
                        ? StateWord{{}, Text::tr("In use")}
                        : StateWord{QStringLiteral("user-x"), Text::tr("Nobody reads it")});
    return list;
}

} // namespace

QString cellText(const mail::Mailbox &m, int column, const QDateTime &now)
{
    switch (column) {
    case AddressModel::Address:
        return addressOf(m);
    case AddressModel::Users: {
        const QStringList names = m.userNames.value_or(QStringList());
        if (m.userCount == 0)
            return Text::tr("Nobody");
        const int more = m.userCount.value_or(0) - int(names.size());
        if (names.isEmpty())
            return m.userCount ? QLocale().toString(*m.userCount) : QString();
        return more > 0 ? Text::tr("%1 and %2 more").arg(names.join(QStringLiteral(", "))).arg(more)
                        : names.join(QStringLiteral(", "));
    }
    case AddressModel::Devices:
        return m.deviceCount ? QLocale().toString(*m.deviceCount) : QString();
    case AddressModel::Note:
        return m.note.value_or(QString());
    case AddressModel::Size:
        return m.size ? sizeText(*m.size) : QString();
    case AddressModel::LastLogin: {
        if (!m.imapLastLogin && !m.pop3LastLogin)
            return {};
        const QDateTime at = lastLogin(m);
        return at.isValid() ? relativeText(at, now) : Text::tr("never");
    }
    case AddressModel::State: {
        QStringList words;
        for (const StateWord &state : statesOf(m))
            words.append(state.word);
        return words.join(QStringLiteral(", "));
    }
    }
    return {};
}

QString cellTip(const mail::Mailbox &m, int column, const QDateTime &now)
{
    switch (column) {
    case AddressModel::Address:
        return m.address != addressOf(m) ? m.address : QString();
    case AddressModel::Users:
        return m.userNames.value_or(QStringList()).join(u'\n');
    case AddressModel::Size:
        if (!m.size)
            return {};
        return m.sizeCheckedAt && m.sizeCheckedAt->isValid()
                   ? Text::tr("%1 bytes, counted on %2")
                         .arg(QLocale().toString(*m.size), exactText(*m.sizeCheckedAt))
                   : Text::tr("%1 bytes").arg(QLocale().toString(*m.size));
    case AddressModel::LastLogin: {
        QStringList lines;
        if (m.imapLastLogin && m.imapLastLogin->isValid())
            lines.append(Text::tr("IMAP: %1").arg(exactText(*m.imapLastLogin)));
        if (m.pop3LastLogin && m.pop3LastLogin->isValid())
            lines.append(Text::tr("POP3: %1").arg(exactText(*m.pop3LastLogin)));
        return lines.join(u'\n');
    }
    case AddressModel::Note:
    case AddressModel::State:
        return cellText(m, column, now);
    }
    return {};
}

QVariant cellSortValue(const mail::Mailbox &m, int column)
{
    switch (column) {
    case AddressModel::Users:
        return m.userCount.value_or(-1);
    case AddressModel::Devices:
        return m.deviceCount.value_or(-1);
    case AddressModel::Size:
        return m.size.value_or(-1);
    case AddressModel::LastLogin:
        return lastLogin(m);
    default:
        return cellText(m, column, {});
    }
}

QStringList cellIcons(const mail::Mailbox &m, int column)
{
    QStringList icons;
    if (column == AddressModel::State)
        for (const StateWord &state : statesOf(m))
            if (!state.icon.isEmpty())
                icons.append(state.icon);
    return icons;
}

Tone cellTone(const mail::Mailbox &m, int column)
{
    if (column == AddressModel::State && !m.hasSpamFilter.value_or(true))
        return Tone::Warning;
    if ((column == AddressModel::Users && m.userCount == 0) || column == AddressModel::LastLogin ||
        column == AddressModel::State)
        return Tone::Muted;
    return Tone::Plain;
}

QString cellField(int column)
{
    switch (column) {
    case AddressModel::Address:
        return QStringLiteral("name");
    case AddressModel::Note:
        return QStringLiteral("note");
    case AddressModel::State:
        return QStringLiteral("has_spam_filter");
    default:
        return {};
    }
}

bool touches(const mail::Change &change, int column)
{
    return change.verb == mail::Verb::Remove || change.after.contains(cellField(column)) ||
           (column == AddressModel::State && change.after.contains(u"has_ad_filter"));
}

} // namespace model
