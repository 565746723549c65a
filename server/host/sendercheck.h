// SPDX-License-Identifier: GPL-3.0-or-later
// Postfix checks the envelope sender only; this checks what people see (S-76): on submission every
// address in From: and Sender: must be one that the login may write as. It speaks Postfix's side of
// the milter protocol (version 6) itself: five commands, one thread, and nothing global, where
// libmilter takes the process's signals and up to five seconds to end.
#pragma once

#include "app/base/result.h"
#include "server/host/submitter.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <thread>

namespace host {

// What a message says of its author, as far as the check needs it.
struct AuthorLines
{
    QList<QByteArray> from;
    QList<QByteArray> sender;
    bool tooLong = false;
};

// Empty = may be sent; else the sentence of the refusal. `mayWriteAs` are lower-case addresses.
QString refusal(const AuthorLines &lines, const QString &mailbox, const QStringList &mayWriteAs);

class SenderCheck
{
public:
    struct Questions // asked from the check's own thread
    {
        // Their errors are for now: the message may come again.
        std::function<Result<bool>(const Submitter &)> maySubmit;
        std::function<Result<QStringList>(const QString &mailbox)> senders; // besides its own
        std::function<void(const Submitter &)> submits;                     // a message begins
    };

    explicit SenderCheck(Questions questions);
    ~SenderCheck();

    // `group` -1: nobody but this user may connect.
    Result<void> listen(const QString &socket, int group);
    void stop();

private:
    struct Connection;
    void loop();
    bool take(Connection &connection);
    QByteArray answer(Connection &connection, char command, const QByteArray &data);
    QByteArray begin(Connection &connection) const;
    QByteArray judge(const Connection &connection) const;

    Questions m_questions;
    std::thread m_thread;
    int m_listener = -1;
    int m_wake = -1;
};

} // namespace host
