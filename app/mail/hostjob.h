// SPDX-License-Identifier: GPL-3.0-or-later
// Long work on the mail host: a rotation of DKIM keys, say. It goes on without us, across restarts
// of the host.
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"

namespace mail {

enum class HostJobState
{
    Waiting, // for a time (`nextAt`) or for the world (name servers)
    Running,
    Done,
    Failed,
    Cancelled
};

template <>
struct Words<HostJobState>
{
    static constexpr std::array<std::pair<HostJobState, const char *>, 5> list{
        {{HostJobState::Waiting, "waiting"},
         {HostJobState::Running, "running"},
         {HostJobState::Done, "done"},
         {HostJobState::Failed, "failed"},
         {HostJobState::Cancelled, "cancelled"}}};
};

struct HostJob
{
    qint64 service = 0;
    qint64 id = 0;
    QString work;  // "dkim-rotation", "security-check"
    QString about; // what it works on: a domain
    std::optional<HostJobState> state;
    std::optional<QString> step; // of its work: "publish", "seen", "sign", "retire"
    std::optional<int> done;     // steps of
    std::optional<int> total;    // these
    std::optional<QString> note; // one English sentence: what it waits for, why it failed
    std::optional<QDateTime> startedAt;
    std::optional<QDateTime> nextAt; // Waiting: when it looks again
    std::optional<QDateTime> endedAt;

    static constexpr auto kind = "job";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &HostJob::service, ReadOnly},
                          Field{"id", &HostJob::id, ReadOnly},
                          Field{"work", &HostJob::work, ReadOnly},
                          Field{"about", &HostJob::about, ReadOnly},
                          Field{"state", &HostJob::state, ReadOnly | Volatile},
                          Field{"step", &HostJob::step, ReadOnly | Volatile},
                          Field{"done", &HostJob::done, ReadOnly | Volatile},
                          Field{"total", &HostJob::total, ReadOnly | Volatile},
                          Field{"note", &HostJob::note, ReadOnly | Volatile},
                          Field{"started_at", &HostJob::startedAt, ReadOnly},
                          Field{"next_at", &HostJob::nextAt, ReadOnly | Volatile},
                          Field{"ended_at", &HostJob::endedAt, ReadOnly | Volatile}};
    }
    bool isOver() const
    {
        return state && *state != HostJobState::Waiting && *state != HostJobState::Running;
    }
    bool operator==(const HostJob &) const = default;
};

} // namespace mail
