// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/unboundresolver.h"

#include "app/wire/dns/answers.h"

#include <QStringList>

#include <unbound.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#ifndef Q_OS_WIN
#include <poll.h>
#endif

namespace wire {

namespace {

using SteadyClock = std::chrono::steady_clock;

// The root zone's key signing keys (IANA root-anchors.xml: KSK-2017 and KSK-2024).
constexpr const char *rootAnchors[] = {
    ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
    ". IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16"};

// Every byte that could mean something in presentation form goes as \DDD.
QByteArray escapedName(const QByteArray &name)
{
    QByteArray out;
    for (const QByteArray &label : labelsOf(name)) {
        for (const char c : label) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (plain)
                out += c;
            else
                out += '\\' + QByteArray::number(uchar(c)).rightJustified(3, '0');
        }
        out += '.';
    }
    return out;
}

struct Waiting
{
    std::mutex mutex;
    std::condition_variable ready;
    int open = 0;
    struct Slot
    {
        bool done = false;
        int error = 0;
        ub_result *result = nullptr;
    };
    std::vector<Slot> answers;
    ~Waiting()
    {
        for (Slot &slot : answers)
            ub_resolve_free(slot.result);
    }
};

// Owned by libunbound from asking until the callback; by the asker again when cancelled before.
struct Ticket
{
    std::shared_ptr<Waiting> waiting;
    size_t slot = 0;
};

void answered(void *data, int error, ub_result *result)
{
    const std::unique_ptr<Ticket> ticket(static_cast<Ticket *>(data));
    Waiting &waiting = *ticket->waiting;
    const std::lock_guard lock(waiting.mutex);
    waiting.answers[ticket->slot] = {true, error, result};
    --waiting.open;
    waiting.ready.notify_all();
}

// "name [TTL] [IN] DS|DNSKEY data", nothing when it is not that: the library notices a wrong one
// only when it first asks.
std::optional<DnsRecord> anchorFromText(const QByteArray &line)
{
    QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() < 3)
        return {};
    const QByteArray owner = words.takeFirst();
    if (!words.isEmpty() && !words.constFirst().isEmpty() && isdigit(uchar(words.constFirst()[0])))
        words.removeFirst();
    if (!words.isEmpty() && words.constFirst().toUpper() == "IN")
        words.removeFirst();
    if (words.isEmpty() || (owner != "." && !isUsableName(owner)))
        return {};
    const QByteArray type = words.takeFirst().toUpper();
    if (type != "DS" && type != "DNSKEY")
        return {};
    return recordFromText(owner, *typeFromWord(type), words.join(' '));
}

QList<QByteArray> anchorTexts(const DnsSettings &settings)
{
    QList<QByteArray> texts = settings.trustAnchors;
    if (texts.isEmpty() && !settings.withoutRoot)
        texts = {rootAnchors[0], rootAnchors[1]};
    for (const DnsStub &stub : settings.stubs)
        texts += stub.trustAnchors;
    return texts;
}

// Libunbound's words for "not even the root's keys could be had".
bool isWithoutRootKeys(const DnsAnswer &answer)
{
    return answer.security == DnsSecurity::Bogus &&
           (answer.why.contains(QLatin1String("for trust anchor . ")) ||
            answer.why.contains(QLatin1String("key for validation . ")));
}

Error wrongServer(const QByteArray &address)
{
    return Error::invalid(
        QStringLiteral("servers"),
        QStringLiteral("%1 is not the address of a DNS server.").arg(QString::fromUtf8(address)));
}

QString labelOf(const QList<DnsServer> &servers)
{
    QStringList texts;
    for (const DnsServer &server : servers)
        texts.append(server.text());
    return texts.join(QLatin1String(", "));
}

Error refused(const QString &what, int code)
{
    return {Error::Kind::Internal,
            QStringLiteral("%1: %2").arg(what, QString::fromLatin1(ub_strerror(code))),
            {},
            QStringLiteral("unbound-%1").arg(code),
            0};
}

} // namespace

const DnsStub *DnsSettings::stubFor(QByteArrayView name) const
{
    const DnsStub *closest = nullptr;
    for (const DnsStub &stub : stubs)
        if (isSameOrBelow(name, stub.zone) && (!closest || isSameOrBelow(stub.zone, closest->zone)))
            closest = &stub;
    return closest;
}

QList<DnsRecord> DnsSettings::anchors() const
{
    QList<DnsRecord> out;
    for (const QByteArray &text : anchorTexts(*this))
        if (const auto anchor = anchorFromText(text))
            out.append(*anchor);
    return out;
}

bool DnsSettings::isValidated(const DnsStub &stub) const
{
    const QList<DnsRecord> trusted = validate ? anchors() : QList<DnsRecord>();
    return std::any_of(trusted.cbegin(), trusted.cend(), [&](const DnsRecord &anchor) {
        return !anchor.name.isEmpty() && isSameOrBelow(stub.zone, anchor.name);
    });
}

struct UnboundResolver::State
{
    DnsSettings settings;
    QString label;
    ub_ctx *context = nullptr;
    std::thread pump;
    std::atomic<bool> stop{false};

    void run()
    {
        while (!stop) {
#ifdef Q_OS_WIN
            if (ub_poll(context))
                ub_process(context);
            else
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
#else
            pollfd fd{ub_fd(context), POLLIN, 0};
            if (poll(&fd, 1, 100) > 0)
                ub_process(context);
#endif
        }
    }
    Result<DnsAnswer> judge(const DnsQuestion &question, const Waiting::Slot &slot) const;
};

Result<DnsAnswer> UnboundResolver::State::judge(const DnsQuestion &question,
                                                const Waiting::Slot &slot) const
{
    if (slot.error != 0)
        return dnsFailure(question.name, question.type, 2,
                          QString::fromLatin1(ub_strerror(slot.error)));
    const ub_result &result = *slot.result;
    DnsAnswer answer;
    answer.name = canonicalName(question.name);
    answer.type = question.type;
    answer.rcode = result.rcode;
    const DnsStub *const stub = settings.stubFor(answer.name);
    answer.server = stub ? labelOf(stub->servers) : label;
    const bool isReachable = stub && settings.isValidated(*stub);
    answer.security = !settings.validate || (settings.withoutRoot && !isReachable)
                          ? DnsSecurity::Unchecked
                      : result.secure ? DnsSecurity::Secure
                      : result.bogus  ? DnsSecurity::Bogus
                                      : DnsSecurity::Insecure;
    if (result.bogus) {
        answer.why = QString::fromUtf8(result.why_bogus);
        answer.rcode = 0;
    } else if (result.rcode != 0 && result.rcode != 3) {
        return dnsFailure(question.name, question.type, result.rcode);
    }
    answer.ttl = quint32(std::max(result.ttl, 0));
    if (!result.answer_packet || result.answer_len <= 0)
        return answer;
    const auto packet =
        parsePacket(QByteArray(static_cast<const char *>(result.answer_packet), result.answer_len));
    if (!packet)
        return Error{Error::Kind::Protocol,
                     QStringLiteral("The answer for %1 cannot be read.")
                         .arg(QString::fromUtf8(question.name)),
                     {},
                     QStringLiteral("malformed"),
                     0};
    readAnswer(*packet, answer);
    answer.ttl = quint32(std::max(result.ttl, 0));
    return answer;
}

Result<std::shared_ptr<UnboundResolver>> UnboundResolver::create(const DnsSettings &settings)
{
    auto state = std::make_unique<State>();
    state->settings = settings;
    ub_ctx *const context = ub_ctx_create();
    if (!context)
        return Error{
            Error::Kind::Internal, QStringLiteral("libunbound could not start."), {}, {}, 0};
    state->context = context;
    ub_ctx_debugout(context, nullptr); // it would write to stderr
    const auto give = [&](const Error &error) {
        ub_ctx_delete(context);
        return error;
    };
    const bool forwards = settings.way != DnsSettings::Way::Recursion;
    const std::pair<const char *, const char *> options[] = {
        {"do-not-query-localhost:", "no"},
        {"qname-minimisation:", forwards ? "no" : "yes"},
        {"unblock-lan-zones:", "yes"},
        {"insecure-lan-zones:", "yes"},
        {"edns-buffer-size:", "1232"},
        {"use-caps-for-id:", forwards ? "no" : "yes"}, // 0x20 where we meet the owner's servers
        {"num-queries-per-thread:", "2048"},
        {"outgoing-range:", "512"},
        {"module-config:", settings.validate ? "validator iterator" : "iterator"},
    };
    for (const auto &[name, value] : options)
        if (const int code = ub_ctx_set_option(context, name, value))
            return give(refused(QString::fromLatin1(name), code));
    switch (settings.way) {
    case DnsSettings::Way::System: {
        // without the file only this machine's own server is asked (resolv.conf(5))
        const int code = ub_ctx_resolvconf(context, nullptr);
        if (code == UB_READFILE ? ub_ctx_set_fwd(context, "127.0.0.1") : code)
            return give(refused(QStringLiteral("The resolver of this machine"), code));
        state->label = QStringLiteral("system resolver");
        break;
    }
    case DnsSettings::Way::Servers:
        if (settings.servers.isEmpty())
            return give(Error::invalid(QStringLiteral("servers"),
                                       QStringLiteral("No DNS server is given.")));
        for (const DnsServer &server : settings.servers)
            if (!IpAddress::parse(server.address) ||
                ub_ctx_set_fwd(context, server.text().toLatin1().constData()) != 0)
                return give(wrongServer(server.address));
        state->label = labelOf(settings.servers);
        break;
    case DnsSettings::Way::Recursion:
        state->label = QStringLiteral("full recursion");
        break;
    }
    for (const DnsStub &stub : settings.stubs) {
        if (!isUsableName(stub.zone) || stub.servers.isEmpty())
            return give(
                Error::invalid(QStringLiteral("stubs"),
                               QStringLiteral("\"%1\" cannot be asked at servers of its own: %2.")
                                   .arg(QString::fromUtf8(stub.zone),
                                        stub.servers.isEmpty() ? QStringLiteral("none is given")
                                                               : QStringLiteral("it is no name"))));
        for (const DnsServer &server : stub.servers)
            if (!IpAddress::parse(server.address) ||
                ub_ctx_set_stub(context, escapedName(stub.zone).constData(),
                                server.text().toLatin1().constData(), 0) != 0)
                return give(wrongServer(server.address));
    }
    if (settings.validate) {
        for (const QByteArray &anchor : anchorTexts(settings))
            if (!anchorFromText(anchor) || ub_ctx_add_ta(context, anchor.constData()) != 0)
                return give(Error::invalid(QStringLiteral("trustAnchors"),
                                           QStringLiteral("\"%1\" is not a DS or DNSKEY record.")
                                               .arg(QString::fromUtf8(anchor))));
        // What the world's DNS says about a private zone (mostly that it does not exist) must not
        // make its answers bogus.
        for (const DnsStub &stub : settings.stubs)
            if (!settings.isValidated(stub))
                if (const int code = ub_ctx_set_option(
                        context, "domain-insecure:", escapedName(stub.zone).constData()))
                    return give(refused(QStringLiteral("domain-insecure"), code));
    }
    // A thread instead of a process; must come before the first call that finalises the context.
    ub_ctx_async(context, 1);
    // Names that the library answers by itself and that a private zone may well hold.
    for (const char *zone : {"test.", "invalid.", "onion.", "localhost.", "127.in-addr.arpa."}) {
        const bool stubbed =
            std::any_of(settings.stubs.cbegin(), settings.stubs.cend(),
                        [&](const DnsStub &stub) { return isSameOrBelow(stub.zone, zone); });
        if (QByteArrayView(zone) == "localhost." && !stubbed)
            continue;
        if (const int code = ub_ctx_zone_remove(context, zone))
            return give(refused(QStringLiteral("zone_remove"), code));
    }
    std::shared_ptr<UnboundResolver> resolver(new UnboundResolver(std::move(state)));
    return resolver;
}

UnboundResolver::UnboundResolver(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
    m_state->pump = std::thread([s = m_state.get()] { s->run(); });
}

UnboundResolver::~UnboundResolver()
{
    m_state->stop = true;
    m_state->pump.join();
    ub_ctx_delete(m_state->context);
}

Result<DnsAnswer> UnboundResolver::query(const QByteArray &name, RecordType type,
                                         Progress &progress)
{
    return queryAll({{name, type}}, progress).constFirst();
}

std::shared_ptr<UnboundResolver> UnboundResolver::unvalidating()
{
    const std::lock_guard lock(m_mutex);
    if (!m_unvalidating) {
        DnsSettings settings = m_state->settings;
        settings.withoutRoot = true;
        if (auto made = create(settings))
            m_unvalidating = *made;
    }
    return m_unvalidating;
}

QList<Result<DnsAnswer>> UnboundResolver::queryAll(const QList<DnsQuestion> &questions,
                                                   Progress &progress)
{
    const DnsSettings &settings = m_state->settings;
    QList<Result<DnsAnswer>> out = ask(questions, progress);
    // Whoever gave anchors wants to know that they do not match; recursion meets the root itself.
    if (!settings.validate || settings.withoutRoot || !settings.trustAnchors.isEmpty() ||
        settings.way == DnsSettings::Way::Recursion)
        return out;
    QList<qsizetype> open;
    QList<DnsQuestion> again;
    for (qsizetype i = 0; i < out.size(); ++i)
        if (out[i] && isWithoutRootKeys(*out[i])) {
            open.append(i);
            again.append(questions[i]);
        }
    if (again.isEmpty())
        return out;
    const auto other = unvalidating();
    if (!other)
        return out;
    const QList<Result<DnsAnswer>> answers = other->ask(again, progress);
    for (qsizetype i = 0; i < open.size(); ++i)
        out[open[i]] = answers[i];
    return out;
}

QList<Result<DnsAnswer>> UnboundResolver::ask(const QList<DnsQuestion> &questions,
                                              Progress &progress)
{
    const Error cancelled{Error::Kind::Cancelled, {}, {}, {}, 0};
    QList<Result<DnsAnswer>> out(questions.size(), Result<DnsAnswer>(cancelled));
    auto waiting = std::make_shared<Waiting>();
    waiting->answers.resize(size_t(questions.size()));
    struct Asked
    {
        qsizetype question;
        int id;
        Ticket *ticket;
    };
    QList<Asked> asked;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const DnsQuestion &question = questions[i];
        const bool root = question.name.isEmpty() || question.name == ".";
        if (!root && !isUsableName(question.name)) {
            out[i] = Error::invalid(
                QStringLiteral("name"),
                QStringLiteral("\"%1\" is not a DNS name.").arg(QString::fromUtf8(question.name)));
            continue;
        }
        if (progress.cancelled())
            continue;
        auto *ticket = new Ticket{waiting, size_t(i)};
        {
            const std::lock_guard lock(waiting->mutex);
            ++waiting->open;
        }
        int id = 0;
        const QByteArray name = root ? QByteArray(".") : escapedName(question.name);
        if (const int code = ub_resolve_async(m_state->context, name.constData(),
                                              int(question.type), 1, ticket, answered, &id)) {
            delete ticket;
            const std::lock_guard lock(waiting->mutex);
            --waiting->open;
            out[i] = refused(QStringLiteral("ub_resolve_async"), code);
            continue;
        }
        asked.append({i, id, ticket});
    }
    const auto deadline =
        SteadyClock::now() + std::chrono::milliseconds(m_state->settings.timeoutMs);
    std::unique_lock lock(waiting->mutex);
    while (waiting->open > 0 && !progress.cancelled() && SteadyClock::now() < deadline)
        waiting->ready.wait_until(
            lock, std::min(deadline, SteadyClock::now() + std::chrono::milliseconds(50)));
    lock.unlock();
    for (const Asked &question : std::as_const(asked)) {
        Waiting::Slot slot;
        {
            const std::lock_guard again(waiting->mutex);
            slot = waiting->answers[size_t(question.question)];
        }
        const DnsQuestion &what = questions[question.question];
        if (!slot.done) {
            // Once cancelled there will be no callback; otherwise it is on its way and frees the
            // ticket itself.
            if (ub_cancel(m_state->context, question.id) == 0)
                delete question.ticket;
            out[question.question] =
                progress.cancelled() ? cancelled : dnsTimeout(what.name, what.type);
            continue;
        }
        out[question.question] = m_state->judge(what, slot);
    }
    return out;
}

} // namespace wire
