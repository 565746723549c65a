// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon's HTTP side on a filled database, without mail servers, until standard input closes.
//   serve DATABASE
// Prints its base URL.
#include "app/base/clock.h"
#include "app/base/log.h"
#include "server/daemon.h"
#include "tests/support/recordinghost.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 2)
        return 2;
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false\n*.debug=false"));
    host::RecordingHost host;
    SystemClock clock;
    Daemon daemon(host, clock, {.databasePath = arguments.at(1), .http = {}});
    if (const auto started = daemon.start(); !started) {
        std::fprintf(stderr, "serve: %s\n", qUtf8Printable(started.error().detail));
        return 1;
    }
    std::printf("%s\n", qUtf8Printable(daemon.url()));
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}
