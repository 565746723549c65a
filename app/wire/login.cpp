// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/login.h"

#include <QRegularExpression>

namespace wire {

namespace {

QList<QByteArray> linesOf(const QByteArray &head)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : head.split('\n'))
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    return lines;
}

Error::Kind kindOf(int code, const QString &status)
{
    using Kind = Error::Kind;
    switch (code) {
    case 530:
    case 534:
    case 535:
    case 538:
        return Kind::Unauthorized;
    case 552:
        return Kind::Limited; // RFC 5321: too big, or no room
    default:
        break;
    }
    if (code >= 400 && code < 500)
        return Kind::Limited; // come again later
    if (status.startsWith(u"5.1."))
        return Kind::NotFound; // no such address
    if (code >= 500 && code < 600)
        return Kind::Forbidden;
    return Kind::Protocol;
}

} // namespace

Error smtpRefusal(const QByteArray &head, int code)
{
    // The last reply, all its lines: "550-5.1.1 …", "550 5.1.1 …".
    const QList<QByteArray> lines = linesOf(head);
    QStringList words;
    const QByteArray number = QByteArray::number(code);
    QString status;
    static const QRegularExpression enhanced(QStringLiteral("^([245]\\.\\d{1,3}\\.\\d{1,3})\\s*"));
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        const bool isOfReply = it->startsWith(number);
        if (words.isEmpty() && !isOfReply)
            continue; // what was said afterwards, as "221 Bye"
        if (!isOfReply || (!words.isEmpty() && it->mid(3, 1) != "-"))
            break;
        QString text = QString::fromUtf8(it->mid(4));
        if (const auto match = enhanced.match(text); match.hasMatch()) {
            status = match.captured(1);
            text.remove(0, match.capturedLength());
        }
        words.prepend(text);
    }
    QString both = QString::number(code);
    if (!status.isEmpty())
        both += u' ' + status;
    return {kindOf(code, status), words.join(u' ').left(1000), {}, both, 0};
}

Error mailRefusal(const QByteArray &head, const Error &fallback)
{
    static const QRegularExpression refusal(
        QStringLiteral("^(?:\\S+ (?:NO|BAD)|-ERR|\\* BYE)\\b\\s*(?:\\[([^\\]]*)\\])?\\s*(.*)$"));
    const QList<QByteArray> lines = linesOf(head);
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        const auto match = refusal.match(QString::fromUtf8(*it));
        if (!match.hasMatch())
            continue;
        Error error = fallback;
        error.code = match.captured(1);
        error.detail = match.captured(2).left(1000);
        if (error.code == u"UNAVAILABLE" || error.code == u"SYS/TEMP" || error.code == u"IN-USE" ||
            error.code == u"LOGIN-DELAY" || error.code == u"LIMIT")
            error.kind = Error::Kind::Limited;
        else if (error.code == u"NONEXISTENT" || error.code == u"TRYCREATE")
            error.kind = Error::Kind::NotFound;
        else if (error.kind != Error::Kind::Unauthorized)
            error.kind = Error::Kind::Forbidden;
        return error;
    }
    return fallback;
}

} // namespace wire
