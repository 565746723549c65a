// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace model {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

} // namespace

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 * 1000 ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}

QString relativeText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const qint64 seconds = at.secsTo(now);
    const QDate day = at.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (seconds < 60 && seconds > -60)
        return Text::tr("just now");
    if (seconds > 0 && seconds < 60 * 60)
        return Text::tr("%1 min ago").arg(QLocale().toString(seconds / 60));
    if (seconds > 0 && day == today)
        return Text::tr("%1 h ago").arg(QLocale().toString(seconds / 3600));
    if (day == today.addDays(-1))
        return Text::tr("yesterday");
    if (day < today && day > today.addDays(-7))
        return Text::tr("%1 days ago").arg(QLocale().toString(day.daysTo(today)));
    if (day.year() == today.year() && day < today)
        return QLocale().toString(day, Text::tr("d MMMM"));
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString exactText(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    return QLocale().toString(local.date(), QLocale::LongFormat) + u' ' +
           QLocale().toString(local.time(), QStringLiteral("HH:mm:ss"));
}

QString ttlText(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    constexpr int day = 24 * hour;
    if (seconds > 0 && seconds % day == 0)
        return Text::tr("%n day(s)", nullptr, seconds / day);
    if (seconds > 0 && seconds % hour == 0)
        return Text::tr("%n hour(s)", nullptr, seconds / hour);
    if (seconds > 0 && seconds % minute == 0)
        return Text::tr("%n minute(s)", nullptr, seconds / minute);
    return Text::tr("%n second(s)", nullptr, seconds);
}

QString rightText(mail::Right right)
{
    switch (right) {
    case mail::Right::SendEmails:
        return Text::tr("Send emails");
    case mail::Right::ManageAutoReply:
        return Text::tr("Set the auto-reply");
    case mail::Right::ManageSignatures:
        return Text::tr("Edit signatures");
    case mail::Right::ManageRedirections:
        return Text::tr("Set redirections");
    case mail::Right::ManageAliases:
        return Text::tr("Manage aliases");
    case mail::Right::ManageFilters:
        return Text::tr("Set filters");
    case mail::Right::ManageRules:
        return Text::tr("Write sorting rules");
    case mail::Right::ConfigureFolders:
        return Text::tr("Choose special folders");
    case mail::Right::ManageSecurity:
        return Text::tr("Block and approve senders");
    case mail::Right::ManageDevices:
        return Text::tr("Add and manage devices");
    case mail::Right::AccessLogs:
        return Text::tr("See the log");
    case mail::Right::RestoreEmails:
        return Text::tr("Restore emails");
    }
    return {};
}

QString dkimStateText(mail::DkimState state)
{
    switch (state) {
    case mail::DkimState::Made:
        return Text::tr("made");
    case mail::DkimState::Signing:
        return Text::tr("signing");
    case mail::DkimState::Retiring:
        return Text::tr("retiring");
    case mail::DkimState::Retired:
        return Text::tr("retired");
    }
    return {};
}

QString dkimAlgorithmText(mail::DkimAlgorithm algorithm)
{
    switch (algorithm) {
    case mail::DkimAlgorithm::Rsa:
        return Text::tr("RSA");
    case mail::DkimAlgorithm::Ed25519:
        return Text::tr("Ed25519");
    }
    return {};
}

QString protocolsText(mail::Protocols protocols)
{
    switch (protocols) {
    case mail::Protocols::Imap:
        return Text::tr("IMAP");
    case mail::Protocols::Pop3:
        return Text::tr("POP3");
    case mail::Protocols::Pop3Imap:
        return Text::tr("IMAP and POP3");
    }
    return {};
}

QString deviceTypeText(mail::DeviceType type)
{
    switch (type) {
    case mail::DeviceType::Computer:
        return Text::tr("Computer");
    case mail::DeviceType::Phone:
        return Text::tr("Phone");
    case mail::DeviceType::Tablet:
        return Text::tr("Tablet");
    case mail::DeviceType::Other:
        return Text::tr("Other device");
    case mail::DeviceType::Legacy:
        return Text::tr("Older device");
    }
    return {};
}

QString deviceTypeIcon(mail::DeviceType type)
{
    switch (type) {
    case mail::DeviceType::Computer:
        return QStringLiteral("laptop");
    case mail::DeviceType::Phone:
        return QStringLiteral("smartphone");
    case mail::DeviceType::Tablet:
        return QStringLiteral("tablet");
    case mail::DeviceType::Other:
        return QStringLiteral("printer");
    case mail::DeviceType::Legacy:
        return QStringLiteral("history");
    }
    return {};
}

QString stateText(store::JournalEntry::State state)
{
    using State = store::JournalEntry::State;
    switch (state) {
    case State::Staged:
        return Text::tr("Staged");
    case State::Running:
        return Text::tr("Being applied");
    case State::Applied:
        return Text::tr("Done");
    case State::Partial:
        return Text::tr("Partly done");
    case State::Failed:
        return Text::tr("Not done");
    case State::Discarded:
        return Text::tr("Discarded");
    }
    return {};
}

QString valueText(const QString &kind, const QString &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("–");
    if (field == u"password")
        return Text::tr("a new password");
    if (value.isBool())
        return kind == QLatin1String(mail::Access::kind) || field.startsWith(u"can_")
                   ? (value.toBool() ? Text::tr("allowed") : Text::tr("not allowed"))
                   : (value.toBool() ? Text::tr("on") : Text::tr("off"));
    if (field == u"size")
        return sizeText(value.toInteger());
    if (field.endsWith(u"_at") || field == u"last_connection" || field.endsWith(u"_last_login"))
        return exactText(QDateTime::fromSecsSinceEpoch(value.toInteger(), Qt::UTC));
    if (field == u"protocols")
        if (const auto protocols = mail::fromWord<mail::Protocols>(value.toString()))
            return protocolsText(*protocols);
    if (kind == QLatin1String(mail::Device::kind) && field == u"type")
        if (const auto type = mail::fromWord<mail::DeviceType>(value.toString()))
            return deviceTypeText(*type);
    if (field == u"status") {
        const auto status = mail::fromWord<mail::DeviceStatus>(value.toString());
        if (status == mail::DeviceStatus::Healthy)
            return Text::tr("in order");
        if (status == mail::DeviceStatus::Leaked)
            return Text::tr("password known to others");
        if (status == mail::DeviceStatus::Spam)
            return Text::tr("sends spam");
    }
    if (field == u"target") {
        const auto target = mail::fromWord<mail::Target>(value.toString());
        if (target == mail::Target::CurrentUser)
            return Text::tr("yourself");
        if (target == mail::Target::OtherUser)
            return Text::tr("other people");
        if (target == mail::Target::WholeOrganisation)
            return Text::tr("everyone in the organisation");
    }
    if (field == u"ttl")
        return ttlText(value.toInt());
    if (kind == QLatin1String(mail::ZoneRecord::kind) && field == u"source" &&
        value.toString().isEmpty())
        return Text::tr("the zone itself");
    if (kind == QLatin1String(mail::DkimKey::kind) && field == u"state")
        if (const auto state = mail::fromWord<mail::DkimState>(value.toString()))
            return dkimStateText(*state);
    if (kind == QLatin1String(mail::DkimKey::kind) && field == u"algorithm")
        if (const auto algorithm = mail::fromWord<mail::DkimAlgorithm>(value.toString()))
            return dkimAlgorithmText(*algorithm);
    if (kind == QLatin1String(mail::Device::kind) && field == u"user" && value.toInteger() == 0)
        return Text::tr("without user");
    if (value.isDouble())
        return QLocale().toString(value.toInteger());
    if (value.isArray()) {
        QStringList list;
        for (const QJsonValue item : value.toArray())
            list.append(valueText(kind, {}, item));
        return QLocale().createSeparatedList(list);
    }
    const QString text = value.toString();
    return text.isEmpty() ? Text::tr("empty") : text;
}

} // namespace model
