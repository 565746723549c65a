// SPDX-License-Identifier: GPL-3.0-or-later
// What was said on a connection, line by line, to be shown to people. Secrets are masked while they
// are written down, never afterwards: Authorization and cookies of HTTP, LOGIN, AUTHENTICATE, AUTH
// and PASS of the mail protocols with the lines that answer a challenge, and every text given to
// hide().
#pragma once

#include "app/base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace wire {

class Transcript
{
public:
    enum class Who
    {
        Client,
        Server,
        Note // what we say about it: addresses, TLS version, certificate
    };

    struct Line
    {
        Who who = Who::Note;
        QString text;

        bool operator==(const Line &) const = default;
    };

    static constexpr int maxLines = 2000;
    static constexpr int maxLineLength = 1000; // characters; the rest is cut and said so

    // From now on neither this text nor its usual base64 forms are written down.
    void hide(const Secret &secret, const QString &user = {});
    // Bytes as they come, whole lines or not.
    void add(Who who, QByteArrayView bytes);
    void note(const QString &text);

    QList<Line> lines() const; // with what is not a whole line yet
    QString text() const;      // "C: …", "S: …", "*  …", one line each
    bool isCut() const { return m_cut; }

private:
    void addLine(Who who, const QByteArray &line);
    QByteArray masked(Who who, QByteArray line);

    QList<Line> m_lines;
    QList<QByteArray> m_hidden;
    QByteArray m_rest[2];            // of Client and Server
    bool m_inAuthentication = false; // the client's next line answers a challenge
    bool m_cut = false;
};

} // namespace wire
