// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/ipaddress.h"

#include <algorithm>

namespace wire {

std::optional<IpAddress> IpAddress::parse4(QByteArrayView text)
{
    IpAddress ip;
    qsizetype at = 0;
    for (int i = 0; i < 4; ++i) {
        if (i > 0 && (at >= text.size() || text[at++] != '.'))
            return {};
        int value = 0;
        const qsizetype begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 3)
            value = value * 10 + (text[at++] - '0');
        if (at == begin || value > 255 || (at - begin > 1 && text[begin] == '0'))
            return {};
        ip.bytes[size_t(i)] = quint8(value);
    }
    if (at != text.size())
        return {};
    return ip;
}

std::optional<IpAddress> IpAddress::parse6(QByteArrayView text)
{
    IpAddress ip;
    ip.v6 = true;
    std::array<quint16, 8> words{};
    int count = 0;
    int gap = -1;
    qsizetype at = 0;
    if (text.startsWith("::")) {
        gap = 0;
        at = 2;
    } else if (text.startsWith(":")) {
        return {};
    }
    while (at < text.size()) {
        if (count == 8)
            return {};
        const qsizetype colon = text.indexOf(':', at);
        const QByteArrayView piece = text.sliced(at, (colon < 0 ? text.size() : colon) - at);
        if (piece.contains('.')) {
            const auto tail = parse4(piece);
            if (colon >= 0 || count > 6 || !tail)
                return {};
            words[size_t(count++)] = quint16(tail->bytes[0] << 8 | tail->bytes[1]);
            words[size_t(count++)] = quint16(tail->bytes[2] << 8 | tail->bytes[3]);
            at = text.size();
            break;
        }
        if (piece.isEmpty() || piece.size() > 4)
            return {};
        int value = 0;
        for (const char c : piece) {
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return {};
            value = value * 16 + digit;
        }
        words[size_t(count++)] = quint16(value);
        if (colon < 0) {
            at = text.size();
            break;
        }
        at = colon + 1;
        if (at == text.size())
            return {}; // a single colon at the end
        if (text[at] == ':') {
            if (gap >= 0)
                return {};
            gap = count;
            ++at;
        }
    }
    if (gap < 0 ? count != 8 : count > 7)
        return {};
    if (gap >= 0) {
        std::copy_backward(words.begin() + gap, words.begin() + count, words.end());
        std::fill(words.begin() + gap, words.end() - (count - gap), quint16(0));
    }
    for (size_t i = 0; i < 8; ++i) {
        ip.bytes[2 * i] = quint8(words[i] >> 8);
        ip.bytes[2 * i + 1] = quint8(words[i]);
    }
    return ip;
}

std::optional<IpAddress> IpAddress::parse(QByteArrayView text)
{
    return text.contains(':') ? parse6(text) : parse4(text);
}

IpAddress IpAddress::fromBytes(const char *data, bool v6)
{
    IpAddress ip;
    ip.v6 = v6;
    std::copy_n(reinterpret_cast<const quint8 *>(data), ip.size(), ip.bytes.begin());
    return ip;
}

QByteArray IpAddress::text() const
{
    if (!v6)
        return QByteArray::number(bytes[0]) + '.' + QByteArray::number(bytes[1]) + '.' +
               QByteArray::number(bytes[2]) + '.' + QByteArray::number(bytes[3]);
    int bestBegin = -1;
    int bestLength = 1; // a single zero word is not shortened
    for (int i = 0; i < 8;) {
        int end = i;
        while (end < 8 && bytes[2 * size_t(end)] == 0 && bytes[2 * size_t(end) + 1] == 0)
            ++end;
        if (end - i > bestLength) {
            bestBegin = i;
            bestLength = end - i;
        }
        i = end > i ? end : i + 1;
    }
    if (unmapped().v6 == false)
        return "::ffff:" + unmapped().text();
    QByteArray out;
    for (int i = 0; i < 8; ++i) {
        if (i == bestBegin) {
            out += "::";
            i += bestLength - 1;
            continue;
        }
        if (!out.isEmpty() && !out.endsWith(':'))
            out += ':';
        out += QByteArray::number(bytes[2 * size_t(i)] << 8 | bytes[2 * size_t(i) + 1], 16);
    }
    return out;
}

IpAddress IpAddress::unmapped() const
{
    if (!v6)
        return *this;
    const bool mapped =
        std::all_of(bytes.begin(), bytes.begin() + 10, [](quint8 b) { return b == 0; }) &&
        bytes[10] == 0xff && bytes[11] == 0xff;
    return mapped ? fromBytes(reinterpret_cast<const char *>(bytes.data()) + 12, false) : *this;
}

IpAddress IpAddress::masked(int prefix) const
{
    IpAddress out = *this;
    for (int i = 0; i < size(); ++i) {
        const int keep = std::clamp(prefix - 8 * i, 0, 8);
        out.bytes[size_t(i)] &= quint8(0xff00 >> keep);
    }
    return out;
}

bool IpAddress::isIn(const IpAddress &network, int prefix) const
{
    return v6 == network.v6 && masked(prefix) == network.masked(prefix);
}

QByteArray IpAddress::reverseName() const
{
    QByteArray out;
    if (!v6) {
        for (int i = 3; i >= 0; --i)
            out += QByteArray::number(bytes[size_t(i)]) + '.';
        return out + "in-addr.arpa";
    }
    for (int i = 15; i >= 0; --i) {
        out += QByteArray::number(bytes[size_t(i)] & 15, 16) + '.';
        out += QByteArray::number(bytes[size_t(i)] >> 4, 16) + '.';
    }
    return out + "ip6.arpa";
}

} // namespace wire
