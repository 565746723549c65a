// SPDX-License-Identifier: GPL-3.0-or-later
// Operations of the published contract that this server knows of and does not offer: 501, so that a
// client can tell them from a path that nobody has. One that becomes a route leaves this list.
#include "server/api/route.h"

namespace api {

namespace {

struct Missing
{
    const char *methods;
    const char *path;
};

constexpr char h[] = "/1/mail_hostings/{mail_hosting_id}";
constexpr char m[] = "/1/mail_hostings/{mail_hosting_id}/mailboxes/{mailbox_name}";

// "~M" and "~H" stand for the two above.
constexpr Missing missing[] = {
    {"GET", "/1/accounts/current/products"},
    {"GET", "/1/accounts/{account_id}/basic/teams"},
    {"POST", "/1/accounts/{account_id}/invitations"},
    {"GET", "/1/accounts/{account_id}/invitations/users/{user_id}"},
    {"DELETE GET PATCH", "/1/accounts/{account_id}/invitations/{invitation_id}"},
    {"GET POST", "/1/accounts/{account_id}/invitations/{invitation_id}/b2b"},
    {"DELETE", "/1/accounts/{account_id}/invitations/{invitation_id}/b2b/{partnership_id}"},
    {"POST", "/1/accounts/{account_id}/invitations/{invitation_id}/drive"},
    {"DELETE PATCH", "/1/accounts/{account_id}/invitations/{invitation_id}/drive/{drive_id}"},
    {"PATCH", "/1/accounts/{account_id}/invitations/{invitation_id}/kchat"},
    {"DELETE POST", "/1/accounts/{account_id}/invitations/{invitation_id}/ksuite"},
    {"POST", "/1/accounts/{account_id}/invitations/{invitation_id}/mailbox/invite"},
    {"DELETE PATCH POST", "/1/accounts/{account_id}/invitations/{invitation_id}/mailbox/{mail_id}"},
    {"GET", "/1/accounts/{account_id}/products"},
    {"GET", "/1/accounts/{account_id}/services"},
    {"GET POST", "/1/accounts/{account_id}/tags"},
    {"DELETE PUT", "/1/accounts/{account_id}/tags/{tag_id}"},
    {"GET POST", "/1/accounts/{account_id}/teams"},
    {"DELETE GET PATCH", "/1/accounts/{account_id}/teams/{team_id}"},
    {"DELETE GET POST", "/1/accounts/{account_id}/teams/{team_id}/users"},
    {"GET", "/1/async/tasks"},
    {"GET", "/1/async/tasks/{task_uuid}"},
    {"GET", "/1/countries"},
    {"GET", "/1/countries/{country_id}"},
    {"GET POST", "/1/domain/{domain_id}/dns/record"},
    {"DELETE GET PUT", "/1/domain/{domain_id}/dns/record/{record_id}"},
    {"GET", "/1/languages"},
    {"GET", "/1/languages/{language_id}"},
    {"DELETE GET", "/1/mail_hostings/accesses/devices"},
    {"DELETE PATCH", "/1/mail_hostings/accesses/devices/{device_id}"},
    {"GET", "/1/mail_hostings/accesses/webmail"},
    {"GET", "/1/mail_hostings/accesses/webmail/accounts/{account_id}/teams/{team_id}"},
    {"GET", "/1/mail_hostings/accesses/webmail/accounts/{account_id}/users/{user_id}"},
    {"DELETE", "/1/mail_hostings/accesses/webmail/mailboxes/{mailbox_id}"},
    {"POST", "/1/mail_hostings/accesses/webmail/mailboxes/{mailbox_id}/set_primary"},
    {"GET", "/1/mail_hostings/csv"},
    {"GET", "/1/mail_hostings/invitations"},
    {"DELETE GET", "~H/accesses/devices/users/{user_id}"},
    {"GET POST", "~H/auto_replies"},
    {"DELETE GET PATCH", "~H/auto_replies/{auto_reply_id}"},
    {"POST", "~H/bimi"},
    {"GET POST", "~H/filters"},
    {"DELETE GET PUT", "~H/filters/{filter_id}"},
    {"GET", "~H/invitations"},
    {"POST", "~H/mailboxes/actions/apply_signature"},
    {"GET", "~H/mailboxes/actions/batch/{batch_id}"},
    {"DELETE", "~H/mailboxes/actions/delete_mailboxes"},
    {"POST", "~H/mailboxes/actions/delete_redirects"},
    {"POST", "~H/mailboxes/actions/set_permissions"},
    {"POST", "~H/mailboxes/actions/toggle_auto_reply"},
    {"POST", "~H/mailboxes/actions/toggle_promotion_filter"},
    {"POST", "~H/mailboxes/actions/toggle_spam_filter"},
    {"POST", "~M/accesses/webmail/invitations"},
    {"POST", "~M/accesses/webmail/invitations/{invitation_key}/send"},
    {"POST", "~M/accesses/webmail/teams/bulk"},
    {"DELETE PATCH", "~M/accesses/webmail/teams/{team_id}"},
    {"GET", "~M/accesses/webmail/teams/{team_id}/individual_users"},
    {"GET", "~M/accesses/webmail/users/{user_id}/team_accesses"},
    {"GET POST PUT", "~M/aliases"},
    {"DELETE", "~M/aliases/{alias}"},
    {"POST", "~M/ask_password"},
    {"DELETE GET PATCH POST", "~M/auth/filters"},
    {"PUT", "~M/auth/filters/reorder"},
    {"DELETE PATCH POST", "~M/auth/filters/scripts"},
    {"PUT", "~M/auth/filters/scripts/import"},
    {"PUT", "~M/auth/filters/scripts/set_activation"},
    {"PUT", "~M/auth/filters/set_activation"},
    {"GET PUT", "~M/auth/folders"},
    {"DELETE", "~M/auth/folders/spam"},
    {"DELETE", "~M/auth/folders/trash"},
    {"POST", "~M/auth/invitations"},
    {"PUT", "~M/auth/invitations/send"},
    {"DELETE GET PATCH", "~M/auto_reply"},
    {"GET POST", "~M/auto_reply/model"},
    {"DELETE GET PATCH", "~M/auto_reply/model/{model_id}"},
    {"PUT", "~M/auto_reply/reset"},
    {"GET PUT", "~M/backups"},
    {"GET", "~M/email_imports"},
    {"GET", "~M/external_mail_flag"},
    {"DELETE GET PATCH POST PUT", "~M/forwarding_addresses"},
    {"DELETE", "~M/forwarding_addresses/{redirect_address}"},
    {"GET", "~M/headers/addresses"},
    {"POST", "~M/headers/addresses/check_verified"},
    {"PUT", "~M/headers/addresses/send_validation"},
    {"PUT", "~M/headers/addresses/send_validation_link"},
    {"PUT", "~M/headers/addresses/validate"},
    {"DELETE", "~M/headers/addresses/{verified_email_id}"},
    {"GET", "~M/invitations"},
    {"DELETE PATCH", "~M/invitations/{invitation_key}"},
    {"POST", "~M/request_reset_password"},
    {"GET POST", "~M/signatures"},
    {"GET", "~M/signatures/models"},
    {"POST", "~M/signatures/set_defaults"},
    {"GET", "~M/signatures/templates"},
    {"GET", "~M/signatures/templates/{signature_template_id}"},
    {"POST", "~M/signatures/upload"},
    {"DELETE GET PATCH", "~M/signatures/{signature_id}"},
    {"PUT", "~M/signatures/{signature_id}/default"},
    {"GET", "~M/users"},
    {"DELETE PATCH", "~M/users/{user_id}"},
    {"GET POST", "~H/mailing_lists"},
    {"DELETE GET PATCH", "~H/mailing_lists/{mailing_list_name}"},
    {"PUT", "~H/mailing_lists/{mailing_list_name}/form"},
    {"PUT", "~H/mailing_lists/{mailing_list_name}/send"},
    {"DELETE GET PATCH POST", "~H/mailing_lists/{mailing_list_name}/subscribers"},
    {"POST", "~H/mailing_lists/{mailing_list_name}/subscribers/import"},
    {"GET POST", "~H/redirections"},
    {"DELETE GET PUT", "~H/redirections/{redirection_id}"},
    {"PUT", "~H/redirections/{redirection_id}/enable"},
    {"PUT", "~H/redirections/{redirection_id}/send-confirmation-requests"},
    {"DELETE GET POST", "~H/redirections/{redirection_id}/targets"},
    {"PUT", "~H/redirections/{redirection_id}/targets/{target_id}/resend-confirmation-request"},
    {"GET POST", "~H/signatures"},
    {"GET POST", "~H/signatures/templates"},
    {"GET", "~H/signatures/templates/default"},
    {"POST", "~H/signatures/templates/upload"},
    {"DELETE GET PUT", "~H/signatures/templates/{signature_template_id}"},
    {"POST", "~H/signatures/templates/{signature_template_id}/create_signatures"},
    {"POST", "~H/signatures/upload"},
    {"DELETE GET PATCH", "~H/signatures/{signature_id}"},
    {"GET", "~H/users"},
    {"GET", "/1/product"},
    {"GET", "/1/products"},
    {"POST", "/1/profile/password"},
    {"GET", "/1/timezones"},
    {"GET", "/1/timezones/{timezone_id}"},
    {"GET", "/2/accounts/{account_id}/users/{user_id}/app_accesses"},
    {"GET", "/2/domains/domains"},
    {"GET", "/2/domains/domains/{domain}"},
    {"GET", "/2/domains/domains/{domain}/dnssec/check"},
    {"PUT", "/2/domains/domains/{domain}/nameservers"},
    {"GET", "/2/domains/{domain}/dnssec/check"},
    {"POST", "/2/domains/{domain}/dnssec/disable"},
    {"POST", "/2/domains/{domain}/dnssec/enable"},
    {"PUT", "/2/domains/{domain}/nameservers"},
    {"PATCH", "/2/profile"},
    {"GET POST", "/2/profile/applications/passwords"},
    {"GET", "/2/profile/applications/passwords/{password_id}"},
    {"DELETE POST", "/2/profile/avatar"},
    {"GET", "/2/profile/emails"},
    {"DELETE GET", "/2/profile/emails/{email_type}/{email_id}"},
    {"GET POST", "/2/profile/ksuites/mailboxes"},
    {"DELETE", "/2/profile/ksuites/mailboxes/{mailbox_id}"},
    {"PUT", "/2/profile/ksuites/mailboxes/{mailbox_id}/set_primary"},
    {"PUT", "/2/profile/ksuites/mailboxes/{mailbox_id}/update_password"},
    {"GET", "/2/profile/logs"},
    {"GET", "/2/profile/phones"},
    {"DELETE GET", "/2/profile/phones/{phone_id}"},
    {"GET", "/2/profile/support/tickets"},
};

} // namespace

const QList<QPair<QByteArray, QByteArray>> &notOffered()
{
    static const auto all = [] {
        QList<QPair<QByteArray, QByteArray>> list;
        for (const Missing &one : missing) {
            QByteArray path = one.path;
            if (path.startsWith("~H"))
                path.replace(0, 2, h);
            else if (path.startsWith("~M"))
                path.replace(0, 2, m);
            for (const QByteArray &method : QByteArray(one.methods).split(' '))
                list.append({method, path});
        }
        return list;
    }();
    return all;
}

} // namespace api
