// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/publishedroutes.h"

#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/mailbox.h"
#include "app/mail/service.h"
#include "app/mail/zone.h"

#include <QUrl>

namespace backend {

namespace {

bool isStep(const QString &name) { return !name.isEmpty() && name != u"." && name != u".."; }

Error noStep(const char *field, const char *what, const QString &name)
{
    return Error::invalid(QLatin1String(field),
                          QStringLiteral("Not %1: \"%2\"").arg(QLatin1String(what), name));
}

} // namespace

Result<QByteArray> mailboxPath(qint64 service, const QString &name)
{
    if (!isStep(name))
        return noStep("name", "a name of a mailbox", name);
    return "/1/mail_hostings/" + QByteArray::number(service) + "/mailboxes/" +
           QUrl::toPercentEncoding(name);
}

Result<QByteArray> domainPath(const QString &domain)
{
    if (!isStep(domain))
        return noStep("domain", "a domain", domain);
    return "/2/domains/" + QUrl::toPercentEncoding(domain);
}

Result<QByteArray> zonePath(const QString &zone)
{
    if (!isStep(zone))
        return noStep("zone", "a zone", zone);
    return "/2/zones/" + QUrl::toPercentEncoding(zone);
}

Result<QByteArray> recordPath(const QString &zone, const QString &record)
{
    const auto path = zonePath(zone);
    if (!path)
        return path;
    bool isNumber = false;
    const qint64 id = record.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return noStep("id", "a number of a record", record);
    return *path + "/records/" + QByteArray::number(id);
}

mail::Capabilities publishedRoutes()
{
    using mail::Verb;
    mail::Capabilities capabilities;
    const auto allow = [&](Verb verb, const char *kind,
                           std::initializer_list<const char *> fields) {
        capabilities.allow(verb, QLatin1String(kind));
        for (const char *field : fields)
            capabilities.allow(verb, QLatin1String(kind), QLatin1String(field));
    };
    allow(Verb::Create, mail::Mailbox::kind, {"name", "note", "target"});
    allow(Verb::Update, mail::Mailbox::kind, {"note", "has_spam_filter", "has_ad_filter"});
    allow(Verb::Remove, mail::Mailbox::kind, {});
    allow(Verb::Create, mail::Access::kind, {"user", "rights"});
    allow(Verb::Update, mail::Access::kind, {"rights"});
    allow(Verb::Remove, mail::Access::kind, {});
    allow(Verb::Create, mail::Device::kind, {"label", "type", "protocols", "user"});
    allow(Verb::Update, mail::Device::kind, {"password"});
    allow(Verb::Remove, mail::Device::kind, {});
    allow(Verb::Update, mail::Service::kind,
          {"default_rights", "is_spam_filter_default", "is_ad_filter_default"});
    // A record is made anew where its name or type changes: what can be made and removed.
    allow(Verb::Create, mail::ZoneRecord::kind, {"source", "type", "target", "ttl"});
    allow(Verb::Update, mail::ZoneRecord::kind, {"source", "type", "target", "ttl"});
    allow(Verb::Remove, mail::ZoneRecord::kind, {});
    allow(Verb::Update, mail::Zone::kind, {"is_signed"});
    capabilities.add(QStringLiteral("zones"));
    capabilities.dns = mail::DnsFacts::infomaniak();
    // The right to send has no flag there.
    const QString reason = QStringLiteral("not-offered-by-provider");
    const QString flag = QLatin1String(mail::flagName(mail::Right::SendEmails));
    capabilities.deny(Verb::Create, QLatin1String(mail::Access::kind),
                      QStringLiteral("rights.") + flag, reason);
    capabilities.deny(Verb::Update, QLatin1String(mail::Access::kind),
                      QStringLiteral("rights.") + flag, reason);
    capabilities.deny(Verb::Update, QLatin1String(mail::Service::kind),
                      QStringLiteral("default_rights.") + flag, reason);
    capabilities.mailSettings = mail::MailSettings::infomaniak();
    return capabilities;
}

void denyAll(mail::Capabilities &capabilities, mail::Verb verb, const QString &kind,
             const QString &reason)
{
    capabilities.deny(verb, kind, {}, reason);
    QStringList fields;
    if (kind == QLatin1String(mail::Mailbox::kind))
        fields = mail::fieldNames<mail::Mailbox>();
    else if (kind == QLatin1String(mail::Access::kind))
        fields = mail::fieldNames<mail::Access>();
    else if (kind == QLatin1String(mail::Device::kind))
        fields = mail::fieldNames<mail::Device>();
    else if (kind == QLatin1String(mail::Service::kind))
        fields = mail::fieldNames<mail::Service>();
    else if (kind == QLatin1String(mail::Zone::kind))
        fields = mail::fieldNames<mail::Zone>();
    else if (kind == QLatin1String(mail::ZoneRecord::kind))
        fields = mail::fieldNames<mail::ZoneRecord>();
    else if (kind == QLatin1String(mail::DkimKey::kind))
        fields = mail::fieldNames<mail::DkimKey>();
    for (const QString &field : fields)
        if (capabilities.can(verb, kind, field))
            capabilities.deny(verb, kind, field, reason);
}

} // namespace backend
