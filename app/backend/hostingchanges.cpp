// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the client that changes things: a wish goes out, what the far side then has comes
// back.
#include "app/backend/changing.h"
#include "app/backend/dialect.h"
#include "app/backend/publishedroutes.h"
#include "app/mail/json.h"

#include <QUrl>

namespace backend {

namespace {

using mail::Change;
using mail::Verb;

} // namespace

Result<Applied> HostingApi::apply(const Change &change, Progress &progress)
{
    if (change.isEmpty())
        return Applied{change, {}, {}};
    if (isKind(change.object, mail::Mailbox::kind))
        return applyMailbox(change, progress);
    if (isKind(change.object, mail::Access::kind))
        return applyAccess(change, progress);
    if (isKind(change.object, mail::Device::kind))
        return applyDevice(change, progress);
    if (isKind(change.object, mail::Service::kind))
        return applyService(change, progress);
    if (isKind(change.object, mail::Zone::kind))
        return applyZone(change, progress);
    if (isKind(change.object, mail::ZoneRecord::kind))
        return applyRecord(change, progress);
    if (isKind(change.object, mail::DkimKey::kind))
        return applyDkimKey(change, progress);
    return notOffered({}, QStringLiteral("\"%1\" cannot be changed here").arg(change.object.kind));
}

// ---- an address

Result<Applied> HostingApi::applyMailbox(const Change &change, Progress &progress)
{
    const qint64 service = change.object.service;
    const auto again = [&](const QString &name) { return mailbox(service, name, progress); };
    Ask ask;
    ask.service = service;
    ask.verb = change.verb;
    ask.kind = mail::Mailbox::kind;

    if (change.verb == Verb::Create) {
        if (const auto stray =
                strayField(change, {"name", "note", "target", "has_spam_filter", "has_ad_filter"}))
            return *stray;
        const QString name = change.after.value(u"name").toString();
        if (const auto path = mailboxPath(service, name); !path)
            return path.error();
        ask.method = "POST";
        ask.path = "/1/mail_hostings/" + number(service) + "/mailboxes";
        ask.hasBody = true;
        ask.body.insert(QStringLiteral("mailbox_name"), name);
        for (const char *field : {"note", "target"}) {
            const QJsonValue value = change.after.value(QLatin1String(field));
            if (!value.toString().isEmpty())
                ask.body.insert(QLatin1String(field), value);
        }
        const auto answer = send(ask, progress);
        if (!answer)
            return answer.error();
        // Lower-cased and the like: the far side's word for what it made.
        const QString made =
            answer->data.toObject().value(u"mailbox").toString().section(u'@', 0, 0);
        auto now = again(made.isEmpty() ? name : made);
        Applied applied;
        applied.shortfall = answer->shortfall;
        if (!now) {
            mail::Ref ref = change.object;
            ref.key = made.isEmpty() ? name : made;
            applied.effective = {Verb::Create, ref, {}, ask.body};
            applied.effective.after.remove(QStringLiteral("mailbox_name"));
            applied.effective.after.insert(QStringLiteral("name"), ref.key);
            applied.effective.after.insert(QStringLiteral("service"), service);
            applied.shortfall = answer->shortfall.value_or(now.error());
            return applied;
        }
        // The filters have no place in the creation: what differs from the default follows.
        mail::Mailbox wish = *now;
        if (const auto patched = mail::patch(wish, change.after); !patched)
            return patched.error();
        wish.name = now->name;
        wish.note = now->note;
        wish.target = now->target;
        if (const Change rest = mail::difference(*now, wish); !rest.isEmpty()) {
            const auto more = applyMailbox(rest, progress);
            if (more && !more->shortfall)
                now = again(now->name);
            if (!more)
                applied.shortfall = more.error();
            else if (more->shortfall || !now)
                applied.shortfall = more->shortfall ? *more->shortfall : now.error();
        }
        applied.effective = effectiveCreation(now ? *now : wish);
        return applied;
    }

    const QString name = change.object.key;
    const auto path = mailboxPath(service, name);
    if (!path)
        return path.error();
    ask.path = *path;
    const std::function<Result<mail::Mailbox>()> read = [&] { return again(name); };

    if (change.verb == Verb::Remove) {
        ask.method = "DELETE";
        const auto answer = guarded<mail::Mailbox>(change, ask, read, progress);
        if (!answer)
            return answer.error();
        return Applied{change, {}, answer->shortfall};
    }

    if (const auto stray = strayField(change, {"note", "has_spam_filter", "has_ad_filter"}))
        return *stray;
    ask.method = "PATCH";
    ask.hasBody = true;
    if (const QJsonValue note = change.after.value(u"note"); !note.isUndefined())
        ask.body.insert(QStringLiteral("note"), note.toString().isEmpty() ? QJsonValue() : note);
    if (const QJsonValue on = change.after.value(u"has_spam_filter"); !on.isUndefined())
        ask.body.insert(QStringLiteral("has_move_spam"), on);
    if (const QJsonValue on = change.after.value(u"has_ad_filter"); !on.isUndefined())
        ask.body.insert(QStringLiteral("has_mail_filtering"), on);
    const auto answer = guarded<mail::Mailbox>(change, ask, read, progress);
    if (!answer)
        return answer.error();
    const auto now = again(name);
    if (!now)
        return Applied{change, {}, answer->shortfall.value_or(now.error())};
    return Applied{effectiveUpdate(change, *now), {}, answer->shortfall};
}

// ---- a user's rights on an address

Result<mail::Access> HostingApi::access(const mail::Ref &ref, Progress &progress)
{
    const auto all = accesses(ref.service, ref.parent, progress);
    if (!all)
        return all.error();
    for (const mail::Access &access : *all)
        if (QString::number(access.user) == ref.key)
            return access;
    return Error{
        Error::Kind::NotFound, QStringLiteral("This user has no access to the address"), {}, {}, 0};
}

Result<Applied> HostingApi::applyAccess(const Change &change, Progress &progress)
{
    const auto mailbox = mailboxPath(change.object.service, change.object.parent);
    if (!mailbox)
        return mailbox.error();
    mail::Ref ref = change.object;
    if (change.verb == Verb::Create) {
        qint64 user = 0;
        if (mail::fromJson(change.after.value(u"user"), user) && user > 0)
            ref.key = QString::number(user);
    }
    bool isNumber = false;
    const qint64 user = ref.key.toLongLong(&isNumber);
    if (!isNumber || user <= 0)
        return Error::invalid(QStringLiteral("user"), QStringLiteral("No user is named"));
    const std::function<Result<mail::Access>()> read = [&] { return access(ref, progress); };

    Ask ask;
    ask.service = ref.service;
    ask.verb = change.verb;
    ask.kind = mail::Access::kind;
    ask.path = *mailbox + "/accesses/webmail/users/" + number(user);
    if (change.verb == Verb::Remove) {
        ask.method = "DELETE";
        const auto answer = guarded<mail::Access>(change, ask, read, progress);
        if (!answer)
            return answer.error();
        return Applied{change, {}, answer->shortfall};
    }

    if (const auto stray =
            strayField(change, change.verb == Verb::Create
                                   ? std::initializer_list<const char *>{"user", "rights"}
                                   : std::initializer_list<const char *>{"rights"}))
        return *stray;
    mail::Rights rights;
    const bool withRights = change.after.contains(u"rights");
    if (withRights && !mail::fromJson(change.after.value(u"rights"), rights))
        return Error::invalid(QStringLiteral("rights"), QStringLiteral("Not a list of rights"));
    // With the provider whoever has access may send: asking for less must not seem to work.
    if (isPublished() && rights.get(mail::Right::SendEmails) == false)
        return notOffered(QStringLiteral("rights"),
                          QStringLiteral("The provider offers no right to send"));
    const QJsonObject permissions = permissionsToWire(rights, !isPublished());
    if (change.verb == Verb::Update && permissions.isEmpty())
        return notOffered(QStringLiteral("rights"),
                          QStringLiteral("None of these rights can be set here"));
    ask.hasBody = true;
    if (withRights)
        ask.body.insert(QStringLiteral("permissions"), permissions);

    Result<Answer> answer = Error{};
    if (change.verb == Verb::Create) {
        ask.method = "POST";
        ask.path = *mailbox + "/accesses/webmail";
        ask.body.insert(QStringLiteral("user_id"), user);
        answer = send(ask, progress);
    } else {
        ask.method = "PATCH";
        answer = guarded<mail::Access>(change, ask, read, progress);
    }
    if (!answer)
        return answer.error();
    const auto now = read();
    if (!now) {
        Change effective = change;
        effective.object = ref;
        return Applied{effective, {}, answer->shortfall.value_or(now.error())};
    }
    return Applied{change.verb == Verb::Create ? effectiveCreation(*now)
                                               : effectiveUpdate(change, *now),
                   {},
                   answer->shortfall};
}

// ---- a device password

Result<mail::Device> HostingApi::device(const mail::Ref &ref, Progress &progress)
{
    const auto all = devices(ref.service, ref.parent, progress);
    if (!all)
        return all.error();
    for (const mail::Device &device : *all)
        if (QString::number(device.id) == ref.key)
            return device;
    return Error{
        Error::Kind::NotFound, QStringLiteral("This device is not there any more"), {}, {}, 0};
}

Result<Applied> HostingApi::applyDevice(const Change &change, Progress &progress)
{
    const mail::Ref &ref = change.object;
    const auto mailbox = mailboxPath(ref.service, ref.parent);
    if (!mailbox)
        return mailbox.error();
    Ask ask;
    ask.service = ref.service;
    ask.verb = change.verb;
    ask.kind = mail::Device::kind;
    ask.path = *mailbox + "/accesses/devices";
    const auto passwordIn = [](const Answer &answer) {
        const QString text = answer.data.toObject().value(u"password").toString();
        return text.isEmpty() ? Secret() : Secret(text);
    };
    const auto noPassword = [] {
        return Error{Error::Kind::Protocol,
                     QStringLiteral("The service made a password, but did not tell it"),
                     {},
                     QStringLiteral("password-untold"),
                     0};
    };

    if (change.verb == Verb::Create) {
        if (const auto stray =
                strayField(change, {"label", "type", "protocols", "user", "password"}))
            return *stray;
        if (change.after.value(u"type").toString() == mail::word(mail::DeviceType::Legacy))
            return Error::invalid(QStringLiteral("type"),
                                  QStringLiteral("Such a device was there before; none is made"));
        ask.method = "POST";
        ask.hasBody = true;
        for (const char *field : {"label", "type", "protocols"}) {
            const QString text = change.after.value(QLatin1String(field)).toString();
            if (!text.isEmpty())
                ask.body.insert(QLatin1String(field), text);
        }
        qint64 user = 0;
        if (change.after.contains(u"user") && !mail::fromJson(change.after.value(u"user"), user))
            return Error::invalid(QStringLiteral("user"), QStringLiteral("Not a user"));
        if (change.after.contains(u"user"))
            ask.body.insert(QStringLiteral("user_id"), user > 0 ? QJsonValue(user) : QJsonValue());
        const auto answer = send(ask, progress);
        if (!answer)
            return answer.error();
        Applied applied;
        applied.shortfall = answer->shortfall;
        applied.password = passwordIn(*answer);
        if (applied.password.isEmpty())
            applied.shortfall = noPassword();
        qint64 made = 0;
        const QJsonObject told = answer->data.toObject();
        if (!mail::fromJson(told.value(u"id"), made) || made <= 0)
            made = 0;
        const auto all = devices(ref.service, ref.parent, progress);
        applied.effective = change;
        applied.effective.after.remove(QStringLiteral("password"));
        if (!all) {
            if (made > 0)
                applied.effective.object.key = QString::number(made);
            if (!applied.shortfall)
                applied.shortfall = all.error();
            return applied;
        }
        // The contract answers with the password alone: the newest that is like it, is it.
        const mail::Device *found = nullptr;
        for (const mail::Device &device : *all) {
            const bool like = made > 0 ? device.id == made
                                       : device.label == change.after.value(u"label").toString() &&
                                             device.user.value_or(user) == user;
            if (like && (!found || device.id > found->id))
                found = &device;
        }
        if (!found) {
            if (!applied.shortfall)
                applied.shortfall = strange(QStringLiteral("The new device is not in the list"));
            return applied;
        }
        applied.effective = effectiveCreation(*found);
        return applied;
    }

    if (change.verb == Verb::Remove && ref.key == u"*") {
        ask.method = "DELETE";
        const auto answer = send(ask, progress);
        if (!answer)
            return answer.error();
        return Applied{change, {}, answer->shortfall};
    }

    bool isNumber = false;
    const qint64 id = ref.key.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return Error::invalid(QStringLiteral("id"), QStringLiteral("No device is named"));
    ask.path += '/' + number(id);
    const std::function<Result<mail::Device>()> read = [&] { return device(ref, progress); };
    if (change.verb == Verb::Remove) {
        ask.method = "DELETE";
        const auto answer = guarded<mail::Device>(change, ask, read, progress);
        if (!answer)
            return answer.error();
        return Applied{change, {}, answer->shortfall};
    }

    if (const auto stray = strayField(change, {"password"}))
        return *stray;
    // Only another new password moves the version, and that one somebody has just been shown.
    ask.method = "POST";
    ask.ifMatch = isPublished() ? 0 : ref.version;
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    Applied applied{change, passwordIn(*answer), answer->shortfall};
    if (!mail::fromJson(answer->data.toObject().value(u"version"),
                        applied.effective.object.version))
        applied.effective.object.version = 0; // it tells none
    if (applied.password.isEmpty())
        applied.shortfall = noPassword();
    return applied;
}

// ---- what new users of a service get

Result<Applied> HostingApi::applyService(const Change &change, Progress &progress)
{
    if (change.verb != Verb::Update)
        return notOffered({}, QStringLiteral("Services are neither made nor removed here"));
    if (const auto stray = strayField(
            change, {"default_rights", "is_spam_filter_default", "is_ad_filter_default"}))
        return *stray;
    const qint64 id = change.object.service;
    Ask ask;
    ask.service = id;
    ask.verb = Verb::Update;
    ask.kind = mail::Service::kind;
    ask.method = "PATCH";
    ask.path = "/1/mail_hostings/" + number(id) + "/preferences";
    ask.hasBody = true;
    if (const QJsonValue value = change.after.value(u"default_rights"); !value.isUndefined()) {
        mail::Rights rights;
        if (!mail::fromJson(value, rights))
            return Error::invalid(QStringLiteral("default_rights"),
                                  QStringLiteral("Not a list of rights"));
        if (isPublished() && rights.get(mail::Right::SendEmails) == false)
            return notOffered(QStringLiteral("default_rights"),
                              QStringLiteral("The provider offers no right to send"));
        ask.body.insert(QStringLiteral("default_permissions"),
                        permissionsToWire(rights, !isPublished()));
    }
    if (const QJsonValue on = change.after.value(u"is_spam_filter_default"); !on.isUndefined())
        ask.body.insert(QStringLiteral("spam_filter_enabled"), on);
    if (const QJsonValue on = change.after.value(u"is_ad_filter_default"); !on.isUndefined())
        ask.body.insert(QStringLiteral("promotion_filter_enabled"), on);
    const std::function<Result<mail::Service>()> read = [&] { return service(id, progress); };
    const auto answer = guarded<mail::Service>(change, ask, read, progress);
    if (!answer)
        return answer.error();
    const auto now = read();
    if (!now)
        return Applied{change, {}, answer->shortfall.value_or(now.error())};
    return Applied{effectiveUpdate(change, *now), {}, answer->shortfall};
}

} // namespace backend
