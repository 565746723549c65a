// SPDX-License-Identifier: GPL-3.0-or-later
// Handing in one message as a mail program does; looking at what a mail host offers a stranger.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/login.h"
#include "app/wire/transcript.h"

namespace wire {

struct Envelope
{
    QString sender; // of the envelope; empty = the null sender
    QStringList recipients;
};

// `message`: header and body with CRLF line ends (mime.h). An empty message only logs in and
// leaves. An empty login.user does not authenticate. Errors: as of Http; a refusal has the server's
// reply code in `code` ("535 5.7.8", "550 5.1.1") and its words in `detail`: Unauthorized (login),
// NotFound (no such address), Limited (4xx, 552), Forbidden (the rest of 5xx).
Result<void> smtpSend(const Login &login, const Envelope &envelope, const QByteArray &message,
                      Progress &progress, Transcript *transcript = nullptr);

struct SmtpHost
{
    QByteArray name;             // for TLS and to be called by
    QList<QByteArray> addresses; // empty: the system finds them
    int port = 25;
};

// What a mail host says before anybody tells who they are.
struct SmtpGreeting
{
    QString address;        // that answered
    int code = 0;           // 220: it takes mail
    QString banner;         // the words behind the code
    QStringList extensions; // of the first EHLO: "STARTTLS", "SIZE 209715200"
    bool offersTls = false;
    bool isEncrypted = false;
    QString tlsVersion; // "TLSv1.3"
    QString cipher;
    QList<QByteArray> certificates; // DER, its own first
    QString tlsProblem;             // why TLS was offered and did not come about
};

// Connects, greets, asks for TLS where it is offered, and leaves; no mail is sent. Certificates are
// shown, not judged. Errors: Offline (nobody answers there: "connect", "timeout", "cut"), Protocol
// (what answers is no mail host), Cancelled.
Result<SmtpGreeting> smtpGreeting(const SmtpHost &host, const Options &options, Progress &progress,
                                  Transcript *transcript = nullptr);

} // namespace wire
