// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tokencommand.h"

#include "server/db/people.h"
#include "server/db/tokens.h"
#include "server/host/configfile.h"
#include "server/host/layout.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>
#include <pwd.h>
#include <unistd.h>

namespace {

constexpr int longest = 3650; // days

Error misuse(const QString &sentence) { return Error::invalid({}, sentence); }

// Of a host that is there; nothing is made by asking.
Result<std::unique_ptr<db::Database>> open(const QString &directory, const QString &file)
{
    QString path = directory + QStringLiteral("/data/mailwright.db");
    if (!file.isEmpty()) {
        const auto layout = host::layoutFromFile(file);
        if (!layout)
            return layout.error();
        path = layout->database;
    }
    if (!QFile::exists(path))
        return Error{Error::Kind::NotFound,
                     QStringLiteral("There is no mail host yet: %1 is missing").arg(path),
                     {},
                     {},
                     0};
    return db::Database::open(path);
}

// Whoever may write to the database; the audit has their name on this machine.
db::Caller ourselves()
{
    const passwd *user = getpwuid(getuid());
    db::Caller caller;
    caller.name =
        QStringLiteral("mailwrightd token (%1)")
            .arg(user ? QString::fromLocal8Bit(user->pw_name) : QString::number(getuid()));
    caller.now = QDateTime::currentDateTimeUtc();
    return caller;
}

QString dayOf(const std::optional<QDateTime> &time)
{
    return time ? time->toString(Qt::ISODate) : QStringLiteral("never");
}

Result<void> create(db::Database &database, const QString &scope, const QString &name,
                    const QString &days, const QString &login)
{
    db::NewToken wish;
    const auto known = mail::fromWord<db::Scope>(scope);
    if (!known)
        return misuse(QStringLiteral("--scope needs read, write or admin"));
    wish.scope = *known;
    wish.name = name.simplified();
    if (wish.name.isEmpty())
        return misuse(QStringLiteral("--name needs to say what the token is for"));
    const db::Caller caller = ourselves();
    if (!days.isNull()) {
        bool isNumber = false;
        const int count = days.toInt(&isNumber);
        if (!isNumber || count < 1 || count > longest)
            return misuse(
                QStringLiteral("--expires needs a number of days from 1 to %1").arg(longest));
        wish.expiresAt = caller.now.addDays(count);
    }
    if (login.isNull()) {
        const auto owner = db::firstOwner(database);
        if (!owner)
            return owner.error();
        wish.person = *owner;
    } else {
        const auto person = db::personByLogin(database, login);
        if (!person)
            return person.error();
        wish.person = person->id;
    }
    const auto made = db::issueToken(database, caller, wish);
    if (!made)
        return made.error();
    // Alone on standard output, so that it can go where it is needed.
    std::fprintf(stderr, "Token %lld; it is told this once:\n", static_cast<long long>(made->id));
    std::printf("%s\n", made->secret.reveal().constData());
    return {};
}

Result<void> list(db::Database &database)
{
    const auto all = db::tokens(database);
    if (!all)
        return all.error();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::printf("id\tscope\tuser\tcreated\texpires\tname\n");
    for (const db::ListedToken &token : *all)
        std::printf("%lld\t%s\t%s\t%s\t%s%s\t%s\n", static_cast<long long>(token.id),
                    mail::word(token.scope).data(), qPrintable(token.user),
                    qPrintable(dayOf(token.createdAt)), qPrintable(dayOf(token.expiresAt)),
                    token.expiresAt && *token.expiresAt <= now ? " (expired)" : "",
                    qPrintable(token.name));
    return {};
}

Result<void> revoke(db::Database &database, const QString &word)
{
    bool isNumber = false;
    const qint64 id = word.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return misuse(QStringLiteral("token revoke needs the number that token list tells"));
    const auto gone = db::revokeToken(database, ourselves(), id);
    if (!gone)
        return gone.error();
    std::printf("Token %lld (%s) is revoked.\n", static_cast<long long>(id),
                qPrintable(gone->name));
    return {};
}

} // namespace

int tokenCommand(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Tokens for the HTTP API of a mail host. A running daemon follows within two seconds.\n\n"
        "  mailwrightd token create --local DIR --scope read|write|admin --name NAME\n"
        "                           [--expires DAYS] [--user LOGIN]\n"
        "  mailwrightd token list --local DIR\n"
        "  mailwrightd token revoke ID --local DIR"));
    const auto option = [](const char *name, const char *what, const char *value) {
        return QCommandLineOption(QLatin1String(name), QLatin1String(what), QLatin1String(value));
    };
    const auto local = option("local", "Of the private mail host in DIR.", "DIR");
    const auto config = option("config", "Of the mail host that FILE describes.", "FILE");
    const auto scope = option("scope", "What it may do: read, write or admin.", "SCOPE");
    const auto name = option("name", "What it is for.", "NAME");
    const auto expires = option("expires", "After how many days it ends (never).", "DAYS");
    const auto user = option("user", "Whose it is (the owner's).", "LOGIN");
    parser.addOptions({local, config, scope, name, expires, user});
    parser.addPositionalArgument(QStringLiteral("token"), QString(),
                                 QStringLiteral("token create|list|revoke"));
    parser.addHelpOption();
    parser.process(words);

    const auto run = [&]() -> Result<void> {
        const QStringList arguments = parser.positionalArguments().mid(1);
        const QString verb = arguments.value(0);
        if (verb != u"create" && verb != u"list" && verb != u"revoke")
            return misuse(QStringLiteral("token needs create, list or revoke; see token --help"));
        if (arguments.size() != (verb == u"revoke" ? 2 : 1))
            return misuse(verb == u"revoke"
                              ? QStringLiteral("token revoke needs one number")
                              : QStringLiteral("there is an argument too many; see token --help"));
        if (parser.isSet(local) == parser.isSet(config))
            return misuse(QStringLiteral("either --local DIR or --config FILE is needed"));
        if (verb != u"create" && (parser.isSet(scope) || parser.isSet(name) ||
                                  parser.isSet(expires) || parser.isSet(user)))
            return misuse(QStringLiteral("--scope, --name, --expires and --user belong to "
                                         "token create"));
        const auto database = open(parser.value(local), parser.value(config));
        if (!database)
            return database.error();
        if (verb == u"list")
            return list(**database);
        if (verb == u"revoke")
            return revoke(**database, arguments.at(1));
        const auto given = [&](const QCommandLineOption &one) {
            return parser.isSet(one) ? parser.value(one) + QLatin1String("") : QString();
        };
        return create(**database, parser.value(scope), parser.value(name), given(expires),
                      given(user));
    };
    if (const auto done = run(); !done) {
        std::fprintf(stderr, "mailwrightd: %s\n", qPrintable(done.error().detail));
        return done.error().kind == Error::Kind::Invalid ? 2 : 1;
    }
    return 0;
}
