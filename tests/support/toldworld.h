// SPDX-License-Identifier: GPL-3.0-or-later
// A world whose name servers and looks are told by the story.
#pragma once

#include "server/work/world.h"

#include <QMap>

#include <mutex>

class ToldWorld final : public hostwork::World
{
public:
    Result<QStringList> lacking(const QByteArray &name, const QByteArray &text,
                                Progress &progress) override
    {
        const std::lock_guard lock(m_mutex);
        if (progress.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        m_asked.append(QString::fromLatin1(name));
        if (m_failure)
            return *m_failure;
        if (m_published.value(name) == text)
            return QStringList();
        return QStringList{QStringLiteral("ns1.elsewhere.example does not have it")};
    }

    Result<mail::SecuritySnapshot> look(const hostwork::LookRequest &request,
                                        Progress &progress) override
    {
        const std::lock_guard lock(m_mutex);
        if (progress.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        m_requests.append(request);
        if (m_failure)
            return *m_failure;
        mail::SecuritySnapshot look{request.domain, request.at, {}, m_records};
        mail::Finding finding;
        finding.code = m_code;
        finding.facts = {{QStringLiteral("domain"), request.domain}};
        look.findings = {finding};
        return look;
    }

    // What stories tell and ask.
    void publish(const QByteArray &name, const QByteArray &text)
    {
        const std::lock_guard lock(m_mutex);
        m_published.insert(name, text);
    }
    void failWith(std::optional<Error> error)
    {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(error);
    }
    void show(const QString &code, const QList<mail::Published> &records)
    {
        const std::lock_guard lock(m_mutex);
        m_code = code;
        m_records = records;
    }
    QStringList asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    QList<hostwork::LookRequest> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    mutable std::mutex m_mutex;
    QMap<QByteArray, QByteArray> m_published;
    QStringList m_asked;
    QList<hostwork::LookRequest> m_requests;
    std::optional<Error> m_failure;
    QString m_code = QStringLiteral("spf-none");
    QList<mail::Published> m_records;
};
