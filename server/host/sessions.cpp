// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/sessions.h"

#include "app/base/log.h"

#include <QRegularExpression>

namespace host {

namespace {

bool isMailProcess(const ProcessState &state)
{
    return state.name == "imap" || state.name == "pop3" || state.name == "managesieve";
}

} // namespace

std::optional<LoginLine> LoginLine::parse(const QByteArray &line)
{
    // Nobody's input can look like this: it begins with Dovecot's name for its process, and no user
    // name may hold an angle bracket.
    static const QRegularExpression form(QStringLiteral(
        "^\\S+ (imap|pop3|managesieve)-login: Info: Login: user=<([^>]*)>.* mpid=(\\d+), "
        ".*grant=<(\\d+)\\.(\\d+)>"));
    if (!line.contains("-login: Info: Login: "))
        return {};
    const auto match = form.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return {};
    LoginLine login;
    login.service =
        match.captured(1) == u"managesieve" ? QStringLiteral("sieve") : match.captured(1);
    login.address = match.captured(2);
    login.pid = match.captured(3).toInt();
    login.device = match.captured(4).toLongLong();
    login.grant = match.captured(5).toLongLong();
    return login;
}

QString activeMailbox(const QByteArray &line)
{
    // As above: it begins with Dovecot's own words, and no user name may hold a bracket.
    static const QRegularExpression form(
        QStringLiteral("^\\S+ (lmtp|imap|pop3)\\(([^()<>]+)\\)<\\d+><[^>]*>: Info: (.*)$"));
    if (!line.contains(": Info: ") || line.contains("-login: "))
        return {};
    const auto match = form.match(QString::fromUtf8(line));
    const QStringView service = match.capturedView(1);
    const QStringView said = match.capturedView(3);
    if (!match.hasMatch() || (service != u"lmtp" && !said.startsWith(u"Disconnected: ")) ||
        (service == u"pop3" && said.contains(u" del=0/"))) // which can only delete
        return {};
    return match.captured(2);
}

Sessions::Sessions(std::function<bool(qint64)> granted)
    : m_granted(std::move(granted))
{
}

bool Sessions::begin(const LoginLine &login)
{
    const auto state = processState(login.pid);
    if (!state || !isMailProcess(*state))
        return true; // over already
    const Session session{
        {login.pid, state->startTime}, login.address, login.service, login.device};
    {
        QMutexLocker lock(&m_mutex);
        m_sessions.insert(login.pid, session);
        if (m_sessions.size() >= m_pruneAt)
            prune();
    }
    // Noted first, asked second: a cut that does not see it yet published before this question.
    if (m_granted(login.grant))
        return true;
    if (const auto ended = end({session}); !ended)
        qCWarning(lcHost, "%s", qPrintable(ended.error().detail));
    return false;
}

void Sessions::prune()
{
    for (auto it = m_sessions.begin(); it != m_sessions.end();)
        if (identify(it->process.pid) == it->process)
            ++it;
        else
            it = m_sessions.erase(it);
    m_pruneAt = qMax<qsizetype>(256, m_sessions.size() * 2);
}

Result<void> Sessions::cut(const QList<qint64> &devices)
{
    return cutIf(
        [&](const QString &, const QString &, qint64 device) { return devices.contains(device); });
}

Result<void> Sessions::cutAddress(const QString &address)
{
    return cutIf([&](const QString &its, const QString &, qint64) { return its == address; });
}

Result<void> Sessions::cutIf(const Condition &condition)
{
    QList<Session> doomed;
    {
        QMutexLocker lock(&m_mutex);
        doomed = m_sessions.values();
    }
    doomed.removeIf([&](const Session &session) {
        return !condition(session.address, session.service, session.device);
    });
    return end(doomed);
}

Result<void> Sessions::end(const QList<Session> &sessions)
{
    QList<Identity> processes;
    for (const Session &session : sessions) {
        const auto state = processState(session.process.pid);
        if (state && isMailProcess(*state))
            processes.append(session.process);
    }
    const bool all = endProcesses(processes, std::chrono::milliseconds(700));
    {
        QMutexLocker lock(&m_mutex);
        for (const Session &session : sessions)
            if (const auto it = m_sessions.find(session.process.pid);
                it != m_sessions.end() && it->process == session.process)
                m_sessions.erase(it);
    }
    if (!all)
        return Error{Error::Kind::Internal,
                     QStringLiteral("A mail session did not end within a second"),
                     {},
                     {},
                     0};
    return {};
}

} // namespace host
