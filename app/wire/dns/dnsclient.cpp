// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/dnsclient.h"

#include "app/wire/dns/socket.h"

#include <QHash>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace wire {

namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int slice = 50; // ms: how late a cancellation may be noticed
constexpr qsizetype largestUdp = 4096;

const Error cancelledError{Error::Kind::Cancelled, {}, {}, {}, 0};

Error unreachable(const DnsServer &server)
{
    return {Error::Kind::Offline,
            QStringLiteral("No DNS server answers at %1.").arg(server.text()),
            {},
            QStringLiteral("unreachable"),
            0};
}

Error malformed(const DnsQuestion &question, const DnsServer &server)
{
    return {Error::Kind::Protocol,
            QStringLiteral("The answer of %1 for %2 %3 cannot be read.")
                .arg(server.text(), QString::fromUtf8(question.name),
                     QString::fromLatin1(typeWord(question.type))),
            {},
            QStringLiteral("malformed"),
            0};
}

// Letters in a case that a forger would have to guess, too.
QByteArray spelled(const QByteArray &name)
{
    QByteArray out = name;
    quint32 bits = 0;
    int left = 0;
    for (char &c : out) {
        const char lower = char(c | 0x20);
        if (lower < 'a' || lower > 'z')
            continue;
        if (left == 0) {
            bits = QRandomGenerator::global()->generate();
            left = 32;
        }
        c = bits & 1 ? lower : char(lower & ~0x20);
        bits >>= 1;
        --left;
    }
    return out;
}

int leftUntil(SteadyClock::time_point deadline)
{
    return int(std::chrono::duration_cast<milliseconds>(deadline - SteadyClock::now()).count());
}

} // namespace

QString DnsServer::text() const
{
    QString out = QString::fromLatin1(address);
    if (port != 53)
        out += u'@' + QString::number(port);
    return out;
}

std::optional<DnsServer> serverFromText(QByteArrayView text)
{
    QByteArray address = text.trimmed().toByteArray();
    int port = 53;
    const auto cutPort = [&](qsizetype at) {
        bool ok = false;
        port = address.mid(at + 1).toInt(&ok);
        address.truncate(at);
        return ok && port > 0 && port <= 65535;
    };
    if (address.startsWith('[')) {
        const qsizetype close = address.indexOf(']');
        if (close < 0)
            return {};
        if (close + 1 < address.size() && (address[close + 1] != ':' || !cutPort(close + 1)))
            return {};
        address = address.mid(1, close - 1);
    } else if (const qsizetype at = address.indexOf('@'); at > 0) {
        if (!cutPort(at))
            return {};
    } else if (address.count(':') == 1) {
        if (!cutPort(address.indexOf(':')))
            return {};
    }
    if (!IpAddress::parse(address))
        return {};
    return DnsServer{address, quint16(port)};
}

DnsClient::DnsClient(const DnsServer &server, const ClientSettings &settings)
    : m_server(server)
    , m_settings(settings)
    , m_places(settings.window)
{
}

bool DnsClient::takePlace(bool wait)
{
    std::unique_lock lock(m_mutex);
    if (m_places == 0 && wait)
        m_free.wait_for(lock, milliseconds(slice), [this] { return m_places > 0; });
    if (m_places == 0)
        return false;
    --m_places;
    return true;
}

void DnsClient::givePlaces(int count)
{
    if (count == 0)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_places += count;
    }
    m_free.notify_all();
}

// One call of ask(): what is under way, and what of it must be asked again.
struct DnsClient::Batch
{
    struct Open
    {
        qsizetype question = 0;
        QByteArray name; // as spelled
        SteadyClock::time_point again, deadline;
        int tries = 0;
        bool edns = true;
        bool unreadable = false; // something came, and was no DNS packet
    };

    DnsClient &client;
    const QList<DnsQuestion> &questions;
    QList<Result<DnsPacket>> out;
    Socket socket;
    QHash<quint16, Open> open;               // by id
    QList<std::pair<qsizetype, bool>> byTcp; // question, EDNS
    bool refused = false;                    // nobody listens there

    QuestionFlags flags(bool edns) const
    {
        const ClientSettings &settings = client.m_settings;
        return {settings.recursion, settings.signatures, settings.signatures, edns};
    }
    void send(quint16 id, Open &one)
    {
        const ClientSettings &settings = client.m_settings;
        ++one.tries;
        one.again = SteadyClock::now() + milliseconds(settings.timeoutMs / settings.tries);
        const DnsQuestion &question = questions[one.question];
        qsizetype sent = 0;
        // what a full queue did not take is sent by the next try
        if (socket.send(questionPacket(id, one.name, question.type, flags(one.edns)), 0, &sent) ==
            Socket::Outcome::Refused)
            refused = true;
    }
    void begin(qsizetype question)
    {
        quint16 id = 0;
        do
            id = quint16(QRandomGenerator::global()->generate());
        while (open.contains(id));
        Open one;
        one.question = question;
        one.name = spelled(canonicalName(questions[question].name));
        one.deadline = SteadyClock::now() + milliseconds(client.m_settings.timeoutMs);
        send(id, open.insert(id, one).value());
    }
    void end(quint16 id, const Result<DnsPacket> &result)
    {
        out[open.value(id).question] = result;
        open.remove(id);
        client.givePlaces(1);
    }
    void take(const QByteArray &bytes)
    {
        if (bytes.size() < 2)
            return;
        const auto id = quint16(quint8(bytes[0]) << 8 | quint8(bytes[1]));
        const auto found = open.find(id);
        if (found == open.end())
            return; // late, or somebody's guess
        const auto packet = parsePacket(bytes);
        if (!packet || !packet->response) {
            found->unreadable = true;
            return;
        }
        const DnsQuestion &question = questions[found->question];
        // a server that could not even read the question may leave it out (RFC 6891, 7)
        const bool refusesEdns = (packet->rcode == 1 || packet->rcode == 4) && found->edns;
        if (refusesEdns &&
            (packet->questionName.isEmpty() || packet->questionName == found->name)) {
            found->edns = false;
            send(id, *found);
            return;
        }
        if (packet->questionType != question.type ||
            canonicalName(packet->questionName) != canonicalName(question.name))
            return;
        if (packet->truncated || packet->questionName != found->name) {
            // too large, or a server that does not keep the spelling: TCP proves it as well
            byTcp.append({found->question, found->edns});
            end(id, cancelledError);
            return;
        }
        end(id, *packet);
    }
};

QList<Result<DnsPacket>> DnsClient::ask(const QList<DnsQuestion> &questions, Progress &progress)
{
    const auto address = IpAddress::parse(m_server.address);
    QList<Result<DnsPacket>> failed(questions.size(), Result<DnsPacket>(cancelledError));
    if (!address)
        return QList<Result<DnsPacket>>(questions.size(), Result<DnsPacket>(unreachable(m_server)));
    Batch batch{*this, questions, failed, {Socket::Kind::Udp, *address, m_server.port},
                {},    {},        false};
    qsizetype next = 0;
    QByteArray bytes;
    batch.refused = !batch.socket.isOpen();
    while (!batch.refused && (next < questions.size() || !batch.open.isEmpty()) &&
           !progress.cancelled()) {
        for (; next < questions.size(); ++next) {
            const QByteArray &name = questions[next].name;
            if (!name.isEmpty() && name != "." && !isUsableName(name)) {
                batch.out[next] = Error::invalid(
                    QStringLiteral("name"),
                    QStringLiteral("\"%1\" is not a DNS name.").arg(QString::fromUtf8(name)));
                continue;
            }
            if (!takePlace(batch.open.isEmpty()))
                break;
            batch.begin(next);
        }
        if (batch.open.isEmpty())
            continue;
        for (;;) {
            bytes.resize(0);
            const Socket::Outcome outcome = batch.socket.receive(&bytes, largestUdp);
            if (outcome == Socket::Outcome::Done) {
                batch.take(bytes);
                continue;
            }
            batch.refused = batch.refused || outcome == Socket::Outcome::Refused;
            break;
        }
        if (batch.refused || batch.open.isEmpty())
            continue;
        int patience = slice;
        QList<quint16> over;
        const auto now = SteadyClock::now();
        for (auto it = batch.open.begin(); it != batch.open.end(); ++it) {
            if (now >= it->deadline)
                over.append(it.key());
            else if (now >= it->again && it->tries < m_settings.tries)
                batch.send(it.key(), *it);
            else
                patience = std::clamp(leftUntil(std::min(it->again, it->deadline)), 1, patience);
        }
        for (const quint16 id : std::as_const(over)) {
            const DnsQuestion &question = questions[batch.open.value(id).question];
            batch.end(id, batch.open.value(id).unreadable
                              ? malformed(question, m_server)
                              : dnsTimeout(question.name, question.type));
        }
        if (!batch.open.isEmpty())
            batch.socket.wait(patience);
    }
    givePlaces(int(batch.open.size()));
    if (batch.refused && !progress.cancelled()) {
        for (const Batch::Open &one : std::as_const(batch.open))
            batch.out[one.question] = unreachable(m_server);
        for (; next < questions.size(); ++next)
            batch.out[next] = unreachable(m_server);
    }
    for (const auto &[question, edns] : std::as_const(batch.byTcp))
        batch.out[question] = askByTcp(questions[question], edns, progress);
    return batch.out;
}

Result<DnsPacket> DnsClient::askByTcp(const DnsQuestion &question, bool edns, Progress &progress)
{
    const auto address = IpAddress::parse(m_server.address);
    const auto deadline = SteadyClock::now() + milliseconds(m_settings.timeoutMs);
    const auto id = quint16(QRandomGenerator::global()->generate());
    const QByteArray packet =
        questionPacket(id, canonicalName(question.name), question.type,
                       {m_settings.recursion, m_settings.signatures, m_settings.signatures, edns});
    QByteArray out;
    out += char(packet.size() >> 8);
    out += char(packet.size());
    out += packet;
    Socket socket(Socket::Kind::Tcp, *address, m_server.port);
    if (!socket.isOpen())
        return unreachable(m_server);
    QByteArray in;
    qsizetype sent = 0;
    const auto wanted = [&] {
        return in.size() < 2 ? 2 : 2 + (quint8(in[0]) << 8 | quint8(in[1]));
    };
    while (in.size() < 2 || in.size() < wanted()) {
        if (progress.cancelled())
            return cancelledError;
        const int left = leftUntil(deadline);
        if (left <= 0)
            return dnsTimeout(question.name, question.type);
        Socket::Outcome outcome;
        if (sent < out.size()) {
            qsizetype part = 0;
            outcome = socket.send(out, sent, &part);
            sent += part;
        } else {
            outcome = socket.receive(&in, wanted() - in.size());
        }
        if (outcome == Socket::Outcome::Refused)
            return in.isEmpty() ? unreachable(m_server) : malformed(question, m_server);
        if (outcome == Socket::Outcome::Again)
            socket.wait(std::min(left, slice), sent < out.size());
    }
    const auto answer = parsePacket(in.mid(2));
    if (!answer || !answer->response || answer->id != id || answer->questionType != question.type ||
        canonicalName(answer->questionName) != canonicalName(question.name))
        return malformed(question, m_server);
    return *answer;
}

} // namespace wire
