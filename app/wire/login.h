// SPDX-License-Identifier: GPL-3.0-or-later
// Where and as whom a mail program logs in.
#pragma once

#include "app/base/error.h"
#include "app/base/secret.h"
#include "app/wire/options.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace wire {

enum class Tls
{
    Implicit, // from the first byte: 993, 995, 465
    StartTls  // asked for and insisted on: 143, 110, 587
};

struct Login
{
    QString host;
    int port = 0;
    Tls tls = Tls::Implicit;
    QString user; // the full address
    Secret password;
    Options options; // with the certificate file
};

// What a mail server showed us after a login.
struct Probe
{
    QStringList folders; // IMAP
    int messages = 0;    // POP3: in the mailbox
    QByteArray message;  // the text that was asked for, empty when there is none
};

// The far side's refusal as an error: kind by reply code, `code` "535 5.7.8", detail its words.
// `head` is everything the server said, the last reply last.
Error smtpRefusal(const QByteArray &head, int code);
// "NO [AUTHENTICATIONFAILED] …" and "-ERR [AUTH] …": kind, code in brackets, words.
Error mailRefusal(const QByteArray &head, const Error &fallback);

} // namespace wire
