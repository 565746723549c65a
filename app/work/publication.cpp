// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/publication.h"

#include "app/check/dns/zonedraft.h"
#include "app/wire/dns/zonetext.h"

#include <QCoreApplication>

#include <thread>

namespace work {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Publication)
};

Error cancelledError() { return {Error::Kind::Cancelled, {}, {}, {}, 0}; }

bool tells(const Result<wire::DnsAnswer> &answer, const check::RecordToPublish &record)
{
    const auto type = wire::typeFromWord(record.type.toLatin1());
    if (!answer || !type || answer->security == wire::DnsSecurity::Bogus)
        return false;
    for (const wire::DnsRecord &there : answer->records)
        if (check::sameValue(*type, wire::targetOf(there), record.value))
            return true;
    return false;
}

} // namespace

Result<Missing> missingOf(const check::Proposal &proposal, wire::Resolver &resolver,
                          Progress &progress)
{
    const auto ask = [&](const QList<check::RecordToPublish> &records) {
        QList<wire::DnsQuestion> questions;
        for (const check::RecordToPublish &record : records)
            questions.append(
                {record.name.toUtf8(),
                 wire::typeFromWord(record.type.toLatin1()).value_or(wire::RecordType::TXT)});
        return resolver.queryAll(questions, progress);
    };
    Missing missing;
    const auto published = ask(proposal.publish);
    const auto withdrawn = ask(proposal.withdraw);
    if (progress.cancelled())
        return cancelledError();
    for (qsizetype i = 0; i < proposal.publish.size(); ++i)
        if (!tells(published.at(i), proposal.publish.at(i)))
            missing.publish.append(proposal.publish.at(i));
    for (qsizetype i = 0; i < proposal.withdraw.size(); ++i)
        if (tells(withdrawn.at(i), proposal.withdraw.at(i)))
            missing.withdraw.append(proposal.withdraw.at(i));
    return missing;
}

Result<void> waitUntilPublished(const check::Proposal &proposal, const MakeDns &make,
                                std::chrono::milliseconds pause, std::chrono::milliseconds limit,
                                Progress &progress)
{
    using Clock = std::chrono::steady_clock;
    const int all = int(proposal.publish.size() + proposal.withdraw.size());
    const auto until = Clock::now() + limit;
    for (;;) {
        const auto dns = make();
        if (!dns)
            return dns.error();
        const auto missing = missingOf(proposal, *dns->resolver, progress);
        if (!missing)
            return missing.error();
        const int open = int(missing->publish.size() + missing->withdraw.size());
        progress.step(all - open, all,
                      Text::tr("%1 of %2 records are seen").arg(all - open).arg(all));
        if (missing->isEmpty())
            return {};
        const auto next = Clock::now() + pause;
        if (next > until)
            return Error{Error::Kind::Offline,
                         Text::tr("The records are still not seen. DNS may take up to 48 hours."),
                         {},
                         QStringLiteral("timeout"),
                         0};
        while (Clock::now() < next) {
            if (progress.cancelled())
                return cancelledError();
            std::this_thread::sleep_for(
                std::min<Clock::duration>(std::chrono::milliseconds(50), next - Clock::now()));
        }
    }
}

} // namespace work
