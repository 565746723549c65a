// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messages.h"

#include "app/check/dns/domaincheck.h"
#include "app/mail/rights.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QLocale>

namespace ui {

namespace {

struct Entry
{
    const char *key;
    const char *text;
};

constexpr Entry labels[] = {
    {"account", QT_TRANSLATE_NOOP("ui::Messages", "Account")},
    {"service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"mailbox", QT_TRANSLATE_NOOP("ui::Messages", "Address")},
    {"access", QT_TRANSLATE_NOOP("ui::Messages", "User of an address")},
    {"device", QT_TRANSLATE_NOOP("ui::Messages", "Device")},
    {"user", QT_TRANSLATE_NOOP("ui::Messages", "Person")},
    {"mail_settings", QT_TRANSLATE_NOOP("ui::Messages", "Mail settings")},
    {"zone", QT_TRANSLATE_NOOP("ui::Messages", "DNS zone")},
    {"record", QT_TRANSLATE_NOOP("ui::Messages", "DNS record")},
    {"dkim_key", QT_TRANSLATE_NOOP("ui::Messages", "DKIM key")},
    {"job", QT_TRANSLATE_NOOP("ui::Messages", "Job of the mail host")},
    {"dns_facts", QT_TRANSLATE_NOOP("ui::Messages", "What DNS must say")},

    {"account.url", QT_TRANSLATE_NOOP("ui::Messages", "Address of the server")},
    {"account.token", QT_TRANSLATE_NOOP("ui::Messages", "Token")},
    {"account.ca_file", QT_TRANSLATE_NOOP("ui::Messages", "Certificate of the authority")},

    {"service.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"service.organisation", QT_TRANSLATE_NOOP("ui::Messages", "Organisation")},
    {"service.name", QT_TRANSLATE_NOOP("ui::Messages", "Name")},
    {"service.domain", QT_TRANSLATE_NOOP("ui::Messages", "Domain (as sent)")},
    {"service.domain_idn", QT_TRANSLATE_NOOP("ui::Messages", "Domain")},
    {"service.is_locked", QT_TRANSLATE_NOOP("ui::Messages", "Locked")},
    {"service.address_quota", QT_TRANSLATE_NOOP("ui::Messages", "Addresses allowed")},
    {"service.addresses_used", QT_TRANSLATE_NOOP("ui::Messages", "Addresses used")},
    {"service.default_rights", QT_TRANSLATE_NOOP("ui::Messages", "Rights of a new user")},
    {"service.is_spam_filter_default",
     QT_TRANSLATE_NOOP("ui::Messages", "Spam filter on new addresses")},
    {"service.is_ad_filter_default",
     QT_TRANSLATE_NOOP("ui::Messages", "Ad filter on new addresses")},

    {"mailbox.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"mailbox.name", QT_TRANSLATE_NOOP("ui::Messages", "Name")},
    {"mailbox.address", QT_TRANSLATE_NOOP("ui::Messages", "Address (as sent)")},
    {"mailbox.address_idn", QT_TRANSLATE_NOOP("ui::Messages", "Address")},
    {"mailbox.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"mailbox.note", QT_TRANSLATE_NOOP("ui::Messages", "Note")},
    {"mailbox.target", QT_TRANSLATE_NOOP("ui::Messages", "Who has access at first")},
    {"mailbox.user_count", QT_TRANSLATE_NOOP("ui::Messages", "Users")},
    {"mailbox.user_names", QT_TRANSLATE_NOOP("ui::Messages", "Names of the users")},
    {"mailbox.device_count", QT_TRANSLATE_NOOP("ui::Messages", "Devices")},
    {"mailbox.size", QT_TRANSLATE_NOOP("ui::Messages", "Size")},
    {"mailbox.size_checked_at", QT_TRANSLATE_NOOP("ui::Messages", "Size measured")},
    {"mailbox.created_at", QT_TRANSLATE_NOOP("ui::Messages", "Created")},
    {"mailbox.imap_last_login", QT_TRANSLATE_NOOP("ui::Messages", "Last IMAP login")},
    {"mailbox.pop3_last_login", QT_TRANSLATE_NOOP("ui::Messages", "Last POP3 login")},
    {"mailbox.is_limited", QT_TRANSLATE_NOOP("ui::Messages", "Limited (is a login)")},
    {"mailbox.has_redirection", QT_TRANSLATE_NOOP("ui::Messages", "Redirection")},
    {"mailbox.has_auto_reply", QT_TRANSLATE_NOOP("ui::Messages", "Auto-reply")},
    {"mailbox.has_spam_filter", QT_TRANSLATE_NOOP("ui::Messages", "Spam filter")},
    {"mailbox.has_ad_filter", QT_TRANSLATE_NOOP("ui::Messages", "Ad filter")},
    {"mailbox.version", QT_TRANSLATE_NOOP("ui::Messages", "Version")},

    {"access.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"access.mailbox", QT_TRANSLATE_NOOP("ui::Messages", "Address")},
    {"access.user", QT_TRANSLATE_NOOP("ui::Messages", "User")},
    {"access.user_name", QT_TRANSLATE_NOOP("ui::Messages", "Name")},
    {"access.user_email", QT_TRANSLATE_NOOP("ui::Messages", "Signs in as")},
    {"access.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"access.rights", QT_TRANSLATE_NOOP("ui::Messages", "Rights")},
    {"access.created_at", QT_TRANSLATE_NOOP("ui::Messages", "Added")},
    {"access.last_used_at", QT_TRANSLATE_NOOP("ui::Messages", "Last used")},
    {"access.can_remove", QT_TRANSLATE_NOOP("ui::Messages", "Can be removed")},
    {"access.version", QT_TRANSLATE_NOOP("ui::Messages", "Version")},

    {"device.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"device.mailbox", QT_TRANSLATE_NOOP("ui::Messages", "Address")},
    {"device.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"device.label", QT_TRANSLATE_NOOP("ui::Messages", "Name")},
    {"device.type", QT_TRANSLATE_NOOP("ui::Messages", "Kind")},
    {"device.protocols", QT_TRANSLATE_NOOP("ui::Messages", "Protocols")},
    {"device.user", QT_TRANSLATE_NOOP("ui::Messages", "User")},
    {"device.user_name", QT_TRANSLATE_NOOP("ui::Messages", "Name of the user")},
    {"device.creator_name", QT_TRANSLATE_NOOP("ui::Messages", "Created by")},
    {"device.created_at", QT_TRANSLATE_NOOP("ui::Messages", "Created")},
    {"device.last_connection", QT_TRANSLATE_NOOP("ui::Messages", "Last used")},
    {"device.status", QT_TRANSLATE_NOOP("ui::Messages", "State")},
    {"device.password", QT_TRANSLATE_NOOP("ui::Messages", "Password")},
    {"device.version", QT_TRANSLATE_NOOP("ui::Messages", "Version")},

    {"user.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"user.display_name", QT_TRANSLATE_NOOP("ui::Messages", "Name")},
    {"user.first_name", QT_TRANSLATE_NOOP("ui::Messages", "First name")},
    {"user.last_name", QT_TRANSLATE_NOOP("ui::Messages", "Last name")},
    {"user.email", QT_TRANSLATE_NOOP("ui::Messages", "Signs in as")},
    {"user.role", QT_TRANSLATE_NOOP("ui::Messages", "Role")},
    {"user.is_me", QT_TRANSLATE_NOOP("ui::Messages", "Yourself")},

    {"mail_settings.host", QT_TRANSLATE_NOOP("ui::Messages", "Server")},
    {"mail_settings.imaps", QT_TRANSLATE_NOOP("ui::Messages", "IMAP, TLS from the start")},
    {"mail_settings.imap", QT_TRANSLATE_NOOP("ui::Messages", "IMAP, STARTTLS")},
    {"mail_settings.pop3s", QT_TRANSLATE_NOOP("ui::Messages", "POP3, TLS from the start")},
    {"mail_settings.pop3", QT_TRANSLATE_NOOP("ui::Messages", "POP3, STARTTLS")},
    {"mail_settings.submissions", QT_TRANSLATE_NOOP("ui::Messages", "SMTP, TLS from the start")},
    {"mail_settings.submission", QT_TRANSLATE_NOOP("ui::Messages", "SMTP, STARTTLS")},
    {"mail_settings.sieve", QT_TRANSLATE_NOOP("ui::Messages", "Filters (ManageSieve)")},

    {"zone.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"zone.name", QT_TRANSLATE_NOOP("ui::Messages", "Zone (as sent)")},
    {"zone.name_idn", QT_TRANSLATE_NOOP("ui::Messages", "Zone")},
    {"zone.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"zone.name_servers", QT_TRANSLATE_NOOP("ui::Messages", "Name servers")},
    {"zone.is_signed", QT_TRANSLATE_NOOP("ui::Messages", "Signed with DNSSEC")},
    {"zone.delegation", QT_TRANSLATE_NOOP("ui::Messages", "DS records")},
    {"zone.serial", QT_TRANSLATE_NOOP("ui::Messages", "Serial number")},
    {"zone.version", QT_TRANSLATE_NOOP("ui::Messages", "Version")},

    {"record.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"record.zone", QT_TRANSLATE_NOOP("ui::Messages", "Zone")},
    {"record.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"record.source", QT_TRANSLATE_NOOP("ui::Messages", "Name")},
    {"record.type", QT_TRANSLATE_NOOP("ui::Messages", "Type")},
    {"record.target", QT_TRANSLATE_NOOP("ui::Messages", "Value")},
    {"record.ttl", QT_TRANSLATE_NOOP("ui::Messages", "TTL")},
    {"record.updated_at", QT_TRANSLATE_NOOP("ui::Messages", "Last changed")},
    {"record.version", QT_TRANSLATE_NOOP("ui::Messages", "Version")},

    {"dkim_key.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"dkim_key.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"dkim_key.domain", QT_TRANSLATE_NOOP("ui::Messages", "Domain")},
    {"dkim_key.selector", QT_TRANSLATE_NOOP("ui::Messages", "Selector")},
    {"dkim_key.algorithm", QT_TRANSLATE_NOOP("ui::Messages", "Algorithm")},
    {"dkim_key.bits", QT_TRANSLATE_NOOP("ui::Messages", "Length in bits")},
    {"dkim_key.state", QT_TRANSLATE_NOOP("ui::Messages", "State")},
    {"dkim_key.record", QT_TRANSLATE_NOOP("ui::Messages", "Record to publish")},
    {"dkim_key.created_at", QT_TRANSLATE_NOOP("ui::Messages", "Created")},
    {"dkim_key.signs_since", QT_TRANSLATE_NOOP("ui::Messages", "Signs since")},
    {"dkim_key.retires_at", QT_TRANSLATE_NOOP("ui::Messages", "Withdrawn at")},
    {"dkim_key.version", QT_TRANSLATE_NOOP("ui::Messages", "Version")},

    {"job.service", QT_TRANSLATE_NOOP("ui::Messages", "Mail service")},
    {"job.id", QT_TRANSLATE_NOOP("ui::Messages", "Number")},
    {"job.work", QT_TRANSLATE_NOOP("ui::Messages", "Kind of work")},
    {"job.about", QT_TRANSLATE_NOOP("ui::Messages", "About")},
    {"job.state", QT_TRANSLATE_NOOP("ui::Messages", "State")},
    {"job.step", QT_TRANSLATE_NOOP("ui::Messages", "Step")},
    {"job.done", QT_TRANSLATE_NOOP("ui::Messages", "Steps done")},
    {"job.total", QT_TRANSLATE_NOOP("ui::Messages", "Steps in all")},
    {"job.note", QT_TRANSLATE_NOOP("ui::Messages", "Note")},
    {"job.started_at", QT_TRANSLATE_NOOP("ui::Messages", "Started")},
    {"job.next_at", QT_TRANSLATE_NOOP("ui::Messages", "Looks again")},
    {"job.ended_at", QT_TRANSLATE_NOOP("ui::Messages", "Ended")},

    {"dns_facts.mx", QT_TRANSLATE_NOOP("ui::Messages", "Mail hosts (MX)")},
    {"dns_facts.mx_port", QT_TRANSLATE_NOOP("ui::Messages", "Port of its mail server")},
    {"dns_facts.spf", QT_TRANSLATE_NOOP("ui::Messages", "SPF terms")},
    {"dns_facts.addresses", QT_TRANSLATE_NOOP("ui::Messages", "Sends from")},
    {"dns_facts.services", QT_TRANSLATE_NOOP("ui::Messages", "Services (SRV)")},
    {"dns_facts.servers", QT_TRANSLATE_NOOP("ui::Messages", "Name servers to ask")},
    {"dns_facts.zones", QT_TRANSLATE_NOOP("ui::Messages", "Zones they are asked for")},
    {"dns_facts.trust_anchors", QT_TRANSLATE_NOOP("ui::Messages", "Trust anchors")},
};

// Refusals with a reason of their own, whatever their kind.
constexpr Entry refusals[] = {
    {"dns-scope",
     QT_TRANSLATE_NOOP("ui::Messages", "The token has no right to DNS. Make one that has it (at "
                                       "Infomaniak: the scope “domain”), and sign in with it.")},
    {"zone-withheld",
     QT_TRANSLATE_NOOP("ui::Messages", "The zone is served there, but not shown to this token. It "
                                       "may belong to another organisation.")},
    {"dns_record_already_exists",
     QT_TRANSLATE_NOOP("ui::Messages", "There is such a record already. Refresh to see it.")},
    {"dns_record_mutual_exclusion",
     QT_TRANSLATE_NOOP("ui::Messages", "It cannot stand beside the other records of its name: an "
                                       "alias (CNAME) is always alone.")},
    {"invalid_dns_record",
     QT_TRANSLATE_NOOP("ui::Messages", "The value was refused. The details say why.")},
    {"unsupported_dns_record_type",
     QT_TRANSLATE_NOOP("ui::Messages", "Records of this type cannot be kept there.")},
    {"not_published",
     QT_TRANSLATE_NOOP("ui::Messages", "Not all name servers have the record of this key yet. It "
                                       "can sign as soon as they do.")},
    {"key_signs",
     QT_TRANSLATE_NOOP("ui::Messages", "This key signs what leaves. Let another one sign before it "
                                       "is removed.")},
    {"signing_is_behind",
     QT_TRANSLATE_NOOP("ui::Messages", "The mail host is still taking over which keys sign. Try "
                                       "again after a while.")},
    {"half-done",
     QT_TRANSLATE_NOOP("ui::Messages", "It was done by half. The details say what is there now.")},
    {"address-not-created",
     QT_TRANSLATE_NOOP("ui::Messages", "The address was not created, so this was not tried.")},
    {"password-unseen",
     QT_TRANSLATE_NOOP("ui::Messages", "A password is shown once, where it was asked for. Ask for "
                                       "it again on the page of the address.")},
    {"password-untold",
     QT_TRANSLATE_NOOP("ui::Messages", "The service made a password, but did not tell it. Make a "
                                       "new one for this device.")},
    {"message-too-large",
     QT_TRANSLATE_NOOP("ui::Messages", "The file is larger than a message can be.")},
    {"not-a-message",
     QT_TRANSLATE_NOOP("ui::Messages", "This is not a message: its header has no line “From:” "
                                       "with an address.")},
    {"not-yet",
     QT_TRANSLATE_NOOP("ui::Messages", "The service took it over, but has not carried it out yet. "
                                       "Refresh after a while.")},
};

constexpr Entry reasons[] = {
    {"not-offered", QT_TRANSLATE_NOOP("ui::Messages", "This mail service does not offer it.")},
    {"no-right",
     QT_TRANSLATE_NOOP("ui::Messages", "You have no right to do this. An administrator of the "
                                       "organisation can give it to you.")},
    {"read-only-token",
     QT_TRANSLATE_NOOP("ui::Messages", "Your token may only read. Sign in with a token that may "
                                       "change things.")},
    {"no-name-server", QT_TRANSLATE_NOOP("ui::Messages", "This mail service serves no DNS zones.")},
    {"no-opendkim",
     QT_TRANSLATE_NOOP("ui::Messages", "This mail service cannot sign mail: OpenDKIM is not "
                                       "installed on its host.")},
    {"service-locked", QT_TRANSLATE_NOOP("ui::Messages", "The mail service is locked.")},
    {"quota-exceeded",
     QT_TRANSLATE_NOOP("ui::Messages", "Every address that the offer allows is in use.")},
    {"offline", QT_TRANSLATE_NOOP("ui::Messages", "The mail service does not answer right now.")},
};

QString lookUp(const Entry *begin, const Entry *end, const QString &key)
{
    for (const Entry *entry = begin; entry != end; ++entry)
        if (key == QLatin1String(entry->key))
            return Messages::tr(entry->text);
    return {};
}

// "Phone, Laptop and Tablet", at most five by name.
QString listed(const QJsonValue &value)
{
    QStringList names;
    if (value.isArray()) {
        for (const QJsonValue item : value.toArray())
            names.append(item.isObject() ? item.toObject().value(u"label").toString()
                                         : item.toString());
    } else if (!value.toString().isEmpty()) {
        names.append(value.toString());
    }
    names.removeAll(QString());
    constexpr int most = 5;
    const int more = int(names.size()) - most;
    if (more > 0)
        names = names.mid(0, most);
    QString text;
    for (int i = 0; i < names.size(); ++i) {
        if (i > 0)
            text += more <= 0 && i == names.size() - 1 ? Messages::tr(" and ") : Messages::tr(", ");
        text += QStringLiteral("“%1”").arg(names.at(i));
    }
    if (more > 0)
        text += Messages::tr(" and %Ln more", nullptr, more);
    return text;
}

QString aboutOf(const mail::Finding &finding)
{
    if (!finding.about.label.isEmpty())
        return finding.about.label;
    return finding.about.key;
}

// The first that the facts have; checks name things by their own field.
QJsonValue fact(const mail::Finding &finding, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (const QJsonValue value = finding.facts.value(QLatin1String(name)); !value.isUndefined())
            return value;
    return {};
}

QString detailsOf(const Error &error)
{
    QString details = error.detail;
    if (!error.code.isEmpty() && !details.contains(error.code))
        details = details.isEmpty() ? error.code : Messages::tr("%1 (%2)").arg(details, error.code);
    return details;
}

} // namespace

Sentence sentenceFor(const Error &error)
{
    const QString details = detailsOf(error);
    if (const QString text = lookUp(std::begin(refusals), std::end(refusals), error.code);
        !text.isEmpty())
        return {text, details};
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return {Messages::tr("Cancelled. Nothing further was done."), details};
    case Error::Kind::Offline:
        if (error.code == u"name")
            return {Messages::tr(
                        "There is no server of that name. Check the address and your network."),
                    details};
        if (error.code == u"tls")
            return {Messages::tr(
                        "No safe connection: the server's certificate is not trusted. Check the "
                        "address, or give the file of the authority that signed it."),
                    details};
        return {
            Messages::tr("The mail service does not answer. What is shown is what was last known; "
                         "changes can be staged."),
            details};
    case Error::Kind::Unauthorized:
        if (error.code == u"no-keyring")
            return {Messages::tr("The keyring of this computer is locked or not there, so the "
                                 "token is not at hand. Unlock it and refresh (F5), or enter the "
                                 "token: it is then kept until Mailwright ends."),
                    details};
        if (error.code == u"no-token") // nobody refused anything: there is nothing to sign in with
            return {Messages::tr("No token is kept for this account. It must be entered again."),
                    details};
        return {
            Messages::tr("The mail service refused the sign-in. The token is wrong or has expired; "
                         "enter a new one."),
            details};
    case Error::Kind::Forbidden:
        return {Messages::tr(
                    "You have no right to do this. An administrator of the organisation can give "
                    "it to you."),
                details};
    case Error::Kind::NotFound:
        return {Messages::tr("It is not there any more. Refresh to see what is."), details};
    case Error::Kind::Conflict:
        return {Messages::tr(
                    "Somebody else changed it in the meantime, or the name is taken. Look at it as "
                    "it is now, then try again."),
                details};
    case Error::Kind::Invalid: {
        QString name = error.field;
        for (const char *kind : {"account", "mailbox", "device", "access", "user", "service",
                                 "record", "zone", "dkim_key"}) {
            const QString label =
                lookUp(std::begin(labels), std::end(labels),
                       QStringLiteral("%1.%2").arg(QLatin1String(kind), error.field));
            if (!label.isEmpty()) {
                name = label;
                break;
            }
        }
        if (name.isEmpty())
            return {Messages::tr("A value was refused. The details say which."), details};
        return {Messages::tr("“%1” was refused. Correct it and try again.").arg(name), details};
    }
    case Error::Kind::Limited:
        if (error.retryAfter > 0)
            return {Messages::tr("That was too much at once. It can go on in %n second(s).",
                                 nullptr, error.retryAfter),
                    details};
        return {Messages::tr("That was too much at once. Wait a moment, then try again."), details};
    case Error::Kind::Unsupported:
        return {Messages::tr("This mail service does not offer it."), details};
    case Error::Kind::Protocol:
        return {Messages::tr(
                    "The mail service answered something that cannot be understood. Nothing was "
                    "taken over."),
                details};
    case Error::Kind::Storage:
        return {Messages::tr(
                    "This computer could not save it. Check that the disk is not full and can be "
                    "written."),
                details};
    case Error::Kind::Internal:
        break;
    }
    return {Messages::tr("Mailwright made a mistake. The details help to report it."), details};
}

// What a check looked at: the record, who told it, whether it can be believed, and the rule.
static QString evidenceOf(const mail::Finding &finding)
{
    const auto text = [&](const char *name) {
        return finding.facts.value(QLatin1String(name)).toString();
    };
    QStringList parts;
    if (const QString record = text("record"); !record.isEmpty())
        parts.append(record);
    if (const QString server = text("server"); !server.isEmpty())
        parts.append(Messages::tr("told by %1").arg(server));
    const QString dnssec = text("dnssec");
    if (dnssec == u"secure")
        parts.append(Messages::tr("proven by DNSSEC"));
    else if (dnssec == u"bogus")
        parts.append(Messages::tr("DNSSEC signatures wrong"));
    if (const QString rule = text("reference"); !rule.isEmpty())
        parts.append(rule);
    return parts.join(QStringLiteral(" · "));
}

Sentence sentenceFor(const mail::Finding &finding)
{
    const QString about = aboutOf(finding);
    const QString &code = finding.code;
    if (code == u"not-possible")
        return {Messages::tr("%1: this cannot be done here.").arg(about),
                reasonText(fact(finding, {"reason"}).toString())};
    if (code == u"address-invalid") {
        const QString rule = fact(finding, {"sentence"}).toString();
        return {Messages::tr("“%1” is not a possible address.").arg(about), rule};
    }
    if (code == u"address-taken")
        return {Messages::tr("%1 exists already. Choose another name.").arg(about), {}};
    if (code == u"quota-exceeded") {
        const int free = fact(finding, {"free"}).toInt();
        return {Messages::tr(
                    "There are not enough free addresses: the offer allows %1, and %2 are in use.")
                    .arg(QLocale().toString(fact(finding, {"quota", "allowed"}).toInt()),
                         QLocale().toString(fact(finding, {"used"}).toInt())),
                free > 0 ? Messages::tr("%Ln can still be created.", nullptr, free) : QString()};
    }
    if (code == u"no-such-mailbox")
        return {Messages::tr("%1 does not exist, as far as is known here.").arg(about), {}};
    if (code == u"stale")
        return {Messages::tr("%1 is no longer what it was when this was planned.").arg(about),
                Messages::tr("Look at the values as they are now before you apply it.")};
    if (code == u"delete-loses-mail") {
        const int count = fact(finding, {"count"}).toInt();
        const qint64 bytes = qint64(fact(finding, {"bytes", "size"}).toDouble());
        const QString what =
            count > 1 ? Messages::tr("Deletes %Ln addresses with all their mail.", nullptr, count)
                      : Messages::tr("Deletes %1 with all its mail.").arg(about);
        return {Messages::tr("%1 This cannot be undone.").arg(what),
                bytes > 0 ? Messages::tr("%1 of mail will be lost.").arg(model::sizeText(bytes))
                          : QString()};
    }
    if (code == u"cannot-be-undone")
        return {about.isEmpty() ? Messages::tr("This cannot be undone.")
                                : Messages::tr("%1: this cannot be undone.").arg(about),
                {}};
    if (code == u"devices-lose-sending") {
        const QString listedDevices = listed(fact(finding, {"devices", "labels"}));
        const QString devices = listedDevices.isEmpty() ? about : listedDevices;
        if (fact(finding, {"user_removed"}).toBool())
            return {
                Messages::tr("Mail programs of this user can no longer log in, neither to read "
                             "nor to send, and will ask for a password: %1.")
                    .arg(devices),
                Messages::tr("Undo does not bring their passwords back: each needs a new one.")};
        return {Messages::tr(
                    "Mail programs of this user can no longer send, and will ask for a password: "
                    "%1.")
                    .arg(devices),
                Messages::tr("Reading goes on.")};
    }
    if (code == u"device-escapes-send-right") {
        const QString devices = listed(fact(finding, {"devices", "labels"}));
        return {Messages::tr("Not bound by this: %1. A device without a user can go on sending.")
                    .arg(devices.isEmpty() ? about : devices),
                Messages::tr("If it must not send, disconnect it and add it again for a user.")};
    }
    if (code == u"auto-reply-goes-on")
        return {Messages::tr("Auto-replies are still sent: they have a right of their own."), {}};
    if (code == u"webmail-stays")
        return {Messages::tr(
                    "This ends mail programs only. People keep reading %1 on the web until they "
                    "are removed as users.")
                    .arg(about),
                {}};
    if (code == u"programs-must-be-updated")
        return {
            Messages::tr("The old password stops working at once: enter the new one in every mail "
                         "program that used it."),
            listed(fact(finding, {"devices", "labels"}))};
    if (code == u"does-nothing")
        return {about.isEmpty()
                    ? Messages::tr("Nothing differs: there is nothing to do.")
                    : Messages::tr("%1 is already so: nothing will be changed.").arg(about),
                {}};
    const QString name = fact(finding, {"name", "zone"}).toString();
    if (code == u"record-of-host")
        return {Messages::tr("%1 %2 is kept by the host itself and cannot be changed here.")
                    .arg(name, fact(finding, {"type"}).toString()),
                {}};
    if (code == u"last-mx")
        return {Messages::tr("No MX record is left for %1: mail to it goes to the address of the "
                             "name itself, or is returned.")
                    .arg(name),
                {}};
    if (code == u"last-spf")
        return {Messages::tr("No SPF record is left for %1: receivers cannot tell who may send for "
                             "it.")
                    .arg(name),
                {}};
    if (code == u"last-dmarc")
        return {
            Messages::tr("No DMARC record is left at %1: receivers decide by themselves what to "
                         "do with forged mail.")
                .arg(name),
            {}};
    if (code == u"last-dkim-key")
        return {
            Messages::tr("The DKIM key %1 is withdrawn: mail signed with it no longer verifies.")
                .arg(name),
            Messages::tr("Mail that is under way is concerned, too.")};
    if (code == u"delete-loses-zone")
        return {Messages::tr("Deletes the zone %1 with all its records. Nobody finds its names any "
                             "more, mail included.")
                    .arg(name),
                Messages::tr("Export it as a zone file first.")};
    if (code == u"sign-tell-parent")
        return {Messages::tr("Signing %1 counts once its DS record stands in the zone above it.")
                    .arg(name),
                Messages::tr("Hand the DS record to the registrar afterwards.")};
    if (code == u"unsign-after-parent")
        return {Messages::tr("While the zone above has a DS record of %1, validating resolvers "
                             "refuse all its answers, mail included.")
                    .arg(name),
                Messages::tr("Have the DS record removed at the registrar first, and wait a day.")};
    if (code == u"key-is-lost")
        return {Messages::tr("The private half of the key %1 is deleted. This cannot be undone.")
                    .arg(about),
                {}};
    if (const QString known = check::sentence(finding); !known.isEmpty())
        return {known, evidenceOf(finding)};
    // An unknown code of a newer server: better its own word than silence.
    return {about.isEmpty() ? code : Messages::tr("%1: %2").arg(about, code),
            fact(finding, {"sentence", "detail"}).toString()};
}

QString reasonText(const QString &reasonCode)
{
    if (reasonCode.isEmpty())
        return {};
    const QString text = lookUp(std::begin(reasons), std::end(reasons), reasonCode);
    return text.isEmpty()
               ? Messages::tr("This mail service does not allow it (%1).").arg(reasonCode)
               : text;
}

QString labelFor(const QString &field)
{
    const QString text = lookUp(std::begin(labels), std::end(labels), field);
    if (!text.isEmpty())
        return text;
    // A single right: "access.rights.can_send_emails".
    if (const auto right = mail::rightFromFlag(field.mid(field.lastIndexOf(u'.') + 1)))
        return model::rightText(*right);
    return field.mid(field.lastIndexOf(u'.') + 1);
}

model::Phrases phrases()
{
    const auto flat = [](const Sentence &sentence) { return sentence.text; };
    return {[](const QString &field) { return labelFor(field); },
            [flat](const Error &error) { return flat(sentenceFor(error)); },
            [flat](const mail::Finding &finding) { return flat(sentenceFor(finding)); }};
}

void Messages::say(const Message &message) { emit said(message); }

void Messages::confirm(const QString &text, const QString &actionText, std::function<void()> action)
{
    emit said({Kind::Confirmation, text, {}, actionText, std::move(action)});
}

void Messages::error(const Error &error, const QString &actionText, std::function<void()> action)
{
    if (error.kind == Error::Kind::Cancelled) // the user asked for it
        return;
    const Sentence sentence = sentenceFor(error);
    const Kind kind = error.kind == Error::Kind::Offline ? Kind::Warning : Kind::Error;
    emit said({kind, sentence.text, sentence.details, actionText, std::move(action)});
}

} // namespace ui
