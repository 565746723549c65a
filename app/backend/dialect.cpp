// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/dialect.h"

#include "app/backend/wirefields.h"
#include "app/mail/domain.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace backend {

namespace {

using namespace wirefields;

// The wire knows two shapes of a person: display_name, first_name, last_name; firstname, lastname.
QString nameIn(const QJsonObject &person)
{
    QString name = textIn(person, "display_name");
    if (name.isEmpty())
        name = textIn(person, "name");
    if (name.isEmpty())
        name = (textIn(person, "first_name") + u' ' + textIn(person, "last_name")).trimmed();
    if (name.isEmpty())
        name = (textIn(person, "firstname") + u' ' + textIn(person, "lastname")).trimmed();
    if (name.isEmpty())
        name = textIn(person, "email");
    return name;
}

} // namespace

Result<mail::Mailbox> mailboxFromWire(const QJsonValue &value, qint64 service, Reading reading)
{
    const QJsonObject json = value.toObject();
    mail::Mailbox m;
    m.service = service;
    m.name = textIn(json, "mailbox_name");
    m.address = textIn(json, "mailbox");
    if (m.name.isEmpty())
        return strange("no name of a mailbox");
    m.addressIdn = textIn(json, "mailbox_idn");
    if (m.addressIdn.isEmpty())
        m.addressIdn = mail::addressForPeople(m.address);
    takeKnown(json, "mailbox_id", m.id);
    takeOrEmpty(json, "note", m.note);
    takeKnown(json, "count_users", m.userCount);
    takeKnown(json, "count_devices", m.deviceCount);
    if (const QJsonValue users = json.value(u"users"); users.isArray()) {
        QStringList names;
        for (const QJsonValue user : users.toArray()) {
            if (names.size() == 3)
                break;
            if (const QString name = nameIn(user.toObject()); !name.isEmpty())
                names.append(name);
        }
        m.userNames = names;
    }
    takeKnown(json, "size", m.size);
    takeTime(json, "size_checked_at", m.sizeCheckedAt, false);
    takeTime(json, "created_at", m.createdAt, false);
    takeTime(json, "imap_last_login_at", m.imapLastLogin, reading == Reading::Complete);
    takeTime(json, "pop3_last_login_at", m.pop3LastLogin, reading == Reading::Complete);
    takeKnown(json, "is_limited", m.isLimited);
    takeKnown(json, "has_redirection", m.hasRedirection);
    takeKnown(json, "has_auto_responder", m.hasAutoReply);
    if (!m.hasAutoReply)
        takeKnown(json.value(u"auto_responder").toObject(), "is_active", m.hasAutoReply);
    takeKnown(json, "has_move_spam", m.hasSpamFilter);
    takeKnown(json, "has_mail_filtering", m.hasAdFilter);
    takeKnown(json, "version", m.version);
    return m;
}

Result<mail::Access> accessFromWire(const QJsonValue &value, qint64 service, const QString &mailbox)
{
    const QJsonObject json = value.toObject();
    const QJsonObject user = json.value(u"user").toObject();
    mail::Access a;
    a.service = service;
    a.mailbox = mailbox;
    a.user = idIn(user, "id");
    if (a.user == 0)
        a.user = idIn(json, "user_id");
    if (a.user == 0)
        return strange("no user of an access");
    a.userName = nameIn(user);
    a.userEmail = textIn(user, "email");
    takeKnown(json, "id", a.id);
    a.rights = rightsFromWire(json.value(u"permissions"), json.value(u"can_send_emails"));
    takeTime(json, "created_at", a.createdAt, false);
    takeTime(json, "last_used_at", a.lastUsedAt, false);
    takeKnown(json.value(u"access_rights").toObject(), "can_delete", a.canRemove);
    takeKnown(json, "version", a.version);
    return a;
}

Result<mail::Device> deviceFromWire(const QJsonValue &value, qint64 service, const QString &mailbox,
                                    Reading reading)
{
    const QJsonObject json = value.toObject();
    const QJsonObject device = json.value(u"device").toObject();
    mail::Device d;
    d.service = service;
    d.mailbox = mailbox;
    d.id = idIn(json, "id");
    if (d.id == 0)
        return strange("no number of a device access");
    takeOrEmpty(device, "label", d.label);
    takeKnown(device, "type", d.type);
    takeKnown(json, "protocols", d.protocols);
    takeKnown(json, "status", d.status);
    takeKnown(json, "version", d.version);
    takeTime(json, "created_at", d.createdAt, false);
    takeTime(json, "last_connection", d.lastConnection, false);
    if (const QJsonValue user = json.value(u"user_access"); user.isObject()) {
        // flat, or with the person one level down
        const QJsonObject access = user.toObject();
        const QJsonObject nested = access.value(u"user").toObject();
        const QJsonObject &person = nested.isEmpty() ? access : nested;
        if (const qint64 id = idIn(person, "id"); id != 0) {
            d.user = id;
            d.userName = nameIn(person);
        }
    } else if (user.isNull() || (user.isUndefined() && reading == Reading::Complete)) {
        d.user = 0;
        d.userName = QString();
    }
    if (const QJsonValue creator = json.value(u"creator"); creator.isObject())
        d.creatorName = nameIn(creator.toObject());
    return d;
}

Result<mail::Service> serviceFromWire(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    mail::Service s;
    s.id = idIn(json, "id");
    if (s.id == 0)
        return strange("no number of a service");
    s.organisation = idIn(json, "account_id");
    s.domain = textIn(json, "main_fqdn");
    s.domainIdn = textIn(json, "main_fqdn_idn");
    if (const auto domain = mail::domainFrom(s.domain.isEmpty() ? s.domainIdn : s.domain)) {
        s.domain = domain->ascii;
        if (s.domainIdn.isEmpty())
            s.domainIdn = domain->unicode;
    }
    for (const char *key : {"customer_name", "internal_name", "service_name"}) {
        if (s.name.isEmpty())
            s.name = textIn(json, key);
    }
    if (s.name.isEmpty())
        s.name = s.domainIdn;
    takeKnown(json, "is_locked", s.isLocked);
    takeOrEmpty(json, "quota", s.addressQuota); // null: no limit
    takeKnown(json, "used", s.addressesUsed);
    return s;
}

Result<mail::User> userFromWire(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    mail::User u;
    u.id = idIn(json, "user_id");
    if (u.id == 0)
        u.id = idIn(json, "id");
    if (u.id == 0)
        return strange("no number of a person");
    u.displayName = nameIn(json);
    u.firstName = textIn(json, "first_name");
    u.lastName = textIn(json, "last_name");
    u.email = textIn(json, "email");
    if (u.email.isEmpty())
        u.email = textIn(json, "login");
    takeKnown(json, "role_type", u.role);
    return u;
}

std::optional<mail::Rights> rightsFromWire(const QJsonValue &permissions,
                                           const QJsonValue &canSendEmails)
{
    std::optional<mail::Rights> rights;
    mail::Rights read;
    if (permissions.isArray()) {
        const QJsonArray list = permissions.toArray();
        // Something else than names of flags: nothing can be concluded, least of all "denied".
        const bool named = std::all_of(list.begin(), list.end(),
                                       [](const QJsonValue &item) { return item.isString(); });
        if (named && mail::fromJson(permissions, read))
            rights = read;
    } else if (permissions.isObject()) {
        // Flag by flag: one that cannot be meant leaves that right unknown, not all of them.
        const QJsonObject flags = permissions.toObject();
        for (const mail::Right right : mail::allRights()) {
            std::optional<bool> granted;
            takeKnown(flags, mail::flagName(right), granted);
            read.set(right, granted);
        }
        rights = read;
    }
    bool sends = false;
    if (canSendEmails.isBool() || canSendEmails.isDouble() || canSendEmails.isString()) {
        if (mail::fromJson(canSendEmails, sends)) {
            if (!rights)
                rights = mail::Rights();
            rights->set(mail::Right::SendEmails, sends);
        }
    }
    return rights;
}

QJsonObject permissionsToWire(const mail::Rights &rights, bool withSending)
{
    QJsonObject json;
    for (const mail::Right right : mail::allRights()) {
        if (right == mail::Right::SendEmails && !withSending)
            continue;
        if (const auto granted = rights.get(right))
            json.insert(QLatin1String(mail::flagName(right)), *granted);
    }
    return json;
}

QString fieldFromWire(const QString &attribute)
{
    static constexpr std::array<std::pair<const char *, const char *>, 12> names{
        {{"mailbox_name", "name"},
         {"mailbox", "address"},
         {"mailbox_idn", "address_idn"},
         {"mailbox_id", "id"},
         {"has_move_spam", "has_spam_filter"},
         {"has_mail_filtering", "has_ad_filter"},
         {"has_auto_responder", "has_auto_reply"},
         {"user_id", "user"},
         {"permissions", "rights"},
         {"default_permissions", "default_rights"},
         {"spam_filter_enabled", "is_spam_filter_default"},
         {"promotion_filter_enabled", "is_ad_filter_default"}}};
    // "permissions.can_send_emails", "permissions[0]": about the whole
    const QString head = attribute.section(u'.', 0, 0).section(u'[', 0, 0);
    for (const auto &[wire, ours] : names)
        if (head == QLatin1String(wire))
            return QLatin1String(ours);
    return head.left(100);
}

QString fieldFromRefusal(const QString &code)
{
    if (code == u"user_not_attached_to_account" ||
        code == u"existing_device_can_only_have_one_user" ||
        code == u"user_has_no_access_to_mailbox")
        return QStringLiteral("user");
    if (code == u"legacy_device_creation" || code == u"unsupported_dns_record_type" ||
        code == u"dns_record_mutual_exclusion")
        return QStringLiteral("type");
    if (code == u"invalid_dns_record")
        return QStringLiteral("target");
    return {};
}

} // namespace backend
