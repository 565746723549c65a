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

namespace {

// "220 mail.example.org ESMTP" and "250-SIZE 100" as they came in.
void readLines(const QByteArray &head, SmtpGreeting &greeting)
{
    int answers = 0; // whole ones: the greeting, the first EHLO
    for (const QByteArray &raw : head.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.size() < 3)
            continue;
        const int code = line.left(3).toInt();
        const QString words = QString::fromUtf8(line.mid(4)).trimmed();
        if (answers == 0) {
            greeting.code = code;
            greeting.banner +=
                (greeting.banner.isEmpty() ? QString() : QStringLiteral(" ")) + words;
        } else if (answers == 1 && code == 250) {
            greeting.extensions.append(words);
        }
        if (line.size() == 3 || line[3] == ' ')
            ++answers;
    }
    if (!greeting.extensions.isEmpty())
        greeting.extensions.removeFirst(); // its name
    greeting.offersTls = greeting.extensions.contains(u"STARTTLS", Qt::CaseInsensitive);
}

} // namespace

Result<SmtpGreeting> smtpGreeting(const SmtpHost &host, const Options &options, Progress &progress,
                                  Transcript *transcript)
{
    Transcript own;
    Transcript &heard = transcript ? *transcript : own;
    QUrl url;
    url.setScheme(QStringLiteral("smtp"));
    url.setHost(QString::fromUtf8(host.name));
    url.setPort(host.port);
    Curl curl;
    if (const auto ready =
            curl.prepare(url.toEncoded() + "/localhost.localdomain", "smtp", options, &heard);
        !ready)
        return ready.error();
    if (!host.addresses.isEmpty())
        curl.setAddresses(host.name, host.port, host.addresses);
    curl.closeAfterwards();
    curl.set(CURLOPT_USE_SSL, long(CURLUSESSL_TRY));
    curl.set(CURLOPT_SSL_VERIFYPEER, 0L);
    curl.set(CURLOPT_SSL_VERIFYHOST, 0L);
    curl.set(CURLOPT_CERTINFO, 1L);
    curl.set(CURLOPT_NOBODY, 1L);
    curl.set(CURLOPT_CUSTOMREQUEST, "NOOP");
    const auto done = curl.run(progress);
    if (!done && done.error().kind == Error::Kind::Cancelled)
        return done.error();
    SmtpGreeting greeting;
    readLines(curl.head(), greeting);
    if (greeting.code == 0)
        return done ? Error{Error::Kind::Protocol,
                            QStringLiteral("What answers is no mail host."),
                            {},
                            QStringLiteral("framing"),
                            0}
                    : done.error();
    greeting.address = curl.peerAddress();
    greeting.certificates = curl.certificates();
    for (const Transcript::Line &line : heard.lines()) {
        // libcurl's words: "SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384"
        constexpr QLatin1String mark("SSL connection using ");
        if (line.who != Transcript::Who::Note || !line.text.startsWith(mark))
            continue;
        const QStringList parts = line.text.mid(mark.size()).split(QLatin1String(" / "));
        greeting.tlsVersion = parts.value(0).trimmed();
        greeting.cipher = parts.value(1).trimmed();
        greeting.isEncrypted = true;
    }
    if (greeting.offersTls && !greeting.isEncrypted && !done)
        greeting.tlsProblem = done.error().detail;
    return greeting;
}

} // namespace wire
