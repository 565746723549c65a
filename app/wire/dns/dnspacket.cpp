// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/dnspacket.h"

namespace wire {

namespace {

class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    bool ok() const { return m_ok; }
    qsizetype at() const { return m_at; }
    void seek(qsizetype at) { m_at = at; }

    quint8 u8()
    {
        if (m_at + 1 > m_bytes.size()) {
            m_ok = false;
            return 0;
        }
        return quint8(m_bytes[m_at++]);
    }
    quint16 u16()
    {
        const auto high = u8();
        return quint16(high << 8 | u8());
    }
    quint32 u32()
    {
        const quint32 high = u16();
        return high << 16 | u16();
    }
    QByteArray take(qsizetype count)
    {
        if (count < 0 || m_at + count > m_bytes.size()) {
            m_ok = false;
            return {};
        }
        const QByteArray out = m_bytes.mid(m_at, count);
        m_at += count;
        return out;
    }
    // A pointer must lead back to before where this name began, so every chain ends.
    QByteArray name()
    {
        QByteArray out;
        out.reserve(64);
        qsizetype at = m_at;
        qsizetype lowest = m_at;
        qsizetype end = -1;
        qsizetype total = 0;
        for (;;) {
            if (at >= m_bytes.size())
                return fail();
            const auto length = quint8(m_bytes[at]);
            if (length == 0) {
                ++at;
                break;
            }
            if ((length & 0xc0) == 0xc0) {
                if (at + 1 >= m_bytes.size())
                    return fail();
                const qsizetype target = (length & 0x3f) << 8 | quint8(m_bytes[at + 1]);
                if (end < 0)
                    end = at + 2;
                if (target >= lowest)
                    return fail();
                lowest = target;
                at = target;
                continue;
            }
            if (length > 63 || at + 1 + length > m_bytes.size())
                return fail();
            total += length + 1;
            if (total > 254)
                return fail();
            if (!out.isEmpty())
                out += '.';
            for (const char c : QByteArrayView(m_bytes).sliced(at + 1, length)) {
                if (c == '.' || c == '\\') // as nameOf()
                    out += '\\';
                out += c;
            }
            at += 1 + length;
        }
        m_at = end < 0 ? at : end;
        return out;
    }

private:
    QByteArray fail()
    {
        m_ok = false;
        m_at = m_bytes.size();
        return {};
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

// Reads data of `length` bytes at the reader; whatever does not fit stays raw.
void readData(Reader &in, const QByteArray &packet, qsizetype length, DnsRecord &record)
{
    const qsizetype begin = in.at();
    const qsizetype end = begin + length;
    const QByteArray raw = packet.mid(begin, length);
    Reader r(packet);
    r.seek(begin);
    decltype(record.data) data = RawData{raw};
    const auto left = [&] { return end - r.at(); };
    switch (record.type) {
    case RecordType::A:
    case RecordType::AAAA: {
        const bool v6 = record.type == RecordType::AAAA;
        if (length == (v6 ? 16 : 4)) {
            data = IpAddress::fromBytes(raw.constData(), v6);
            r.seek(end);
        }
        break;
    }
    case RecordType::NS:
    case RecordType::CNAME:
    case RecordType::DNAME:
    case RecordType::PTR:
        data = NameData(r.name());
        break;
    case RecordType::MX: {
        MxData mx;
        mx.preference = r.u16();
        mx.host = r.name();
        data = mx;
        break;
    }
    case RecordType::TXT:
    case RecordType::SPF: {
        TxtData strings;
        while (r.ok() && left() > 0) {
            const int size = r.u8();
            if (size > left())
                return void(record.data = RawData{raw});
            strings.append(r.take(size));
        }
        data = strings;
        break;
    }
    case RecordType::SRV: {
        SrvData srv;
        srv.priority = r.u16();
        srv.weight = r.u16();
        srv.port = r.u16();
        srv.target = r.name();
        data = srv;
        break;
    }
    case RecordType::TLSA:
    case RecordType::SMIMEA: {
        TlsaData tlsa;
        tlsa.usage = r.u8();
        tlsa.selector = r.u8();
        tlsa.matching = r.u8();
        tlsa.data = r.take(left());
        data = tlsa;
        break;
    }
    case RecordType::CAA: {
        CaaData caa;
        caa.flags = r.u8();
        const int size = r.u8();
        caa.tag = r.take(size);
        caa.value = r.take(left());
        data = caa;
        break;
    }
    case RecordType::SOA: {
        SoaData soa;
        soa.primary = r.name();
        soa.contact = r.name();
        for (quint32 *n : {&soa.serial, &soa.refresh, &soa.retry, &soa.expire, &soa.minimum})
            *n = r.u32();
        data = soa;
        break;
    }
    case RecordType::DS: {
        DsData ds;
        ds.tag = r.u16();
        ds.algorithm = r.u8();
        ds.digestType = r.u8();
        ds.digest = r.take(left());
        data = ds;
        break;
    }
    case RecordType::DNSKEY: {
        DnskeyData key;
        key.flags = r.u16();
        key.protocol = r.u8();
        key.algorithm = r.u8();
        key.key = r.take(left());
        data = key;
        break;
    }
    case RecordType::SSHFP: {
        SshfpData print;
        print.algorithm = r.u8();
        print.digestType = r.u8();
        print.digest = r.take(left());
        data = print;
        break;
    }
    case RecordType::RRSIG: {
        RrsigData sig;
        sig.covered = RecordType(r.u16());
        sig.algorithm = r.u8();
        sig.labels = r.u8();
        sig.ttl = r.u32();
        sig.expiration = r.u32();
        sig.inception = r.u32();
        sig.tag = r.u16();
        sig.signer = r.name();
        sig.signature = r.take(left());
        data = sig;
        break;
    }
    default:
        r.seek(end);
        break;
    }
    record.data = r.ok() && r.at() == end ? data : decltype(record.data)(RawData{raw});
}

bool readSection(Reader &in, const QByteArray &packet, int count, QList<DnsRecord> &records)
{
    for (int i = 0; i < count; ++i) {
        DnsRecord record;
        record.name = in.name();
        record.type = RecordType(in.u16());
        in.u16(); // class
        record.ttl = in.u32();
        const int length = in.u16();
        if (!in.ok() || in.at() + length > packet.size())
            return false;
        const qsizetype end = in.at() + length;
        readData(in, packet, length, record);
        in.seek(end);
        if (int(record.type) != 41) // OPT
            records.append(record);
    }
    return true;
}

void put16(QByteArray &out, uint value)
{
    out += char(value >> 8);
    out += char(value);
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, value >> 16);
    put16(out, value & 0xffff);
}

// As labelsOf(): a dot at the end means nothing, escapes are resolved.
void putName(QByteArray &out, const QByteArray &name)
{
    qsizetype length = out.size(); // where this label's length stands
    if (!name.isEmpty() && name != ".") {
        out += '\0';
        for (qsizetype i = 0; i < name.size(); ++i) {
            char c = name[i];
            if (c == '.' && i + 1 == name.size())
                break;
            if (c == '.') {
                out[length] = char(out.size() - length - 1);
                length = out.size();
                out += '\0';
                continue;
            }
            if (c == '\\' && i + 1 < name.size())
                c = name[++i];
            out += c;
        }
        out[length] = char(out.size() - length - 1);
    }
    out += '\0';
}

} // namespace

std::optional<DnsPacket> parsePacket(const QByteArray &bytes)
{
    Reader in(bytes);
    DnsPacket packet;
    packet.id = in.u16();
    const uint flags = in.u16();
    packet.response = flags & 0x8000;
    packet.authoritative = flags & 0x0400;
    packet.truncated = flags & 0x0200;
    packet.recursionDesired = flags & 0x0100;
    packet.recursionAvailable = flags & 0x0080;
    packet.authenticated = flags & 0x0020;
    packet.rcode = flags & 0x000f;
    const int questions = in.u16();
    const int answers = in.u16();
    const int authority = in.u16();
    in.u16(); // additional: nothing of it is used
    if (!in.ok() || questions > 1)
        return {};
    if (questions == 1) {
        packet.questionName = in.name();
        packet.questionType = RecordType(in.u16());
        in.u16();
        if (!in.ok())
            return {};
    }
    if (packet.truncated && (!readSection(in, bytes, answers, packet.answers)))
        return packet; // what was cut off is asked again over TCP
    if (!packet.truncated && (!readSection(in, bytes, answers, packet.answers) ||
                              !readSection(in, bytes, authority, packet.authority)))
        return {};
    return packet;
}

QByteArray questionPacket(quint16 id, const QByteArray &name, RecordType type,
                          const QuestionFlags &flags)
{
    QByteArray out;
    put16(out, id);
    put16(out, (flags.recursion ? 0x0100u : 0u) | (flags.unchecked ? 0x0010u : 0u) |
                   0x0020u); // AD: tell us if you validated (RFC 6840 5.7)
    put16(out, 1);
    put16(out, 0);
    put16(out, 0);
    put16(out, flags.edns ? 1 : 0);
    putName(out, name);
    put16(out, uint(type));
    put16(out, 1);
    if (!flags.edns)
        return out;
    out += '\0'; // OPT
    put16(out, 41);
    put16(out, 1232);
    put32(out, flags.signatures ? 0x8000 : 0);
    put16(out, 0);
    return out;
}

QByteArray responsePacket(const DnsPacket &packet)
{
    QByteArray out;
    put16(out, packet.id);
    put16(out, (packet.response ? 0x8000u : 0u) | (packet.authoritative ? 0x0400u : 0u) |
                   (packet.truncated ? 0x0200u : 0u) | (packet.recursionDesired ? 0x0100u : 0u) |
                   (packet.recursionAvailable ? 0x0080u : 0u) |
                   (packet.authenticated ? 0x0020u : 0u) | uint(packet.rcode & 15));
    put16(out, 1);
    put16(out, uint(packet.answers.size()));
    put16(out, uint(packet.authority.size()));
    put16(out, 0);
    putName(out, packet.questionName);
    put16(out, uint(packet.questionType));
    put16(out, 1);
    for (const QList<DnsRecord> *section : {&packet.answers, &packet.authority})
        for (const DnsRecord &record : *section) {
            putName(out, record.name);
            put16(out, uint(record.type));
            put16(out, 1);
            put32(out, record.ttl);
            const QByteArray data = rdataOf(record);
            put16(out, uint(data.size()));
            out += data;
        }
    return out;
}

QByteArray rdataOf(const DnsRecord &record)
{
    QByteArray out;
    if (const auto *raw = record.as<RawData>()) {
        out = raw->bytes;
    } else if (const auto *ip = record.as<IpAddress>()) {
        out = ip->raw();
    } else if (const auto *name = record.as<NameData>()) {
        putName(out, *name);
    } else if (const auto *mx = record.as<MxData>()) {
        put16(out, mx->preference);
        putName(out, mx->host);
    } else if (const auto *strings = record.as<TxtData>()) {
        for (const QByteArray &string : *strings) {
            out += char(string.size());
            out += string;
        }
    } else if (const auto *srv = record.as<SrvData>()) {
        put16(out, srv->priority);
        put16(out, srv->weight);
        put16(out, srv->port);
        putName(out, srv->target);
    } else if (const auto *tlsa = record.as<TlsaData>()) {
        out += char(tlsa->usage);
        out += char(tlsa->selector);
        out += char(tlsa->matching);
        out += tlsa->data;
    } else if (const auto *caa = record.as<CaaData>()) {
        out += char(caa->flags);
        out += char(caa->tag.size());
        out += caa->tag;
        out += caa->value;
    } else if (const auto *soa = record.as<SoaData>()) {
        putName(out, soa->primary);
        putName(out, soa->contact);
        for (const quint32 n : {soa->serial, soa->refresh, soa->retry, soa->expire, soa->minimum})
            put32(out, n);
    } else if (const auto *ds = record.as<DsData>()) {
        put16(out, ds->tag);
        out += char(ds->algorithm);
        out += char(ds->digestType);
        out += ds->digest;
    } else if (const auto *key = record.as<DnskeyData>()) {
        put16(out, key->flags);
        out += char(key->protocol);
        out += char(key->algorithm);
        out += key->key;
    } else if (const auto *print = record.as<SshfpData>()) {
        out += char(print->algorithm);
        out += char(print->digestType);
        out += print->digest;
    } else if (const auto *sig = record.as<RrsigData>()) {
        put16(out, uint(sig->covered));
        out += char(sig->algorithm);
        out += char(sig->labels);
        for (const quint32 n : {sig->ttl, sig->expiration, sig->inception})
            put32(out, n);
        put16(out, sig->tag);
        putName(out, sig->signer);
        out += sig->signature;
    }
    return out;
}

} // namespace wire
