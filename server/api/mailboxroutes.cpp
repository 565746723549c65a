// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"
#include "server/db/activity.h"
#include "server/db/dkimkeys.h"

namespace api {

namespace {

Result<MailboxView> viewOf(const Request &request, const db::Caller &caller, Context &context)
{
    MailboxView view;
    view.with = words(request, QLatin1String("with"));
    view.mayWrite = caller.scope >= db::Scope::Write;
    view.caller = caller.person;
    const auto unit = text(request, QLatin1String("unit"));
    if (unit == QStringLiteral("kB"))
        view.unit = 1000;
    else if (unit == QStringLiteral("MB"))
        view.unit = 1'000'000;
    view.mayChangeKeys =
        caller.scope >= db::Scope::Admin && context.host.signing().missing().isEmpty();
    if (view.with.contains(QStringLiteral("has_dkim_signature"))) {
        const auto home = db::service(context.database, serviceIn(request), db::Counting::Nothing);
        if (!home)
            return home.error();
        const auto keys = db::dkimKeysOf(context.database, home->domain);
        if (!keys)
            return keys.error();
        view.isSigned = std::any_of(keys->cbegin(), keys->cend(), [](const mail::DkimKey &key) {
            return key.state == mail::DkimState::Signing;
        });
    }
    if (view.with.contains(QStringLiteral("account_user"))) {
        const auto people = db::people(context.database, caller.organisation, {});
        if (!people)
            return people.error();
        for (const db::PersonRow &person : people->rows)
            view.logins.insert(person.email, person);
    }
    return view;
}

// The size as the mail host has it now; what it was when the host cannot tell.
void refreshSize(Context &context, const db::Caller &caller, db::MailboxRow &row)
{
    const auto usage = context.host.usage(QStringList{row.address()});
    if (!usage) {
        qCWarning(lcApi) << "The size of a mailbox could not be read:" << usage.error().detail;
        return;
    }
    if (usage->isEmpty()) // not known to the mail servers yet
        return;
    row.size = usage->value(row.address()).size;
    row.sizeCheckedAt = caller.now.toSecsSinceEpoch();
    if (const auto noted = db::noteSizes(context.database, *usage, caller.now); !noted)
        qCWarning(lcApi) << "The size of a mailbox could not be kept:" << noted.error().detail;
}

std::optional<bool> inner(const Request &request, const char *name)
{
    return flag(request, QLatin1String(name));
}

// What has no effect is refused: whoever sent it would try to log in with it.
Error noPasswordOfItsOwn()
{
    return Error::invalid(
        QStringLiteral("password"),
        QStringLiteral("A mailbox has no password of its own: each device gets one"));
}

} // namespace

Result<Response> mailboxes(const Request &request, const db::Caller &caller, Context &context)
{
    db::MailboxFilter filter;
    readListing(request, filter);
    const auto in = words(request, QLatin1String("filter_by"));
    using In = db::MailboxFilter::SearchIn;
    for (const auto &[name, field] :
         {std::pair{u"mailbox_name", In::Name}, std::pair{u"mailbox", In::Address},
          std::pair{u"full_name", In::FullName}, std::pair{u"note", In::Note}})
        filter.searchIn.setFlag(field, in.contains(QString::fromUtf16(name)));
    filter.hasSpamFilter = inner(request, "filter[has_anti_spam]");
    filter.usesImap = inner(request, "filter[is_using_imap]");
    filter.usesPop3 = inner(request, "filter[is_using_pop3]");
    filter.lastLoginSince = number(request, QLatin1String("filter[last_login_at]"));
    // No mailbox has one of these yet.
    for (const char *name :
         {"filter[has_alias]", "filter[has_redirection]", "filter[has_responder]"})
        if (inner(request, name).value_or(false))
            filter.nothing = true;
    filter.counted = number(request, QLatin1String("page")).has_value() || asksTotalOnly(request);
    if (asksTotalOnly(request))
        filter.limit = 0;
    const auto page = db::mailboxes(context.database, serviceIn(request), filter);
    if (!page)
        return page.error();

    QList<qint64> ids;
    for (const db::MailboxRow &row : page->rows)
        if (row.userCount)
            ids.append(row.id);
    const auto users = db::accessesOf(context.database, ids);
    if (!users)
        return users.error();
    QHash<qint64, QList<db::AccessRow>> byMailbox;
    for (const db::AccessRow &row : *users)
        byMailbox[row.mailbox].append(row);
    const auto view = viewOf(request, caller, context);
    if (!view)
        return view.error();
    return listAnswer(request, *page, [&](const db::MailboxRow &row) {
        return mailboxJson(row, byMailbox.value(row.id), *view);
    });
}

Result<Response> createMailbox(const Request &request, const db::Caller &caller, Context &context)
{
    // `password` is for accounts without device passwords and stays without effect on others, as
    // published.
    const QJsonObject body = request.json.toObject();
    if (body.value(u"signature_model_id").isString())
        return notOffered("signature_model_id", "This server has no signatures");
    db::NewMailbox wish;
    wish.name = body.value(u"mailbox_name").toString();
    wish.note = body.value(u"note").toString();
    wish.target = mail::fromWord<mail::Target>(body.value(u"target").toString());
    if (const QJsonValue link = body.value(u"link_to_current_user"); link.isBool()) {
        if (link.toBool() && !wish.target)
            wish.target = mail::Target::CurrentUser;
        const bool isLinked = wish.target == mail::Target::CurrentUser ||
                              wish.target == mail::Target::WholeOrganisation;
        if (isLinked != link.toBool())
            return Error::invalid(QStringLiteral("link_to_current_user"),
                                  isLinked
                                      ? QStringLiteral("This target has the current user")
                                      : QStringLiteral("This target has not the current user"));
    }
    const qint64 service = serviceIn(request);
    const auto done = db::createMailbox(context.database, caller, service, wish);
    if (!done)
        return done.error();
    const auto row = db::mailbox(context.database, service, done->change.object.key);
    if (!row)
        return row.error();
    const auto home = db::service(context.database, service);
    if (!home)
        return home.error();
    return inEffect(
        context, *done,
        answer(QJsonObject{{QStringLiteral("mailbox"), row->address()},
                           {QStringLiteral("quota"), home->addressQuota},
                           {QStringLiteral("used"), home->addressesUsed},
                           {QStringLiteral("total"),
                            home->addressQuota ? home->addressQuota : home->addressesUsed},
                           {QStringLiteral("existing_user_email"), row->isLogin},
                           {QStringLiteral("mailbox_id"), row->id},
                           {QStringLiteral("version"), done->version}},
               201, done->version));
}

Result<Response> mailbox(const Request &request, const db::Caller &caller, Context &context)
{
    auto row = db::mailbox(context.database, serviceIn(request), mailboxIn(request));
    if (!row)
        return row.error();
    QList<db::AccessRow> users;
    if (row->userCount) {
        auto list = db::accessesOf(context.database, {row->id});
        if (!list)
            return list.error();
        users = std::move(*list);
    }
    const auto view = viewOf(request, caller, context);
    if (!view)
        return view.error();
    const bool refresh = view->with.contains(QStringLiteral("size_refresh"));
    if (refresh || (view->with.contains(QStringLiteral("size")) && !row->size))
        refreshSize(context, caller, *row);
    return answer(mailboxJson(*row, users, *view), 200, row->version);
}

Result<Response> patchMailbox(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    if (body.contains(u"password"))
        return noPasswordOfItsOwn();
    if (body.contains(u"has_responder"))
        return notOffered("has_responder", "This server does not answer automatically");
    db::MailboxEdit edit;
    const auto text = [&](const char *name, std::optional<QString> &out) {
        if (const auto it = body.constFind(QLatin1String(name)); it != body.constEnd())
            out = it->toString();
    };
    const auto flag = [&](const char *name, std::optional<bool> &out) {
        if (const auto it = body.constFind(QLatin1String(name)); it != body.constEnd())
            out = it->toBool();
    };
    const auto list = [&](const char *name, std::optional<QStringList> &out) {
        const auto it = body.constFind(QLatin1String(name));
        if (it == body.constEnd())
            return;
        QStringList texts;
        for (const QJsonValue item : it->toArray())
            texts.append(item.toString());
        out = texts;
    };
    text("full_name", edit.fullName);
    text("note", edit.note);
    flag("has_move_spam", edit.hasSpamFilter);
    flag("has_mail_filtering", edit.hasAdFilter);
    text("mail_filtering_folder_commercials", edit.folderCommercials);
    text("mail_filtering_folder_social_networks", edit.folderSocialNetworks);
    list("authorized_senders", edit.authorizedSenders);
    list("blocked_senders", edit.blockedSenders);
    const qint64 service = serviceIn(request);
    const auto done = db::updateMailbox(context.database, caller, service, mailboxIn(request), edit,
                                        request.version);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true, 200, done->version));
}

Result<Response> deleteMailbox(const Request &request, const db::Caller &caller, Context &context)
{
    const auto done = db::removeMailbox(context.database, caller, serviceIn(request),
                                        mailboxIn(request), request.version);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true));
}

} // namespace api
