// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/imap.h"

#include "app/wire/curl.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace wire {

namespace {

struct Session
{
    const Login &login;
    Transcript *transcript;
    Curl curl;

    enum class Then
    {
        Stay, // the connection waits for the next command
        Leave
    };

    // One command on `path` ("" = no mailbox selected).
    Result<QByteArray> ask(const QByteArray &path, const QByteArray &command, Then then,
                           Progress &progress)
    {
        QUrl url;
        url.setScheme(login.tls == Tls::Implicit ? QStringLiteral("imaps")
                                                 : QStringLiteral("imap"));
        url.setHost(login.host);
        url.setPort(login.port);
        const QByteArray address = url.toEncoded() + '/' + path;
        if (const auto ready = curl.prepare(address, "imap,imaps", login.options, transcript);
            !ready)
            return ready.error();
        const QByteArray user = login.user.toUtf8();
        const QByteArray password = login.password.reveal();
        curl.set(CURLOPT_USERNAME, user.constData());
        curl.set(CURLOPT_PASSWORD, password.constData());
        curl.set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
        if (then == Then::Leave)
            curl.closeAfterwards();
        if (!command.isEmpty())
            curl.set(CURLOPT_CUSTOMREQUEST, command.constData());
        const auto done = curl.run(progress);
        if (done)
            return curl.body();
        switch (done.error().kind) {
        case Error::Kind::Unauthorized:
        case Error::Kind::Forbidden:
        case Error::Kind::NotFound:
        case Error::Kind::Protocol:
        case Error::Kind::Internal:
            return mailRefusal(curl.head(), done.error());
        default:
            return done.error();
        }
    }
};

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

bool isPlainAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c >= u' ' && c < u'\x7f'; });
}

} // namespace

Result<Probe> imapLogin(const Login &login, Progress &progress, Transcript *transcript,
                        const QString &subject, const QString &folder)
{
    if (!isPlainAscii(subject) || !isPlainAscii(folder))
        return Error::invalid(QStringLiteral("subject"),
                              QStringLiteral("Only ASCII text can be looked for"));
    if (transcript)
        transcript->hide(login.password, login.user);
    Session session{login, transcript, {}};
    const auto list =
        session.ask({}, "LIST \"\" \"*\"",
                    subject.isEmpty() ? Session::Then::Leave : Session::Then::Stay, progress);
    if (!list)
        return list.error();
    Probe probe;
    // RFC 3501 7.2.2: * LIST (\HasNoChildren) "/" INBOX
    static const QRegularExpression entry(
        QStringLiteral("^\\* LIST \\([^)]*\\) (?:\"(?:[^\"\\\\]|\\\\.)*\"|NIL) (.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QByteArray &line : list->split('\n')) {
        const auto match = entry.match(QString::fromUtf8(line.trimmed()));
        if (!match.hasMatch())
            continue;
        QString name = match.captured(1);
        if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"')) {
            name = name.sliced(1, name.size() - 2);
            name.replace(QStringLiteral("\\\""), QStringLiteral("\""));
            name.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
        }
        probe.folders.append(name);
    }
    if (subject.isEmpty())
        return probe;

    const QByteArray path = QUrl::toPercentEncoding(folder);
    const auto found =
        session.ask(path, "UID SEARCH SUBJECT " + quoted(subject), Session::Then::Stay, progress);
    if (!found)
        return found.error();
    qint64 newest = 0;
    for (const QByteArray &line : found->split('\n')) {
        if (!line.startsWith("* SEARCH"))
            continue;
        for (const QByteArray &word : line.mid(8).simplified().split(' '))
            newest = std::max(newest, word.toLongLong());
    }
    if (newest == 0) {
        if (const auto left = session.ask(path, "NOOP", Session::Then::Leave, progress); !left)
            return left.error();
        return probe;
    }
    const auto message = session.ask(path + "/;UID=" + QByteArray::number(newest), {},
                                     Session::Then::Leave, progress);
    if (!message)
        return message.error();
    probe.message = *message;
    return probe;
}

} // namespace wire
