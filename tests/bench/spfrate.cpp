// SPDX-License-Identifier: GPL-3.0-or-later
// SPF evaluations per second when many domains are judged at once: every domain once, by a resolver
// that knows nothing at the beginning.
//
//   bench_spfrate ZONE PORT JOBS    reads "domain ip expected" lines; prints evaluations per second
#include "app/check/dns/spf.h"
#include "app/wire/dns/resolvers.h"

#include <QElapsedTimer>

#include <cstdio>
#include <thread>

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    struct Case
    {
        QByteArray domain, expected;
        wire::IpAddress ip;
    };
    std::vector<Case> cases;
    char domain[256], ip[64], expected[16];
    while (std::scanf("%255s %63s %15s", domain, ip, expected) == 3)
        cases.push_back({domain, expected, *wire::IpAddress::parse(ip)});
    wire::DnsSettings settings;
    settings.way = wire::DnsSettings::Way::Servers;
    settings.servers = {{"127.0.0.1", quint16(std::atoi(argv[2]))}};
    settings.stubs = {{argv[1], settings.servers, {}}};
    QElapsedTimer timer;
    timer.start();
    const auto resolver = wire::makeResolver(settings);
    if (!resolver)
        return 1;
    std::atomic<size_t> next{0};
    std::atomic<bool> wrong{false};
    std::vector<std::thread> threads;
    const int count = std::atoi(argv[3]);
    threads.reserve(size_t(qMax(0, count)));
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&] {
            Progress progress;
            for (size_t n = next++; n < cases.size(); n = next++) {
                const Case &one = cases[n];
                const auto outcome = check::checkHost(
                    {one.ip, one.domain, "postmaster@" + one.domain}, **resolver, progress);
                if (!outcome || QByteArray(mail::word(outcome->result).latin1()) != one.expected) {
                    std::fprintf(stderr, "%s: %s, not %s\n", one.domain.constData(),
                                 outcome ? mail::word(outcome->result).data() : "cancelled",
                                 one.expected.constData());
                    wrong = true;
                }
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    std::printf("%.1f\n", double(cases.size()) * 1e9 / double(timer.nsecsElapsed()));
    return wrong ? 1 : 0;
}
