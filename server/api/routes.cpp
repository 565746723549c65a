// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"
#include "server/api/query.h"
#include "server/api/route.h"
#include "server/db/accesses.h"
#include "server/db/devices.h"
#include "server/db/mailboxes.h"
#include "server/db/people.h"
#include "server/db/services.h"
#include "server/db/zones.h"

namespace api {

namespace {

using Type = Parameter::Type;
constexpr qint64 manyPages = 1'000'000'000;
constexpr qint64 anyNumber = 9007199254740992; // 2^53: what JSON carries exactly

Parameter integer(const char *name, qint64 min, qint64 max)
{
    return {QLatin1String(name), Type::Integer, min, max, {}, {}, false};
}

Parameter flagged(const char *name)
{
    return {QLatin1String(name), Type::Flag, 0, 0, {}, {}, false};
}

Parameter word(const char *name, const QStringList &words)
{
    return {QLatin1String(name), Type::Word, 0, 0, words, {}, false};
}

Parameter deep(const char *name, const QList<Parameter> &inner)
{
    return {QLatin1String(name), Type::Deep, 0, 0, {}, inner, false};
}

Parameter search() { return {QStringLiteral("search"), Type::Text, 0, 255, {}, {}, false}; }

Parameter with(const QStringList &words = {})
{
    return {QStringLiteral("with"), Type::Names, 0, 0, words, {}, false};
}

QList<Parameter> paging()
{
    return {word("return", {QStringLiteral("total")}), integer("page", 1, manyPages),
            integer("per_page", 1, maxPerPage), integer("limit", 1, maxPerPage),
            integer("skip", 0, manyPages)};
}

QList<Parameter> ordering(const QList<db::Column> &columns)
{
    const QStringList directions{QStringLiteral("asc"), QStringLiteral("desc")};
    QStringList names;
    QList<Parameter> inner;
    for (const db::Column &column : columns) {
        names.append(QLatin1String(column.name));
        inner.append(word(column.name, directions));
    }
    return {{QStringLiteral("order_by"), Type::Words, 0, 0, names, {}, false},
            word("order", directions),
            deep("order_for", inner)};
}

// Marks those of that name as additions to the published route.
QList<Parameter> ours(const char *names, QList<Parameter> list)
{
    const QStringList added = QString::fromLatin1(names).split(u',');
    for (Parameter &parameter : list)
        parameter.isOurs = added.contains(parameter.name);
    return list;
}

QStringList mailboxWith()
{
    return QStringLiteral("users,full_name,count_users,count_devices,count_signatures,"
                          "count_invitations,has_legacy_device,has_multi_password,"
                          "has_auto_responder,auto_responder,redirection,aliases,full_aliases,"
                          "invitations,teams,created_at,size,size_refresh,last_login,"
                          "operation_in_progress,has_move_spam,has_mail_filtering,"
                          "mail_filtering_folder_commercials,mail_filtering_folder_social_networks,"
                          "authorized_senders,blocked_senders,auth,is_removable,permissions,"
                          "access_rights,mailbox_id,password_last_changed_at,has_dkim_signature,"
                          "is_dkim_updatable,external_mail_flag_enabled,smtpban,account_user,"
                          "private")
        .split(u',');
}

constexpr char hosting[] = "/1/mail_hostings/{mail_hosting_id}";
constexpr char zonePath[] = "/2/zones/{zone}";
constexpr char box[] = "/1/mail_hostings/{mail_hosting_id}/mailboxes/{mailbox_name}";

QByteArray under(const char *base, const char *rest) { return QByteArray(base) + rest; }

QList<Route> makeRoutes()
{
    using db::Scope;
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QList<Route> all;
    const auto add = [&](Route route) {
        route.isSteady = route.method == "GET";
        all.append(std::move(route));
    };

    add({.method = "GET",
         .path = "/2/profile",
         .handle = profile,
         .summary = s("Who am I"),
         .answer = s("UserProfile"),
         .parameters = {with({s("emails"), s("phones")})},
         .forAnyRole = true});
    add({.method = "GET",
         .path = "/1/accounts",
         .handle = accounts,
         .summary = s("The organisation of the token"),
         .answer = s("[Account]"),
         .parameters = QList<Parameter>{with()},
         .forAnyRole = true});
    add({.method = "GET",
         .path = "/1/accounts/{account_id}",
         .handle = account,
         .summary = s("One organisation"),
         .answer = s("Account"),
         .parameters = QList<Parameter>{with()},
         .forAnyRole = true});
    add({.method = "GET",
         .path = "/2/accounts/{account_id}/users",
         .handle = accountUsers,
         .summary = s("People of an organisation"),
         .answer = s("[AccountUser]"),
         .parameters =
             ours("limit,skip",
                  QList<Parameter>{
                      with(), search(),
                      deep("filter", {word("role_type", {s("owner"), s("admin"), s("normal")}),
                                      word("state_in_account", {s("pending"), s("valid")})})} +
                      ordering(db::personColumns()) + paging()),
         .isPaged = true});

    Parameter accountId = integer("account_id", 1, anyNumber);
    accountId.isRequired = true;
    add({.method = "GET",
         .path = "/1/mail_hostings",
         .handle = mailHostings,
         .summary = s("Mail hostings of an organisation"),
         .answer = s("[ServiceMail]"),
         .parameters = QList<Parameter>{accountId, search(), with({s("quota")})} +
                       ordering(db::serviceColumns()) + paging(),
         .isPaged = true});
    add({.method = "GET",
         .path = hosting,
         .handle = mailHosting,
         .summary = s("One mail hosting"),
         .answer = s("ServiceMail"),
         .parameters = {with({s("quota")})}});
    add({.method = "GET",
         .path = under(hosting, "/preferences"),
         .handle = preferences,
         .summary = s("What holds for all mailboxes of a mail hosting"),
         .answer = s("Preferences")});
    add({.method = "PATCH",
         .path = under(hosting, "/preferences"),
         .handle = patchPreferences,
         .scope = Scope::Admin,
         .summary = s("Change what holds for all mailboxes"),
         .body = s("PreferencesPatch"),
         .answer = s("Bool"),
         .hasMissing = true,
         .takesVersion = true});

    add({.method = "GET",
         .path = under(hosting, "/mailboxes"),
         .handle = mailboxes,
         .summary = s("Mailboxes of a mail hosting"),
         .answer = s("[Mailbox]"),
         .parameters = ours(
             "unit",
             QList<Parameter>{search(),
                              {s("filter_by"),
                               Type::Words,
                               0,
                               0,
                               {s("mailbox_name"), s("mailbox"), s("full_name"), s("note")},
                               {},
                               false},
                              with(mailboxWith()),
                              word("unit", {s("B"), s("kB"), s("MB")}),
                              deep("filter", {flagged("has_alias"), flagged("has_anti_spam"),
                                              flagged("has_redirection"), flagged("has_responder"),
                                              flagged("is_using_imap"), flagged("is_using_pop3"),
                                              integer("last_login_at", 0, anyNumber)})} +
                 ordering(db::mailboxColumns()) + paging()),
         .isPaged = true});
    add({.method = "POST",
         .path = under(hosting, "/mailboxes"),
         .handle = createMailbox,
         .scope = Scope::Write,
         .summary = s("Create a mailbox"),
         .body = s("MailboxCreate"),
         .answer = s("CreatedMailbox"),
         .status = 201,
         .parameters = {with()},
         .mayConflict = true,
         .hasMissing = true});
    add({.method = "GET",
         .path = box,
         .handle = mailbox,
         .summary = s("One mailbox"),
         .answer = s("Mailbox"),
         .parameters = {with(mailboxWith()), word("unit", {s("B"), s("kB"), s("MB")})}});
    add({.method = "PATCH",
         .path = box,
         .handle = patchMailbox,
         .scope = Scope::Write,
         .summary = s("Change a mailbox"),
         .body = s("MailboxPatch"),
         .answer = s("Bool"),
         .hasMissing = true,
         .takesVersion = true});
    add({.method = "DELETE",
         .path = box,
         .handle = deleteMailbox,
         .scope = Scope::Write,
         .summary = s("Delete a mailbox and its mail"),
         .answer = s("Bool"),
         .takesVersion = true});

    const QList<Parameter> accessList =
        QList<Parameter>{with(), search()} + ordering(db::accessColumns()) + paging();
    add({.method = "GET",
         .path = under(box, "/accesses/webmail"),
         .handle = accesses,
         .summary = s("Who may use a mailbox"),
         .answer = s("[UserAccessRow]"),
         .parameters = ours("limit,skip", accessList),
         .isPaged = true});
    add({.method = "POST",
         .path = under(box, "/accesses/webmail"),
         .handle = addAccess,
         .scope = Scope::Write,
         .summary = s("Let a user use a mailbox"),
         .body = s("AccessCreate"),
         .answer = s("Bool"),
         .status = 201,
         .mayConflict = true});
    add({.method = "GET",
         .path = under(box, "/accesses/webmail/users"),
         .handle = accessUsers,
         .summary = s("The people who may use a mailbox"),
         .answer = s("[UserV2]"),
         .parameters = ours("limit,skip,with,order_by,order,order_for", accessList),
         .isPaged = true});
    add({.method = "PATCH",
         .path = under(box, "/accesses/webmail/users/{user_id}"),
         .handle = patchAccess,
         .scope = Scope::Write,
         .summary = s("Grant or take rights; what is not named stays"),
         .body = s("AccessPatch"),
         .answer = s("Bool"),
         .takesVersion = true});
    add({.method = "DELETE",
         .path = under(box, "/accesses/webmail/users/{user_id}"),
         .handle = deleteAccess,
         .scope = Scope::Write,
         .summary = s("A user may no longer use a mailbox"),
         .answer = s("Bool"),
         .takesVersion = true});

    const QList<Parameter> deviceOrder = ordering(db::deviceColumns()) + paging();
    add({.method = "GET",
         .path = under(box, "/accesses/devices"),
         .handle = devices,
         .summary = s("Device passwords of a mailbox"),
         .answer = s("[DeviceAccess]"),
         .parameters = ours("limit,skip",
                            QList<Parameter>{with(), flagged("no_user"), search(),
                                             word("type", {s("computer"), s("legacy"), s("other"),
                                                           s("phone"), s("tablet")}),
                                             integer("user_id", 1, anyNumber)} +
                                deviceOrder),
         .isPaged = true});
    add({.method = "POST",
         .path = under(box, "/accesses/devices"),
         .handle = createDevice,
         .scope = Scope::Write,
         .summary = s("Create a device password; it is shown once"),
         .body = s("DeviceCreate"),
         .answer = s("GeneratedPassword"),
         .mayConflict = true});
    add({.method = "DELETE",
         .path = under(box, "/accesses/devices"),
         .handle = deleteDevices,
         .scope = Scope::Write,
         .summary = s("Disconnect all devices"),
         .answer = s("Bool")});
    add({.method = "GET",
         .path = under(box, "/accesses/devices/users/{user_id}"),
         .handle = userDevices,
         .summary = s("Device passwords of one user"),
         .answer = s("[DeviceAccess]"),
         .parameters = ours("limit,skip", QList<Parameter>{with()} + deviceOrder),
         .isPaged = true});
    add({.method = "DELETE",
         .path = under(box, "/accesses/devices/users/{user_id}"),
         .handle = deleteUserDevices,
         .scope = Scope::Write,
         .summary = s("Disconnect the devices of one user"),
         .answer = s("Bool")});
    add({.method = "POST",
         .path = under(box, "/accesses/devices/{device_access_id}"),
         .handle = renewPassword,
         .scope = Scope::Write,
         .summary = s("A new password for a device; the old one and its sessions end"),
         .answer = s("GeneratedPassword"),
         .takesVersion = true});
    add({.method = "DELETE",
         .path = under(box, "/accesses/devices/{device_access_id}"),
         .handle = deleteDevice,
         .scope = Scope::Write,
         .summary = s("Disconnect a device"),
         .answer = s("Bool"),
         .takesVersion = true});

    const auto addOfZones = [&](Route route) {
        route.isOfZones = true;
        add(std::move(route));
    };
    const Parameter zoneWith = with({s("records"), s("skel")});
    addOfZones({.method = "GET",
                .path = under(hosting, "/zones"),
                .handle = zones,
                .summary = s("The DNS zones of a mail hosting's domains"),
                .answer = s("[Dns_zone]"),
                .parameters = paging(),
                .isPaged = true,
                .isOurs = true});
    for (const auto &[path, added] :
         {std::pair{"/2/domains/{domain}/zones", "limit,skip"},
          {"/2/domains/domains/{domain}/zones", "return,page,per_page,limit,skip"}})
        addOfZones({.method = "GET",
                    .path = path,
                    .handle = domainZones,
                    .summary = s("The DNS zone of a domain"),
                    .answer = s("[Domain_zone]"),
                    .parameters = ours(added, paging()),
                    .isPaged = true});
    addOfZones({.method = "GET",
                .path = zonePath,
                .handle = zone,
                .summary = s("One DNS zone"),
                .answer = s("Dns_zone"),
                .parameters = {zoneWith}});
    addOfZones({.method = "POST",
                .path = zonePath,
                .handle = createZone,
                .scope = Scope::Admin,
                .summary = s("Create a DNS zone, from a zone file or with what the mail needs"),
                .body = s("ZoneCreate"),
                .answer = s("Dns_zone"),
                .parameters = {zoneWith},
                .isBodyOptional = true,
                .mayLackZone = true});
    addOfZones({.method = "PUT",
                .path = zonePath,
                .handle = replaceZone,
                .scope = Scope::Admin,
                .summary = s("Replace the records of a DNS zone by those of a zone file"),
                .body = s("ZoneReplace"),
                .answer = s("Dns_zone"),
                .parameters = {zoneWith},
                .takesVersion = true});
    addOfZones({.method = "PATCH",
                .path = zonePath,
                .handle = patchZone,
                .scope = Scope::Admin,
                .summary = s("Sign a DNS zone with DNSSEC or sign it no more"),
                .body = s("ZonePatch"),
                .answer = s("Dns_zone"),
                .parameters = {zoneWith},
                .isOurs = true,
                .takesVersion = true});
    addOfZones({.method = "DELETE",
                .path = zonePath,
                .handle = deleteZone,
                .scope = Scope::Admin,
                .summary = s("Delete a DNS zone and its records"),
                .answer = s("Bool"),
                .takesVersion = true});
    addOfZones({.method = "GET",
                .path = under(zonePath, "/exists"),
                .handle = zoneExists,
                .summary = s("Whether the DNS zone is here"),
                .answer = s("Bool"),
                .mayLackZone = true});
    addOfZones({.method = "GET",
                .path = under(zonePath, "/history"),
                .handle = zoneHistory,
                .summary = s("What was done to a DNS zone and its records, newest first"),
                .answer = s("[AuditRow]"),
                .parameters = paging(),
                .isPaged = true,
                .isOurs = true});
    const QStringList types = QStringLiteral("A,AAAA,CAA,CNAME,DNAME,DNSKEY,DS,MX,NS,PTR,SMIMEA,"
                                             "SOA,SRV,SSHFP,TLSA,TXT")
                                  .split(u',');
    addOfZones(
        {.method = "GET",
         .path = under(zonePath, "/records"),
         .handle = zoneRecords,
         .summary = s("Records of a DNS zone"),
         .answer = s("[Dns_dns_record]"),
         .parameters = ours(
             "limit,skip",
             QList<Parameter>{with(), search(),
                              deep("filter", {{s("source"), Type::Text, 0, 255, {}, {}, false},
                                              {s("types"), Type::Words, 0, 0, types, {}, false}})} +
                 ordering(db::recordColumns()) + paging()),
         .isPaged = true});
    addOfZones({.method = "POST",
                .path = under(zonePath, "/records"),
                .handle = createZoneRecord,
                .scope = Scope::Admin,
                .summary = s("Create a DNS record"),
                .body = s("RecordCreate"),
                .answer = s("Dns_dns_record"),
                .parameters = {with()}});
    addOfZones({.method = "GET",
                .path = under(zonePath, "/records/{record_id}"),
                .handle = zoneRecord,
                .summary = s("One DNS record"),
                .answer = s("Dns_dns_record"),
                .parameters = {with()}});
    addOfZones({.method = "PUT",
                .path = under(zonePath, "/records/{record_id}"),
                .handle = putZoneRecord,
                .scope = Scope::Admin,
                .summary = s("Change target and TTL of a DNS record"),
                .body = s("RecordChange"),
                .answer = s("Dns_dns_record"),
                .parameters = {with()},
                .takesVersion = true});
    addOfZones({.method = "DELETE",
                .path = under(zonePath, "/records/{record_id}"),
                .handle = deleteZoneRecord,
                .scope = Scope::Admin,
                .summary = s("Delete a DNS record"),
                .answer = s("Bool"),
                .takesVersion = true});
    addOfZones({.method = "GET",
                .path = under(zonePath, "/records/{record_id}/check"),
                .handle = checkZoneRecord,
                .summary = s("Whether every name server of the zone answers with the record"),
                .answer = s("Bool")});
    all.last().isSteady = false; // the name servers tell, not the tables

    add({.method = "GET",
         .path = under(hosting, "/capabilities"),
         .handle = capabilities,
         .summary = s("What is possible here with this token"),
         .answer = s("Capabilities"),
         .isOurs = true});
    add({.method = "GET",
         .path = under(hosting, "/changes"),
         .handle = changes,
         .summary = s("What changed since a number, and whose size or last login moved"),
         .answer = s("Changes"),
         .parameters = {integer("since", 0, anyNumber), integer("activity", 0, anyNumber),
                        integer("limit", 1, maxPerPage)},
         .isOurs = true});
    add({.method = "GET",
         .path = under(hosting, "/audit"),
         .handle = audit,
         .summary = s("Who did what, newest first"),
         .answer = s("[AuditRow]"),
         .parameters = paging(),
         .isPaged = true,
         .isOurs = true});

    const auto text = [&](const char *name) {
        Parameter parameter{s(name), Type::Text, 1, 255, {}, {}, true};
        return parameter;
    };
    add({.method = "GET",
         .path = under(hosting, "/dkim_keys"),
         .handle = dkimKeys,
         .summary = s("DKIM keys of a mail hosting's domains"),
         .answer = s("[DkimKey]"),
         .parameters = paging(),
         .isPaged = true,
         .isOurs = true});
    add({.method = "POST",
         .path = under(hosting, "/dkim_keys"),
         .handle = createDkimKey,
         .scope = Scope::Admin,
         .summary = s("Make a DKIM key; it signs nothing yet"),
         .body = s("DkimKeyCreate"),
         .answer = s("DkimKey"),
         .status = 201,
         .isOurs = true,
         .mayConflict = true,
         .hasMissing = true});
    add({.method = "PATCH",
         .path = under(hosting, "/dkim_keys/{dkim_key_id}"),
         .handle = patchDkimKey,
         .scope = Scope::Admin,
         .summary = s("Let a DKIM key sign, or retire it"),
         .body = s("DkimKeyPatch"),
         .answer = s("DkimKey"),
         .isOurs = true,
         .hasMissing = true,
         .takesVersion = true});
    add({.method = "DELETE",
         .path = under(hosting, "/dkim_keys/{dkim_key_id}"),
         .handle = deleteDkimKey,
         .scope = Scope::Admin,
         .summary = s("Delete a DKIM key, its private half and its record"),
         .answer = s("Bool"),
         .isOurs = true,
         .hasMissing = true,
         .takesVersion = true});
    add({.method = "GET",
         .path = under(hosting, "/dkim_keys/signed_message"),
         .handle = signedMessage,
         .summary = s("A message as it would leave this host"),
         .answer = s("SignedMessage"),
         .parameters = {text("domain")},
         .isOurs = true,
         .mayConflict = true,
         .hasMissing = true});
    all.last().isSteady = false; // OpenDKIM makes it
    add({.method = "POST",
         .path = under(hosting, "/diagnostic/dkim/rotate"),
         .handle = rotateDkim,
         .scope = Scope::Admin,
         .summary = s("Replace the DKIM keys of a domain by new ones"),
         .body = s("DkimRotate"),
         .answer = s("Job"),
         .isBodyOptional = true,
         .mayConflict = true,
         .hasMissing = true});
    add({.method = "GET",
         .path = under(hosting, "/diagnostic/dkim/rotate"),
         .handle = lastDkimRotation,
         .summary = s("The last rotation of DKIM keys"),
         .answer = s("LastJob")});

    add({.method = "GET",
         .path = under(hosting, "/jobs"),
         .handle = jobs,
         .summary = s("Long work of the host, newest first"),
         .answer = s("[Job]"),
         .parameters = paging(),
         .isPaged = true,
         .isOurs = true});
    add({.method = "GET",
         .path = under(hosting, "/jobs/{job_id}"),
         .handle = job,
         .summary = s("One job"),
         .answer = s("Job"),
         .isOurs = true});
    add({.method = "DELETE",
         .path = under(hosting, "/jobs/{job_id}"),
         .handle = cancelJob,
         .scope = Scope::Admin,
         .summary = s("Stop a job where it is"),
         .answer = s("Bool"),
         .isOurs = true,
         .mayConflict = true});

    add({.method = "GET",
         .path = under(hosting, "/security"),
         .handle = security,
         .summary = s("What the daily looks at a domain saw"),
         .answer = s("LookHistory"),
         .parameters = {text("domain")},
         .isOurs = true});
    add({.method = "POST",
         .path = under(hosting, "/security/check"),
         .handle = lookNow,
         .scope = Scope::Write,
         .summary = s("Look at a domain now"),
         .body = s("LookWish"),
         .answer = s("Look"),
         .isOurs = true});
    add({.method = "PUT",
         .path = under(hosting, "/security/accepted"),
         .handle = acceptLook,
         .scope = Scope::Admin,
         .summary = s("Accept what a look saw as it should be"),
         .body = s("LookAccepted"),
         .answer = s("Bool"),
         .isOurs = true});
    return all;
}

} // namespace

const QList<Route> &routes()
{
    static const QList<Route> all = makeRoutes();
    return all;
}

} // namespace api
