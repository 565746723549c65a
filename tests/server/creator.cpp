// SPDX-License-Identifier: GPL-3.0-or-later
// Creates mailboxes through the routes until it is killed, and prints the name of each one that was
// answered. For the story of the crash.
//   server_creator DATABASE TOKEN-FILE
#include "server/api/router.h"
#include "server/daemon.h"
#include "tests/support/recordinghost.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    host::RecordingHost host;
    SystemClock clock;
    Daemon daemon(host, clock, {.databasePath = app.arguments().at(1), .http = {}});
    QFile token(app.arguments().at(2));
    if (!daemon.open() || !token.open(QIODevice::ReadOnly))
        return 1;
    const QByteArray authorization = "Bearer " + token.readAll();
    for (int i = 0;; ++i) {
        const QByteArray name = "m" + QByteArray::number(i);
        api::Request request;
        request.method = "POST";
        request.path = "/1/mail_hostings/1/mailboxes";
        request.body = "{\"mailbox_name\":\"" + name + "\"}";
        request.authorization = authorization;
        if (daemon.router().answer(request).status != 201)
            return 1;
        std::printf("%s\n", name.constData());
        std::fflush(stdout);
    }
}
