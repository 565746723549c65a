// SPDX-License-Identifier: GPL-3.0-or-later
// From a request to an answer: who asks, what for, may they, is it well formed; then the route's
// own function. Thread-safe; knows no socket.
#pragma once

#include "app/base/clock.h"
#include "app/base/secret.h"
#include "server/api/route.h"
#include "server/api/throttle.h"

#include <QHash>

#include <shared_mutex>

namespace api {

class Router
{
public:
    Router(Context context, const Clock &clock);

    Response answer(Request &request);

    // How long a token or an answer may be remembered while this program commits nothing: another
    // program's commits are seen after that.
    static constexpr qint64 tokenMemory = 2;            // seconds
    static constexpr qsizetype answerMemory = 2000;     // answers …
    static constexpr qsizetype answerLimit = 64 * 1024; // … of at most so many bytes

private:
    struct Known
    {
        db::Caller caller;
        std::optional<QDateTime> expiresAt;
        quint64 generation = 0; // of the database
        QDateTime since;
    };

    // An answer that holds as long as nothing is committed: programs ask the same again and again.
    struct Remembered
    {
        Response response;
        quint64 generation = 0;
        QDateTime since;
    };
    std::optional<Response> remembered(const QByteArray &key, const QDateTime &now);
    void remember(const QByteArray &key, const Response &response, quint64 generation,
                  const QDateTime &now);

    Response dispatch(Request &request, const db::Caller &caller);
    Response performed(const Route &route, const Request &request, const db::Caller &caller);
    Result<db::Caller> callerOf(const Request &request);
    const Route *find(const QByteArray &method, const QList<QByteArray> &parts,
                      Request &request) const;
    bool isDocumented(const QByteArray &method, const QList<QByteArray> &parts) const;
    Result<void> permit(const Route &route, Request &request, const db::Caller &caller) const;
    Result<void> permitZone(const Route &route, Request &request, const db::Caller &caller) const;

    Context m_context;
    const Clock &m_clock;
    FailureThrottle m_failures;
    std::shared_mutex m_tokensMutex;
    QHash<QByteArray, Known> m_tokens; // by digest
    std::shared_mutex m_answersMutex;
    QHash<QByteArray, Remembered> m_answers; // by token and target
};

} // namespace api
