// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a small message: header lines folded, everything beyond ASCII encoded.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace wire {

struct Message
{
    QString from; // address
    QString fromName;
    QStringList to; // addresses
    QString subject;
    QString text;
    QDateTime date;
    QString id; // without the angle brackets; empty = a new one
};

// RFC 5322 with RFC 2047 words and a quoted-printable UTF-8 body; lines end with CRLF and are at
// most 78 characters long where they can be broken.
QByteArray compose(const Message &message);

// "Subject: …" of unstructured text: folded, encoded where it must be.
QByteArray headerLine(const QByteArray &name, const QString &text);

// The body in RFC 2045 6.7, lines up to 76 characters.
QByteArray quotedPrintable(const QByteArray &text);

} // namespace wire
