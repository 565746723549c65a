// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/mime.h"

#include "app/mail/domain.h"

#include <QLocale>
#include <QUuid>

#include <algorithm>

namespace wire {

namespace {

constexpr int lineLength = 78;
constexpr int wordLength = 75; // RFC 2047 2: of an encoded word
constexpr int wordFrame = 12;  // of which charset, encoding and question marks

// A value never ends its line.
QString flat(QString text)
{
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control)
            c = u' ';
    return text.trimmed();
}

bool needsEncoding(const QString &text)
{
    // "=?" in plain text would be read as an encoded word
    return text.contains(u"=?") ||
           std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() > 126; });
}

// RFC 2047 words in base64, never cut inside a character.
QList<QByteArray> encodedWords(const QString &text, int firstRoom)
{
    QList<QByteArray> words;
    QByteArray chunk;
    const auto room = [&] {
        const int length = words.isEmpty() ? std::min(firstRoom, wordLength) : wordLength;
        return std::max(3, (length - wordFrame) / 4 * 3);
    };
    const auto flush = [&] {
        if (!chunk.isEmpty())
            words.append("=?UTF-8?B?" + chunk.toBase64() + "?=");
        chunk.clear();
    };
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype units =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate() ? 2
                                                                                             : 1;
        const QByteArray bytes = text.mid(i, units).toUtf8();
        if (!chunk.isEmpty() && chunk.size() + bytes.size() > room())
            flush();
        chunk.append(bytes);
        i += units;
    }
    flush();
    return words;
}

QByteArray folded(const QByteArray &name, const QList<QByteArray> &words)
{
    QByteArray line = name + ':';
    qsizetype length = line.size();
    for (const QByteArray &word : words) {
        if (length + 1 + word.size() > lineLength && length > name.size() + 1) {
            line += "\r\n";
            length = 0;
        }
        line += ' ' + word;
        length += 1 + word.size();
    }
    return line + "\r\n";
}

QByteArray addressOf(const QString &address)
{
    return '<' + mail::addressForWire(flat(address)).remove(u'<').remove(u'>').toUtf8() + '>';
}

} // namespace

QByteArray headerLine(const QByteArray &name, const QString &text)
{
    const QString value = flat(text);
    const auto longWord = [](const QString &word) { return word.size() > lineLength - 1; };
    const QStringList parts = value.split(u' ', Qt::SkipEmptyParts);
    if (needsEncoding(value) || std::any_of(parts.cbegin(), parts.cend(), longWord))
        return folded(name, encodedWords(value, lineLength - int(name.size()) - 2));
    QList<QByteArray> words;
    for (const QString &part : value.split(u' '))
        words.append(part.toUtf8());
    return folded(name, words);
}

QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray out;
    qsizetype length = 0;
    const auto put = [&](const QByteArray &piece) {
        if (length + piece.size() > 75) { // room for the "=" that joins
            out += "=\r\n";
            length = 0;
        }
        out += piece;
        length += piece.size();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        if (c == '\n') {
            out += "\r\n";
            length = 0;
            continue;
        }
        const bool last = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
        const bool blank = (c == ' ' || c == '\t') && !last;
        const bool plain = (c >= 33 && c <= 126 && c != '=') || blank;
        // a dot alone and "From " are safe everywhere when they are encoded
        const bool delicate = length == 0 && (c == '.' || c == 'F');
        if (plain && !delicate)
            put(QByteArray(1, c));
        else
            put('=' + QByteArray(1, c).toHex().toUpper());
    }
    if (length > 0)
        out += "\r\n";
    return out;
}

QByteArray compose(const Message &message)
{
    QString id = flat(message.id);
    if (id.isEmpty()) {
        const QString domain = mail::addressForWire(message.from).section(u'@', -1);
        id = QUuid::createUuid().toString(QUuid::WithoutBraces) + u'@' +
             (domain.isEmpty() ? QStringLiteral("localhost") : flat(domain));
    }
    const QDateTime date = message.date.isValid() ? message.date : QDateTime::currentDateTimeUtc();
    QByteArray out;
    out +=
        "Date: " + date.toOffsetFromUtc(date.offsetFromUtc()).toString(Qt::RFC2822Date).toLatin1() +
        "\r\n";
    QList<QByteArray> from;
    if (const QString name = flat(message.fromName); !name.isEmpty()) {
        if (needsEncoding(name)) {
            from = encodedWords(name, lineLength - 6);
        } else {
            QString quoted = name;
            quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
            from.append('"' + quoted.toUtf8() + '"');
        }
    }
    from.append(addressOf(message.from));
    out += folded("From", from);
    QList<QByteArray> to;
    for (const QString &address : message.to)
        to.append(addressOf(address) + ',');
    if (!to.isEmpty()) {
        to.last().chop(1);
        out += folded("To", to);
    }
    out += headerLine("Subject", message.subject);
    out += folded("Message-ID", {'<' + id.toUtf8() + '>'});
    out += "MIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: quoted-printable\r\n"
           "\r\n";
    out += quotedPrintable(message.text.toUtf8());
    return out;
}

} // namespace wire
