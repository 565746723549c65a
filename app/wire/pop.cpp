// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/pop.h"

#include "app/wire/curl.h"

#include <QUrl>

namespace wire {

Result<Probe> popLogin(const Login &login, Progress &progress, Transcript *transcript)
{
    if (transcript)
        transcript->hide(login.password, login.user);
    QUrl url;
    url.setScheme(login.tls == Tls::Implicit ? QStringLiteral("pop3s") : QStringLiteral("pop3"));
    url.setHost(login.host);
    url.setPort(login.port);
    Curl curl;
    if (const auto ready =
            curl.prepare(url.toEncoded() + '/', "pop3,pop3s", login.options, transcript);
        !ready)
        return ready.error();
    const QByteArray user = login.user.toUtf8();
    const QByteArray password = login.password.reveal();
    curl.set(CURLOPT_USERNAME, user.constData());
    curl.set(CURLOPT_PASSWORD, password.constData());
    curl.closeAfterwards();
    curl.set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    if (const auto done = curl.run(progress); !done) {
        const Error &error = done.error();
        return error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Protocol
                   ? mailRefusal(curl.head(), error)
                   : error;
    }
    Probe probe; // the listing: one line per message, "1 1205"
    for (const QByteArray &line : curl.body().split('\n'))
        if (!line.trimmed().isEmpty() && line.trimmed() != ".")
            ++probe.messages;
    return probe;
}

} // namespace wire
