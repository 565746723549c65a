// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/represent.h"

#include "server/db/rights.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace api {

namespace {

QJsonValue orNull(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray listed(const QByteArray &senders)
{
    QJsonArray list;
    for (const QJsonValue sender : QJsonDocument::fromJson(senders).array())
        list.append(QJsonObject{{QStringLiteral("email"), sender},
                                {QStringLiteral("locked"), QStringLiteral("0")}});
    return list;
}

QJsonObject mailboxUserJson(const db::AccessRow &row, bool withPermissions)
{
    QJsonObject json{{QStringLiteral("id"), row.person.id},
                     {QStringLiteral("email"), row.person.email},
                     {QStringLiteral("name"), row.person.displayName()},
                     {QStringLiteral("is_deleted"), false},
                     {QStringLiteral("is_unified"), false},
                     {QStringLiteral("avatar"), QString()},
                     {QStringLiteral("has_double_auth"), false},
                     {QStringLiteral("last_login_at"), orNull(row.lastUsedAt)},
                     {QStringLiteral("last_access_at"), orNull(row.lastUsedAt)}};
    if (withPermissions)
        json.insert(QStringLiteral("permissions"), permissionsJson(row.rights));
    return json;
}

} // namespace

QJsonObject accountJson(const db::OrganisationRow &row)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("name"), row.name},
            {QStringLiteral("legal_entity_type"), QStringLiteral("company")},
            {QStringLiteral("created_at"), row.createdAt},
            {QStringLiteral("locale"), QStringLiteral("en_GB")},
            {QStringLiteral("language_id"), 2},
            {QStringLiteral("beta"), false},
            {QStringLiteral("support_level"), 0},
            {QStringLiteral("has_2fa_required"), false},
            {QStringLiteral("is_customer"), true},
            {QStringLiteral("is_sso"), false}};
}

QJsonObject accountUserJson(const db::PersonRow &row)
{
    const QJsonValue null;
    return {{QStringLiteral("user_id"), row.id},
            {QStringLiteral("invitation_id"), null},
            {QStringLiteral("first_name"), row.firstName},
            {QStringLiteral("last_name"), row.lastName},
            {QStringLiteral("display_name"), row.displayName()},
            {QStringLiteral("email"), row.email},
            {QStringLiteral("avatar"), null},
            {QStringLiteral("role_type"), QString(mail::word(row.role))},
            {QStringLiteral("state_in_account"), QStringLiteral("valid")},
            {QStringLiteral("is_correspondent"), null},
            {QStringLiteral("is_correspondent_billing"), null},
            {QStringLiteral("is_workspace_only"), null},
            {QStringLiteral("has_no_manager_access"), row.role == mail::Role::Normal},
            {QStringLiteral("has_billing_access"), null},
            {QStringLiteral("is_sso"), false},
            {QStringLiteral("language_id"), null},
            {QStringLiteral("unique_key"), QStringLiteral("user-%1").arg(row.id)},
            {QStringLiteral("last_login_at"), 0},
            {QStringLiteral("partnership_id"), null}};
}

QJsonObject profileJson(const db::PersonRow &row, const With &with)
{
    QJsonObject json{{QStringLiteral("id"), row.id},
                     {QStringLiteral("display_name"), row.displayName()},
                     {QStringLiteral("first_name"), row.firstName},
                     {QStringLiteral("last_name"), row.lastName},
                     {QStringLiteral("email"), row.email},
                     {QStringLiteral("is_sso"), false},
                     {QStringLiteral("avatar"), QJsonValue()},
                     {QStringLiteral("login"), row.email},
                     {QStringLiteral("type"), QStringLiteral("user")}};
    if (with.contains(QStringLiteral("emails")))
        json.insert(QStringLiteral("emails"),
                    // Nobody verifies the address of a login here or writes reminders to it.
                    QJsonArray{QJsonObject{{QStringLiteral("id"), row.id},
                                           {QStringLiteral("email"), row.email},
                                           {QStringLiteral("created_at"), row.createdAt},
                                           {QStringLiteral("reminder"), false},
                                           {QStringLiteral("checked"), false},
                                           {QStringLiteral("type"), QStringLiteral("other")}}});
    if (with.contains(QStringLiteral("phones")))
        json.insert(QStringLiteral("phones"), QJsonArray());
    return json;
}

QJsonObject userJson(const db::PersonRow &row)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("display_name"), row.displayName()},
            {QStringLiteral("first_name"), row.firstName},
            {QStringLiteral("last_name"), row.lastName},
            {QStringLiteral("email"), row.email},
            {QStringLiteral("avatar"), QString(QLatin1String(""))},
            {QStringLiteral("is_sso"), false}};
}

QJsonObject userMailJson(const db::PersonRow &row)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("email"), row.email},
            {QStringLiteral("firstname"), row.firstName},
            {QStringLiteral("lastname"), row.lastName},
            {QStringLiteral("avatarUrl"), QString(QLatin1String(""))}};
}

QJsonObject permissionsJson(int rights) { return toJson(db::rightsFrom(rights)).toObject(); }

QJsonObject serviceJson(const db::ServiceRow &row, const With &with)
{
    QJsonObject json{{QStringLiteral("id"), row.id},
                     {QStringLiteral("account_id"), row.organisation},
                     {QStringLiteral("service_name"), QStringLiteral("email_hosting")},
                     {QStringLiteral("customer_name"), row.name},
                     {QStringLiteral("internal_name"), QJsonValue()},
                     {QStringLiteral("created_at"), row.createdAt},
                     {QStringLiteral("has_maintenance"), false},
                     {QStringLiteral("is_locked"), row.isLocked},
                     {QStringLiteral("tags"), QJsonObject()},
                     {QStringLiteral("unique_id"), row.id},
                     {QStringLiteral("is_free"), false},
                     {QStringLiteral("is_zero_price"), false},
                     {QStringLiteral("has_operation_in_progress"), false},
                     {QStringLiteral("rights"), QJsonObject{{QStringLiteral("technical"), true},
                                                            {QStringLiteral("statistic"), true},
                                                            {QStringLiteral("check"), true},
                                                            {QStringLiteral("sale"), false}}},
                     {QStringLiteral("main_fqdn"), row.domain},
                     {QStringLiteral("main_fqdn_idn"), row.domainForPeople}};
    if (with.contains(QStringLiteral("quota"))) {
        json.insert(QStringLiteral("quota"),
                    row.addressQuota ? QJsonValue(row.addressQuota) : QJsonValue());
        json.insert(QStringLiteral("used"), row.addressesUsed);
        json.insert(QStringLiteral("total"),
                    row.addressQuota ? row.addressQuota : row.addressesUsed);
    }
    return json;
}

QJsonObject preferencesJson(const db::ServiceRow &row)
{
    return {
        {QStringLiteral("default_permissions"), permissionsJson(row.defaultRights)},
        {QStringLiteral("spam_filter_enabled"), row.spamFilter},
        {QStringLiteral("promotion_filter_enabled"), row.adFilter},
        {QStringLiteral("external_mail_flag_enabled"), row.externalMailFlag},
        {QStringLiteral("authorized_senders"),
         QJsonDocument::fromJson(row.authorizedSenders).array()},
        {QStringLiteral("blocked_senders"), QJsonDocument::fromJson(row.blockedSenders).array()},
        {QStringLiteral("created_at"), row.createdAt},
        {QStringLiteral("updated_at"), row.updatedAt},
        {QStringLiteral("version"), row.version}};
}

QJsonObject accessJson(const db::AccessRow &row)
{
    const mail::Rights rights = db::rightsFrom(row.rights);
    QJsonArray granted;
    for (mail::Right right : mail::allRights())
        if (rights.allows(right))
            granted.append(QLatin1String(mail::flagName(right)));
    QJsonObject json{{QStringLiteral("id"), row.id},
                     {QStringLiteral("user"), userJson(row.person)},
                     {QStringLiteral("status"),
                      row.lastUsedAt ? QStringLiteral("healthy") : QStringLiteral("new")},
                     {QStringLiteral("last_used_at"), orNull(row.lastUsedAt)},
                     {QStringLiteral("is_primary"), false},
                     {QStringLiteral("created_at"), row.createdAt},
                     {QStringLiteral("access_rights"),
                      QJsonObject{{QStringLiteral("can_delete"), true},
                                  {QStringLiteral("can_ask_reset_password"), false}}},
                     {QStringLiteral("permissions_binary"), row.rights},
                     {QStringLiteral("permissions"), granted},
                     {QStringLiteral("can_send_emails"), rights.allows(mail::Right::SendEmails)},
                     {QStringLiteral("has_multi_password"), true},
                     {QStringLiteral("has_valid_password"), true},
                     {QStringLiteral("has_device"), row.hasDevice},
                     {QStringLiteral("version"), row.version}};
    if (row.creator)
        json.insert(QStringLiteral("creator"), userJson(*row.creator));
    return json;
}

QJsonObject deviceJson(const db::DeviceRow &row)
{
    return {{QStringLiteral("id"), row.device},
            {QStringLiteral("label"), row.label},
            {QStringLiteral("type"), row.type},
            {QStringLiteral("created_at"), row.deviceCreatedAt},
            {QStringLiteral("device_uid"), row.uid.isEmpty() ? QJsonValue() : QJsonValue(row.uid)}};
}

QJsonObject deviceAccessJson(const db::DeviceRow &row, bool mayWrite)
{
    QJsonObject json{
        {QStringLiteral("id"), row.id},
        {QStringLiteral("device"), deviceJson(row)},
        {QStringLiteral("protocols"), row.protocols},
        {QStringLiteral("last_connection"), orNull(row.lastConnection)},
        {QStringLiteral("created_at"), row.createdAt},
        {QStringLiteral("status"), row.status},
        {QStringLiteral("version"), row.version},
        {QStringLiteral("mailbox"),
         QJsonObject{{QStringLiteral("mailbox_name"), row.mailboxName},
                     {QStringLiteral("mailbox"), row.mailboxName + u'@' + row.domain},
                     {QStringLiteral("mailbox_idn"), row.mailboxName + u'@' + row.domainForPeople},
                     {QStringLiteral("service_mail_id"), row.service}}},
        {QStringLiteral("access_rights"),
         QJsonObject{{QStringLiteral("can_delete"), mayWrite},
                     {QStringLiteral("can_regenerate"), mayWrite}}}};
    if (row.user)
        json.insert(QStringLiteral("user_access"), userMailJson(*row.user));
    if (row.creator)
        json.insert(QStringLiteral("creator"), userMailJson(*row.creator));
    return json;
}

QJsonObject auditJson(const db::AuditRow &row)
{
    return {{QStringLiteral("id"), row.sequence},
            {QStringLiteral("at"), row.at},
            {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), row.person},
                                                 {QStringLiteral("display_name"), row.personName}}},
            {QStringLiteral("verb"), row.verb},
            {QStringLiteral("object"), row.object},
            {QStringLiteral("before"), row.before},
            {QStringLiteral("after"), row.after}};
}

QJsonObject mailboxJson(const db::MailboxRow &row, const QList<db::AccessRow> &users,
                        const MailboxView &view)
{
    const auto asked = [&](const char *name) {
        return view.all || view.with.contains(QLatin1String(name));
    };
    QJsonArray people;
    for (const db::AccessRow &user : users)
        people.append(mailboxUserJson(user, asked("users")));
    QJsonObject json{
        {QStringLiteral("users"), people},
        {QStringLiteral("mailbox_name"), row.name},
        {QStringLiteral("mailbox"), row.address()},
        {QStringLiteral("mailbox_idn"), row.addressForPeople()},
        {QStringLiteral("mailbox_id"), row.id},
        {QStringLiteral("note"), row.note.isEmpty() ? QJsonValue() : QJsonValue(row.note)},
        {QStringLiteral("type"), QJsonValue()},
        {QStringLiteral("is_limited"), row.isLogin},
        {QStringLiteral("is_free_mail"), false},
        {QStringLiteral("is_used_for_account"),
         row.isLogin ? QStringLiteral("1") : QStringLiteral("0")},
        {QStringLiteral("private"), QJsonObject()},
        {QStringLiteral("version"), row.version}};
    if (view.with.isEmpty() && !view.all)
        return json;
    const auto add = [&](const char *name, const QJsonValue &value) {
        if (asked(name))
            json.insert(QLatin1String(name), value);
    };
    add("full_name", row.fullName);
    add("count_users", row.userCount);
    add("count_devices", row.deviceCount);
    add("count_signatures", 0);
    add("count_invitations", 0);
    add("has_legacy_device", false);
    add("has_multi_password", true);
    add("has_auto_responder", false);
    add("auto_responder", QJsonObject{{QStringLiteral("is_active"), false}});
    if (asked("redirection") || asked("has_redirection")) {
        json.insert(QStringLiteral("has_redirection"), false);
        json.insert(QStringLiteral("redirection"), QJsonArray());
    }
    add("aliases", QJsonArray());
    add("full_aliases", QJsonArray());
    add("invitations", QJsonArray());
    add("teams", QJsonArray());
    add("created_at", row.createdAt);
    if ((asked("size") || asked("size_refresh")) && row.size) {
        json.insert(QStringLiteral("size"), (*row.size + view.unit / 2) / view.unit);
        json.insert(QStringLiteral("size_checked_at"), row.sizeCheckedAt.value_or(0));
    }
    if (asked("last_login")) { // absent: never
        if (row.imapLastLogin)
            json.insert(QStringLiteral("imap_last_login_at"), *row.imapLastLogin);
        if (row.pop3LastLogin)
            json.insert(QStringLiteral("pop3_last_login_at"), *row.pop3LastLogin);
    }
    add("operation_in_progress", false);
    add("has_move_spam", row.hasSpamFilter);
    add("has_mail_filtering", row.hasAdFilter);
    add("mail_filtering_folder_commercials", row.folderCommercials);
    add("mail_filtering_folder_social_networks", row.folderSocialNetworks);
    if (asked("authorized_senders"))
        json.insert(QStringLiteral("authorized_senders"), listed(row.authorizedSenders));
    if (asked("blocked_senders"))
        json.insert(QStringLiteral("blocked_senders"), listed(row.blockedSenders));
    if (asked("auth"))
        json.insert(QStringLiteral("is_auth"), false);
    add("is_removable", true);
    const auto told = [&](const char *name) { return view.with.contains(QLatin1String(name)); };
    if (told("has_dkim_signature"))
        json.insert(QStringLiteral("has_dkim_signature"), view.isSigned);
    if (told("is_dkim_updatable"))
        json.insert(QStringLiteral("is_dkim_updatable"), view.mayChangeKeys);
    if (told("external_mail_flag_enabled")) // nothing of its own: as the hosting has it
        json.insert(QStringLiteral("external_mail_flag_enabled"), QJsonValue());
    if (told("smtpban")) { // nobody is banned here
        json.insert(QStringLiteral("smtpban_bounce"), QStringLiteral("0"));
        json.insert(QStringLiteral("smtpban_auth"), QStringLiteral("0"));
        json.insert(QStringLiteral("smtpban_url"), QJsonValue());
    }
    if (const auto login = view.logins.constFind(row.address());
        told("account_user") && login != view.logins.constEnd())
        json.insert(QStringLiteral("account_user"), userJson(*login));
    if (view.with.contains(QStringLiteral("permissions"))) {
        // An administrator has every right here, linked to the mailbox or not.
        QJsonObject permissions = permissionsJson(db::maskFrom(mail::Rights::all()));
        const bool isLinked =
            std::any_of(users.cbegin(), users.cend(),
                        [&](const db::AccessRow &user) { return user.person.id == view.caller; });
        permissions.insert(QStringLiteral("has_technical_right"), true);
        permissions.insert(QStringLiteral("is_linked_to_user"),
                           isLinked ? QStringLiteral("1") : QStringLiteral("0"));
        json.insert(QStringLiteral("permissions"), permissions);
    }
    if (view.with.contains(QStringLiteral("access_rights")))
        json.insert(QStringLiteral("access_rights"),
                    QJsonObject{{QStringLiteral("can_create_webmail_access"), view.mayWrite},
                                {QStringLiteral("can_create_device"), view.mayWrite},
                                {QStringLiteral("can_delete_device_legacy"), false},
                                {QStringLiteral("can_regenerate_device_legacy"), false},
                                {QStringLiteral("can_ask_reset_password"), false},
                                {QStringLiteral("can_create_webmail_access_for_login"), false},
                                {QStringLiteral("can_list_users"), true}});
    return json;
}

QJsonObject dkimKeyJson(const mail::DkimKey &key)
{
    QJsonObject json = mail::toJson(key);
    json.remove(QStringLiteral("service"));
    return json;
}

QJsonObject jobJson(const db::JobRow &row)
{
    QJsonObject json = mail::toJson(row.job);
    json.remove(QStringLiteral("service"));
    return json;
}

} // namespace api
