// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/smtp.h"

#include "app/mail/domain.h"
#include "app/wire/curl.h"

#include <QUrl>

namespace wire {

Result<void> smtpSend(const Login &login, const Envelope &envelope, const QByteArray &message,
                      Progress &progress, Transcript *transcript)
{
    const auto path = [](const QString &address) {
        QByteArray bytes = mail::addressForWire(address).toUtf8();
        bytes.replace('\r', "").replace('\n', "").replace('<', "").replace('>', "");
        return '<' + bytes + '>';
    };
    if (transcript)
        transcript->hide(login.password, login.user);
    QUrl url;
    url.setScheme(login.tls == Tls::Implicit ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(login.host);
    url.setPort(login.port);
    Curl curl;
    // The name in EHLO is nobody's business.
    if (const auto ready = curl.prepare(url.toEncoded() + "/localhost.localdomain", "smtp,smtps",
                                        login.options, transcript);
        !ready)
        return ready.error();
    const QByteArray user = login.user.toUtf8();
    const QByteArray password = login.password.reveal();
    if (!user.isEmpty()) {
        curl.set(CURLOPT_USERNAME, user.constData());
        curl.set(CURLOPT_PASSWORD, password.constData());
    }
    curl.closeAfterwards();
    curl.set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    const QByteArray sender = path(envelope.sender);
    if (message.isEmpty()) {
        curl.set(CURLOPT_NOBODY, 1L);
        curl.set(CURLOPT_CUSTOMREQUEST, "NOOP");
    } else {
        curl.set(CURLOPT_UPLOAD, 1L);
        curl.set(CURLOPT_MAIL_FROM, sender.constData());
        for (const QString &recipient : envelope.recipients)
            curl.appendRecipient(path(recipient));
        curl.setUpload(message);
    }
    const auto done = curl.run(progress);
    if (done)
        return {};
    const int code = curl.responseCode();
    const Error &error = done.error();
    if (code >= 400 && code < 600 && error.kind != Error::Kind::Cancelled && error.code != u"tls" &&
        error.code != u"timeout")
        return smtpRefusal(curl.head(), code);
    return error;
}

} // namespace wire
