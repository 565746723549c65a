// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/milter.h"

#include <QtEndian>

namespace host {

// Postfix itself stops a header at 100 kB, and libmilter a part of the body at 64 kB.
static constexpr quint32 largestPacket = 256 * 1024;

QByteArray milterBytes(char command, const QByteArray &data)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(1 + data.size()), bytes.data());
    return bytes + command + data;
}

Result<std::optional<MilterPacket>> takeMilterPacket(QByteArray &buffer)
{
    if (buffer.size() < 4)
        return std::optional<MilterPacket>();
    const quint32 size = qFromBigEndian<quint32>(buffer.constData());
    if (size == 0 || size > largestPacket)
        return Error{
            Error::Kind::Protocol, QStringLiteral("a packet of %1 bytes").arg(size), {}, {}, 0};
    if (buffer.size() < 4 + qsizetype(size))
        return std::optional<MilterPacket>();
    MilterPacket packet{buffer[4], buffer.mid(5, size - 1)};
    buffer.remove(0, 4 + qsizetype(size));
    return std::optional(std::move(packet));
}

} // namespace host
