// SPDX-License-Identifier: GPL-3.0-or-later
// A mail-hosting service of canned answers.
#pragma once

#include "app/backend/hostingapi.h"
#include "tests/support/scriptedpeer.h"

#include <QJsonDocument>

#include <map>
#include <mutex>

class FarSide
{
public:
    FarSide()
        : m_peer([this](const PeerRequest &request) { return answer(request); })
    {
    }

    // "GET /1/accounts": these answers in order, the last for good.
    void on(const QByteArray &operation, const QList<PeerAnswer> &answers)
    {
        const std::lock_guard lock(m_mutex);
        m_answers[operation] = answers;
    }
    void on(const QByteArray &operation, const QByteArray &data) { on(operation, {success(data)}); }

    static PeerAnswer success(const QByteArray &data, const QByteArray &more = {})
    {
        return PeerAnswer::json(200, "{\"result\":\"success\",\"data\":" + data + more + "}");
    }
    static PeerAnswer failure(int status, const QByteArray &code,
                              const QByteArray &description = "Words", const QByteArray &more = {})
    {
        return PeerAnswer::json(status, "{\"result\":\"error\",\"error\":{\"code\":\"" + code +
                                            "\",\"description\":\"" + description + "\"" + more +
                                            "}}");
    }

    QString url() const { return m_peer.url(); }
    HttpPeer &peer() { return m_peer; }

    // The requests of one operation, with the query.
    QList<PeerRequest> heard(const QByteArray &operation) const
    {
        QList<PeerRequest> list;
        for (const PeerRequest &request : m_peer.requests())
            if (operationOf(request) == operation)
                list.append(request);
        return list;
    }
    QJsonObject lastBody(const QByteArray &operation) const
    {
        const auto list = heard(operation);
        return list.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(list.last().body).object();
    }

    mail::Account account(mail::AccountKind kind = mail::AccountKind::Server) const
    {
        mail::Account account;
        account.id = QStringLiteral("a");
        account.kind = kind;
        account.url = url();
        return account;
    }
    static Secret token() { return Secret(QByteArray("tok-en-value")); }

    static QByteArray operationOf(const PeerRequest &request)
    {
        const qsizetype query = request.target.indexOf('?');
        return request.method + ' ' + (query < 0 ? request.target : request.target.left(query));
    }

private:
    PeerAnswer answer(const PeerRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_answers.find(operationOf(request));
        if (it == m_answers.end())
            return failure(404, "method_not_found");
        return it->second.size() > 1 ? it->second.takeFirst() : it->second.value(0);
    }

    std::mutex m_mutex;
    std::map<QByteArray, QList<PeerAnswer>> m_answers;
    HttpPeer m_peer; // last: it stops before the rest goes
};

// Time that passes when somebody waits.
struct HandClock
{
    std::shared_ptr<std::atomic<qint64>> ms = std::make_shared<std::atomic<qint64>>(0);

    backend::Stopwatch stopwatch() const
    {
        return {[ms = ms] { return ms->load(); }, [ms = ms](qint64 pause) { *ms += pause; }};
    }
};
