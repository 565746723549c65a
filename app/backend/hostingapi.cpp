// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/hostingapi.h"

#include "app/backend/publishedroutes.h"
#include "app/backend/zonedialect.h"
#include "app/base/log.h"
#include "app/mail/json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace backend {

namespace {

constexpr int pageSize = 500;
constexpr int maxPages = 10'000;
constexpr int maxRetries = 3;
constexpr int longestRetry = 120; // seconds: beyond it the user decides
constexpr qint64 taskPollMs = 500;
constexpr int maxTaskPolls = 600;

QByteArray number(qint64 n) { return QByteArray::number(n); }

QByteArray baseOf(const mail::Account &account)
{
    QString text = account.url.trimmed();
    if (text.isEmpty() && account.kind == mail::AccountKind::Infomaniak)
        text = QLatin1String(publishedUrl);
    QByteArray base =
        QUrl(text, QUrl::StrictMode)
            .toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (base.endsWith('/'))
        base.chop(1);
    return base;
}

} // namespace

HostingApi::HostingApi(mail::Account account, Secret token, Options options)
    : m_account(std::move(account))
    , m_token(std::move(token))
    , m_base(baseOf(m_account))
    , m_http([&] {
        if (!m_account.caFile.isEmpty())
            options.wire.caFile = m_account.caFile;
        return options.wire;
    }())
    , m_pace(isPublished() ? publishedRequestsPerMinute : 0, 60'000, options.stopwatch)
{
}

Result<Answer> HostingApi::send(const Ask &ask, Progress &progress)
{
    QByteArray address = m_base + ask.path;
    char separator = '?';
    for (const auto &[name, value] : ask.parameters) {
        address += separator + name + '=' + value.toPercentEncoding(",");
        separator = '&';
    }
    wire::HttpRequest request;
    request.method = ask.method;
    request.url = QUrl::fromEncoded(address, QUrl::StrictMode);
    request.bearer = m_token;
    request.headers.emplaceBack("Accept", "application/json");
    if (ask.hasBody) {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = QJsonDocument(ask.body).toJson(QJsonDocument::Compact);
        if (ask.method == "DELETE") { // bodies of DELETE get lost on the way
            request.method = "POST";
            request.headers.emplaceBack("X-HTTP-METHOD-OVERRIDE", "DELETE");
        }
    }
    if (ask.ifMatch > 0)
        request.headers.emplaceBack("If-Match", '"' + number(ask.ifMatch) + '"');

    for (int attempt = 1;; ++attempt) {
        if (const auto turn = m_pace.waitForTurn(progress); !turn)
            return turn.error();
        if (m_watch)
            m_watch(request);
        const auto got = m_http.send(request, progress);
        if (!got)
            return got.error();
        if (got->status == 501)
            remember501(ask);
        const auto answer = answerFrom(*got);
        if (answer)
            return answer->isAsynchronous ? finished(*answer, progress) : answer;
        const Error &error = answer.error();
        if (error.kind == Error::Kind::Limited && got->status == 429 && request.method == "GET" &&
            attempt <= maxRetries && error.retryAfter <= longestRetry) {
            if (const auto waited = m_pace.wait(qint64(error.retryAfter) * 1000, progress); !waited)
                return waited.error();
            continue;
        }
        qCDebug(lcApi) << request.method << ask.path << "->" << got->status << kindName(error.kind)
                       << error.code;
        return error;
    }
}

Result<Answer> HostingApi::finished(const Answer &answer, Progress &progress)
{
    const QString task = answer.data.isString()
                             ? answer.data.toString()
                             : answer.data.toObject().value(u"task_uuid").toString();
    if (task.isEmpty() || task.size() > 100)
        return Error{Error::Kind::Protocol,
                     QStringLiteral("The service works on it, but does not say under which number"),
                     {},
                     QStringLiteral("strange-answer"),
                     0};
    Ask ask;
    ask.path = "/1/async/tasks/" + QUrl::toPercentEncoding(task);
    for (int i = 0; i < maxTaskPolls; ++i) {
        const auto state = send(ask, progress);
        if (!state)
            return state;
        const QJsonObject json = state->data.toObject();
        const QString status = json.value(u"status").toString();
        if (status == u"executed")
            return Answer{json.value(u"response"), json, false};
        if (status == u"failed")
            return refusalFrom(500, json.value(u"error").toObject());
        if (status != u"spooled" && status != u"running")
            return Error{Error::Kind::Protocol,
                         QStringLiteral("A task in no known state: %1").arg(status.left(60)),
                         {},
                         QStringLiteral("strange-answer"),
                         0};
        if (const auto waited = m_pace.wait(taskPollMs, progress); !waited)
            return waited.error();
    }
    return Error{Error::Kind::Offline,
                 QStringLiteral("The service is still working on it"),
                 {},
                 QStringLiteral("timeout"),
                 0};
}

Result<void> HostingApi::eachRow(Ask ask, Progress &progress,
                                 const std::function<Result<void>(const QJsonValue &)> &f)
{
    const Parameters own = ask.parameters;
    for (int page = 1; page <= maxPages; ++page) {
        ask.parameters = own;
        ask.parameters.append({"page", number(page)});
        ask.parameters.append({"per_page", number(pageSize)});
        const auto answer = send(ask, progress);
        if (!answer)
            return answer.error();
        if (!answer->data.isArray())
            return Error{Error::Kind::Protocol,
                         QStringLiteral("A list was asked for, none came"),
                         {},
                         QStringLiteral("strange-answer"),
                         0};
        const QJsonArray rows = answer->data.toArray();
        for (const QJsonValue row : rows)
            if (const auto done = f(row); !done)
                return done;
        const int pages = answer->number(QLatin1String("pages"));
        if (page >= pages || rows.isEmpty())
            return {};
        progress.step(page, pages);
    }
    return {};
}

// ---- who, and which services

Result<mail::User> HostingApi::me(Progress &progress)
{
    Ask ask;
    ask.path = "/2/profile";
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    auto user = userFromWire(answer->data);
    if (!user)
        return user;
    user->isMe = true;
    m_me = user->id;
    return user;
}

Result<QList<mail::Service>> HostingApi::services(Progress &progress)
{
    Ask ask;
    ask.path = "/1/accounts";
    const auto accounts = send(ask, progress);
    if (!accounts)
        return accounts.error();
    QList<mail::Service> services;
    std::optional<Error> refused;
    bool anyone = false;
    for (const QJsonValue account : accounts->data.toArray()) {
        qint64 organisation = 0;
        if (!mail::fromJson(account.toObject().value(u"id"), organisation) || organisation <= 0)
            continue;
        Ask list;
        list.path = "/1/mail_hostings";
        list.parameters = {{"account_id", number(organisation)}, {"with", "quota"}};
        const auto done = eachRow(list, progress, [&](const QJsonValue &row) -> Result<void> {
            auto service = serviceFromWire(row);
            if (!service)
                return service.error();
            if (service->organisation == 0)
                service->organisation = organisation;
            services.append(*service);
            return {};
        });
        if (done) {
            anyone = true;
        } else if (done.error().kind == Error::Kind::Forbidden ||
                   done.error().kind == Error::Kind::NotFound) {
            refused = done.error(); // an organisation where this token sees no mail
        } else {
            return done.error();
        }
    }
    if (!anyone && refused)
        return *refused;
    return services;
}

Result<mail::Service> HostingApi::service(qint64 id, Progress &progress)
{
    Ask ask;
    ask.path = "/1/mail_hostings/" + number(id);
    ask.parameters = {{"with", "quota"}};
    ask.service = id;
    ask.kind = mail::Service::kind;
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    auto service = serviceFromWire(answer->data);
    if (!service)
        return service;
    if (const auto read = readPreferences(*service, progress); !read) {
        // Not everybody who may see the service may see its preferences: they stay unknown.
        const Error::Kind kind = read.error().kind;
        if (kind != Error::Kind::Forbidden && kind != Error::Kind::Unsupported &&
            kind != Error::Kind::NotFound)
            return read.error();
    }
    return service;
}

Result<void> HostingApi::readPreferences(mail::Service &service, Progress &progress)
{
    Ask ask;
    ask.path = "/1/mail_hostings/" + number(service.id) + "/preferences";
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    const QJsonObject json = answer->data.toObject();
    service.defaultRights =
        rightsFromWire(json.value(u"default_permissions"), json.value(u"can_send_emails"));
    const auto flag = [&](const char *key, std::optional<bool> &member) {
        bool value = false;
        const QJsonValue wire = json.value(QLatin1String(key));
        if (!wire.isUndefined() && !wire.isNull() && mail::fromJson(wire, value))
            member = value;
    };
    flag("spam_filter_enabled", service.isSpamFilterDefault);
    flag("promotion_filter_enabled", service.isAdFilterDefault);
    return {};
}

Result<QList<mail::User>> HostingApi::users(qint64 organisation, Progress &progress)
{
    if (m_me == 0) {
        if (const auto user = me(progress); !user)
            return user.error();
    }
    Ask ask;
    ask.path = "/2/accounts/" + number(organisation) + "/users";
    QList<mail::User> users;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        const QJsonObject json = row.toObject();
        if (json.contains(u"user_id") && json.value(u"user_id").isNull())
            return {}; // invited, not there yet
        auto user = userFromWire(row);
        if (!user)
            return user.error();
        user->isMe = user->id == m_me;
        users.append(*user);
        return {};
    });
    if (!done)
        return done.error();
    return users;
}

// ---- what is possible

namespace {

// Our client makes a record anew where its name or type changes.
void allowReplacing(mail::Capabilities &capabilities)
{
    const QString kind = QLatin1String(mail::ZoneRecord::kind);
    if (!capabilities.can(mail::Verb::Create, kind) || !capabilities.can(mail::Verb::Remove, kind))
        return;
    for (const QString &field : {QStringLiteral("source"), QStringLiteral("type")})
        if (capabilities.can(mail::Verb::Update, kind, field).reason == u"not-offered")
            capabilities.allow(mail::Verb::Update, kind, field);
}

} // namespace

Result<mail::Capabilities> HostingApi::capabilities(qint64 service, Progress &progress)
{
    if (isPublished())
        return publishedCapabilities(service, progress);
    Ask ask;
    ask.path = "/1/mail_hostings/" + number(service) + "/capabilities";
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    auto capabilities = mail::capabilitiesFromJson(answer->data.toObject());
    if (capabilities) {
        allowReplacing(*capabilities);
        overlay501(service, *capabilities);
    }
    return capabilities;
}

// What is documented, less what the far side has switched off for this service: one look each at
// the first address tells, later answers add to it.
Result<mail::Capabilities> HostingApi::publishedCapabilities(qint64 service, Progress &progress)
{
    bool probe = false;
    {
        const std::lock_guard lock(m_mutex);
        probe = !m_probed.contains(service);
    }
    mail::Capabilities capabilities = publishedRoutes();
    if (probe) {
        Ask first;
        first.path = "/1/mail_hostings/" + number(service) + "/mailboxes";
        first.parameters = {{"page", "1"}, {"per_page", "1"}};
        first.service = service;
        first.kind = mail::Mailbox::kind;
        const auto list = send(first, progress);
        if (!list && list.error().kind != Error::Kind::Unsupported &&
            list.error().kind != Error::Kind::Forbidden)
            return list.error();
        const QString name =
            list ? list->data.toArray().first().toObject().value(u"mailbox_name").toString()
                 : QString();
        if (!name.isEmpty()) {
            const QByteArray mailbox = first.path + '/' + QUrl::toPercentEncoding(name);
            for (const char *kind : {mail::Access::kind, mail::Device::kind}) {
                Ask ask = first;
                ask.path = mailbox + (qstrcmp(kind, mail::Device::kind) == 0 ? "/accesses/devices"
                                                                             : "/accesses/webmail");
                ask.kind = kind;
                const auto rows = send(ask, progress);
                if (!rows && rows.error().kind != Error::Kind::Unsupported &&
                    rows.error().kind != Error::Kind::Forbidden)
                    return rows.error();
            }
            const std::lock_guard lock(m_mutex);
            m_probed.insert(service);
        }
    }
    overlay501(service, capabilities);
    return capabilities;
}

void HostingApi::remember501(const Ask &ask)
{
    if (ask.service == 0 || *ask.kind == 0)
        return;
    const QString what = (ask.verb ? QString(mail::word(*ask.verb)) : QStringLiteral("read")) +
                         u' ' + QLatin1String(ask.kind);
    const std::lock_guard lock(m_mutex);
    m_off[ask.service].insert(what);
}

void HostingApi::overlay501(qint64 service, mail::Capabilities &capabilities)
{
    const std::lock_guard lock(m_mutex);
    for (const QString &what : m_off.value(service)) {
        const QString kind = what.section(u' ', 1);
        const auto only = mail::fromWord<mail::Verb>(what.section(u' ', 0, 0));
        for (const mail::Verb verb : {mail::Verb::Create, mail::Verb::Update, mail::Verb::Remove})
            if (!only || *only == verb)
                denyAll(capabilities, verb, kind, QStringLiteral("not-enabled-here"));
    }
}

// ---- addresses

namespace {

// The provider's documents name no unit for the size in a list, so there it is asked for one
// address at a time only, in bytes.
QByteArray mailboxWith(bool withSize)
{
    QByteArray with =
        "mailbox_id,users,count_users,count_devices,created_at,last_login,redirection,"
        "has_auto_responder,has_move_spam,has_mail_filtering";
    if (withSize)
        with += ",size";
    return with;
}

} // namespace

Result<MailboxPage> HostingApi::mailboxes(qint64 service, int page, Progress &progress)
{
    Ask ask;
    ask.path = "/1/mail_hostings/" + number(service) + "/mailboxes";
    ask.parameters = {{"with", mailboxWith(!isPublished())},
                      {"page", number(std::max(page, 1))},
                      {"per_page", number(pageSize)}};
    ask.service = service;
    ask.kind = mail::Mailbox::kind;
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    if (!answer->data.isArray())
        return Error{Error::Kind::Protocol,
                     QStringLiteral("A list was asked for, none came"),
                     {},
                     QStringLiteral("strange-answer"),
                     0};
    MailboxPage result;
    const QJsonArray rows = answer->data.toArray();
    result.mailboxes.reserve(rows.size());
    for (const QJsonValue row : rows) {
        auto mailbox = mailboxFromWire(row, service, reading());
        if (!mailbox)
            return mailbox.error();
        result.mailboxes.append(std::move(*mailbox));
    }
    result.page = std::max(page, 1);
    result.pages = std::clamp(answer->number(QLatin1String("pages")), 1, maxPages);
    result.total = std::max(answer->number(QLatin1String("total")), int(rows.size()));
    return result;
}

Result<mail::Mailbox> HostingApi::mailbox(qint64 service, const QString &name, Progress &progress)
{
    const auto path = mailboxPath(service, name);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path;
    ask.parameters = {{"with", mailboxWith(true)}, {"unit", "B"}};
    ask.service = service;
    ask.kind = mail::Mailbox::kind;
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return mailboxFromWire(answer->data, service, reading());
}

Result<QList<mail::Access>> HostingApi::accesses(qint64 service, const QString &mailbox,
                                                 Progress &progress)
{
    const auto path = mailboxPath(service, mailbox);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path + "/accesses/webmail";
    ask.parameters = {{"with", "access_rights"}};
    ask.service = service;
    ask.kind = mail::Access::kind;
    QList<mail::Access> accesses;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        // each row: a user's access, or an invitation to one
        const QJsonObject json = row.toObject();
        const QJsonValue nested = json.value(u"user_access");
        if (!nested.isObject() && json.contains(u"invitation"))
            return {};
        auto access = accessFromWire(nested.isObject() ? nested : row, service, mailbox);
        if (!access)
            return access.error();
        accesses.append(*access);
        return {};
    });
    if (!done)
        return done.error();
    return accesses;
}

Result<QList<mail::Device>> HostingApi::devices(qint64 service, const QString &mailbox,
                                                Progress &progress)
{
    const auto path = mailboxPath(service, mailbox);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path + "/accesses/devices";
    ask.parameters = {{"with", "device,user_access,creator,access_rights"}};
    ask.service = service;
    ask.kind = mail::Device::kind;
    QList<mail::Device> devices;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        auto device = deviceFromWire(row, service, mailbox, reading());
        if (!device)
            return device.error();
        devices.append(*device);
        return {};
    });
    if (!done)
        return done.error();
    return devices;
}

// ---- what our daemon has beside the contract

// Which object an entry of the feed is about, and what it now is.
Result<void> HostingApi::readFeedObject(FeedEntry &entry, const QJsonObject &change) const
{
    const qint64 service = entry.object.service;
    const QString &kind = entry.object.kind;
    if (!mail::fromJson(change.value(u"key"), entry.object.key))
        entry.object.key.clear();
    if (kind == QLatin1String(mail::ZoneRecord::kind)) {
        entry.object.parent = change.value(u"zone").toString();
        if (!change.value(u"object").isObject())
            return {};
        auto record = recordFromWire(change.value(u"object"), service, entry.object.parent);
        if (!record)
            return record.error();
        entry.object = refOf(*record);
        entry.record = std::move(*record);
        return {};
    }
    const QString name = change.value(u"mailbox_name").toString();
    const bool isMailbox = kind == QLatin1String(mail::Mailbox::kind);
    entry.object.parent = isMailbox ? QString() : name;
    if (isMailbox && entry.object.key.isEmpty())
        entry.object.key = name;
    const QJsonValue object = isMailbox ? change.value(u"object") : change.value(u"mailbox");
    if (!object.isObject())
        return {};
    auto mailbox = mailboxFromWire(object, service, reading());
    if (!mailbox)
        return mailbox.error();
    if (isMailbox) {
        entry.object.label = mailbox->addressIdn;
        entry.object.version = mailbox->version.value_or(0);
    }
    entry.mailbox = std::move(*mailbox);
    return {};
}

Result<Feed> HostingApi::changes(qint64 service, qint64 since, qint64 activity, Progress &progress)
{
    if (isPublished())
        return Error{
            Error::Kind::Unsupported, QStringLiteral("The provider has no change feed"), {}, {}, 0};
    Ask ask;
    ask.path = "/1/mail_hostings/" + number(service) + "/changes";
    ask.parameters = {
        {"since", number(since)}, {"activity", number(activity)}, {"limit", number(pageSize)}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    const QJsonObject json = answer->data.toObject();
    Feed feed;
    if (!mail::fromJson(json.value(u"last"), feed.last))
        return Error{Error::Kind::Protocol,
                     QStringLiteral("A change feed without an end"),
                     {},
                     QStringLiteral("strange-answer"),
                     0};
    feed.complete = json.value(u"complete").toBool(true);
    feed.reset = json.value(u"reset").toBool(false);
    for (const QJsonValue row : json.value(u"changes").toArray()) {
        const QJsonObject change = row.toObject();
        const auto verb = mail::fromWord<mail::Verb>(change.value(u"verb").toString());
        FeedEntry entry;
        if (!verb || !mail::fromJson(change.value(u"sequence"), entry.sequence))
            return Error{Error::Kind::Protocol,
                         QStringLiteral("A change that says not what it is"),
                         {},
                         QStringLiteral("strange-answer"),
                         0};
        entry.verb = *verb;
        entry.object.kind = change.value(u"kind").toString();
        entry.object.service = service;
        if (const auto read = readFeedObject(entry, change); !read)
            return read.error();
        feed.entries.append(std::move(entry));
    }
    // `last` is the newest of all; where more is to come, this answer ends earlier.
    if (!feed.complete && !feed.entries.isEmpty())
        feed.last = feed.entries.last().sequence;

    // A daemon from before it counted activity leaves it out.
    feed.activity = activity;
    const QJsonObject moved = json.value(u"activity").toObject();
    if (moved.isEmpty())
        return feed;
    if (!mail::fromJson(moved.value(u"last"), feed.activity))
        return Error{Error::Kind::Protocol,
                     QStringLiteral("Activity without an end"),
                     {},
                     QStringLiteral("strange-answer"),
                     0};
    for (const QJsonValue row : moved.value(u"mailboxes").toArray()) {
        auto mailbox = mailboxFromWire(row, service, reading());
        if (!mailbox)
            return mailbox.error();
        feed.active.append(std::move(*mailbox));
    }
    feed.complete = feed.complete && moved.value(u"complete").toBool(true);
    return feed;
}

Result<QList<AuditRow>> HostingApi::audit(qint64 service, int page, Progress &progress)
{
    if (isPublished())
        return Error{
            Error::Kind::Unsupported, QStringLiteral("The provider has no audit"), {}, {}, 0};
    Ask ask;
    ask.path = "/1/mail_hostings/" + number(service) + "/audit";
    ask.parameters = {{"page", number(std::max(page, 1))}, {"per_page", "100"}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    QList<AuditRow> rows;
    for (const QJsonValue item : answer->data.toArray()) {
        auto row = auditRowFromWire(item);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    return rows;
}

} // namespace backend
