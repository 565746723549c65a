// SPDX-License-Identifier: GPL-3.0-or-later
// An IPv4 or IPv6 address as 16 bytes, read strictly: no short forms, no leading zeros, no scopes.
#pragma once

#include <QByteArray>

#include <array>
#include <optional>

namespace wire {

struct IpAddress
{
    bool v6 = false;
    std::array<quint8, 16> bytes{}; // IPv4 uses the first four

    static std::optional<IpAddress> parse(QByteArrayView text);
    static std::optional<IpAddress> parse4(QByteArrayView text);
    static std::optional<IpAddress> parse6(QByteArrayView text);
    static IpAddress fromBytes(const char *data, bool v6);

    int size() const { return v6 ? 16 : 4; }
    int bits() const { return v6 ? 128 : 32; }
    QByteArray raw() const { return {reinterpret_cast<const char *>(bytes.data()), size()}; }
    QByteArray text() const; // RFC 5952

    // ::ffff:a.b.c.d is a.b.c.d; anything else is itself.
    IpAddress unmapped() const;
    IpAddress masked(int prefix) const;
    // Same family and the first `prefix` bits equal.
    bool isIn(const IpAddress &network, int prefix) const;
    // "1.2.0.192.in-addr.arpa", "b.a.….ip6.arpa"
    QByteArray reverseName() const;

    bool operator==(const IpAddress &) const = default;
    auto operator<=>(const IpAddress &) const = default;
};

} // namespace wire
