// SPDX-License-Identifier: GPL-3.0-or-later
// The limits and the trust of a connection: one table for every protocol.
#pragma once

#include <QString>

namespace wire {

struct Options
{
    QString caFile; // PEM, trusted in addition to the system's; empty = the system's only
    int connectTimeout = 10'000;       // ms: name, TCP and TLS together
    int idleTimeout = 30'000;          // ms without a byte in either direction
    int totalTimeout = 300'000;        // ms for one request with everything
    qint64 maxBody = 64 * 1024 * 1024; // bytes, after decompression

    bool operator==(const Options &) const = default;
};

} // namespace wire
