// SPDX-License-Identifier: GPL-3.0-or-later
// SPF evaluations per second of libspf2, one after the other and without its cache, against a name
// server on a port of its own.
//
//   bench_libspf2 PORT SECONDS    reads "domain ip expected" lines; prints evaluations per second
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <resolv.h>
#include <time.h>

extern "C" {
#include <spf2/spf.h>
}

namespace {

int port = 53;

double now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

struct Case
{
    std::string domain, ip, expected;
};

} // namespace

// libspf2 sets up its resolver by this; it knows no port, so it is told one here.
extern "C" int __res_ninit(res_state state)
{
    using Init = int (*)(res_state);
    static const auto real = reinterpret_cast<Init>(dlsym(RTLD_NEXT, "__res_ninit"));
    const int result = real(state);
    state->nscount = 1;
    state->nsaddr_list[0].sin_family = AF_INET;
    state->nsaddr_list[0].sin_port = htons(uint16_t(port));
    state->nsaddr_list[0].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return result;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    port = std::atoi(argv[1]);
    const double seconds = std::atof(argv[2]);
    std::vector<Case> cases;
    char domain[256], ip[64], expected[16];
    while (std::scanf("%255s %63s %15s", domain, ip, expected) == 3)
        cases.push_back({domain, ip, expected});
    SPF_server_t *const server = SPF_server_new(SPF_DNS_RESOLV, 0);
    if (!server || cases.empty())
        return 1;
    long done = 0;
    const double begun = now();
    while (now() - begun < seconds) {
        const Case &one = cases[size_t(done) % cases.size()];
        SPF_request_t *const request = SPF_request_new(server);
        SPF_request_set_ipv4_str(request, one.ip.c_str());
        SPF_request_set_helo_dom(request, one.domain.c_str());
        SPF_request_set_env_from(request, ("postmaster@" + one.domain).c_str());
        SPF_response_t *response = nullptr;
        SPF_request_query_mailfrom(request, &response);
        if (!response || one.expected != SPF_strresult(SPF_response_result(response))) {
            std::fprintf(stderr, "%s: %s, not %s\n", one.domain.c_str(),
                         response ? SPF_strresult(SPF_response_result(response)) : "nothing",
                         one.expected.c_str());
            return 1;
        }
        SPF_response_free(response);
        SPF_request_free(request);
        ++done;
    }
    std::printf("%.1f\n", double(done) / (now() - begun));
    SPF_server_free(server);
    return 0;
}
