// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/publishedroutes.h"

#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/mailbox.h"
#include "app/mail/service.h"

#include <QUrl>

namespace backend {

Result<QByteArray> mailboxPath(qint64 service, const QString &name)
{
    if (name.isEmpty() || name == u"." || name == u"..")
        return Error::invalid(QStringLiteral("name"),
                              QStringLiteral("Not a name of a mailbox: \"%1\"").arg(name));
    return "/1/mail_hostings/" + QByteArray::number(service) + "/mailboxes/" +
           QUrl::toPercentEncoding(name);
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
    for (const QString &field : fields)
        if (capabilities.can(verb, kind, field))
            capabilities.deny(verb, kind, field, reason);
}

} // namespace backend
