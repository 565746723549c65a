// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the daemon's main database, which it makes when there is none, with mailboxes that have a
// device password each.
//   fill DATABASE COUNT LOGINS
// Prints one JSON object for the bench that reads this pipe: {"token", "service", "logins":
// [[address, password], …]}.
#include "app/mail/user.h"
#include "server/db/devices.h"
#include "server/db/mailboxes.h"
#include "server/db/seed.h"
#include "server/db/tokens.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace {

int failed(const Error &error)
{
    std::fprintf(stderr, "fill: %s\n", qUtf8Printable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 4)
        return 2;
    const int count = arguments.at(2).toInt();
    const int logins = arguments.at(3).toInt();
    QDir().mkpath(QFileInfo(arguments.at(1)).path());

    auto opened = db::Database::open(arguments.at(1));
    if (!opened)
        return failed(opened.error());
    db::Database &database = **opened;
    const auto token = db::seed(database, QStringLiteral("example.test"),
                                QStringLiteral("Bench Owner"), QStringLiteral("owner@bench.test"));
    if (!token)
        return failed(token.error());
    const auto known = db::tokenByDigest(database, db::digest(token->reveal()));
    if (!known)
        return failed(known.error());
    db::Caller caller = known->caller;
    caller.now = QDateTime::currentDateTimeUtc();
    auto services = database.run(QStringLiteral("SELECT id FROM service ORDER BY id"));
    if (!services)
        return failed(services.error());
    const qint64 service = services->next() ? services->number(0) : 0;
    services->next(); // to its end, so that the statement is free again

    static const char *const names[] = {"anna", "ben",   "cleo", "dario", "eva",
                                        "finn", "greta", "hugo", "ines",  "jan"};
    QJsonArray out;
    for (int from = 0; from < count; from += 1000) {
        const auto written = database.write([&]() -> Result<void> {
            for (int i = from; i < std::min(count, from + 1000); ++i) {
                const QString name = QStringLiteral("%1.%2")
                                         .arg(QLatin1String(names[i % 10]))
                                         .arg(i, 6, 10, QLatin1Char('0'));
                db::NewMailbox wish{name, i % 3 ? QString() : QStringLiteral("Note %1").arg(i),
                                    mail::Target::CurrentUser};
                if (auto made = db::createMailbox(database, caller, service, wish); !made)
                    return made.error();
                db::NewDevice device;
                device.label = QStringLiteral("Laptop");
                device.type = QStringLiteral("computer");
                device.protocols = QStringLiteral("pop3-imap");
                const auto password = db::createDevice(database, caller, service, name, device);
                if (!password)
                    return password.error();
                if (out.size() < logins)
                    out.append(QJsonArray{QString(name + QStringLiteral("@example.test")),
                                          QString::fromLatin1(password->password.reveal())});
            }
            return {};
        });
        if (!written)
            return failed(written.error());
    }
    const QJsonObject answer{{QStringLiteral("token"), QString::fromLatin1(token->reveal())},
                             {QStringLiteral("service"), service},
                             {QStringLiteral("logins"), out}};
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return 0;
}
