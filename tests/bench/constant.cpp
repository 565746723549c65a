// SPDX-License-Identifier: GPL-3.0-or-later
// The ceiling for our HTTP answers: a libmicrohttpd handler that answers a constant, with the
// daemon's own thread model. Prints its port and serves until standard input closes.
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

std::string body;

MHD_Result answer(void *, MHD_Connection *connection, const char *, const char *, const char *,
                  const char *, size_t *, void **state)
{
    static int seen;
    if (!*state) {
        *state = &seen;
        return MHD_YES;
    }
    MHD_Response *response =
        MHD_create_response_from_buffer(body.size(), body.data(), MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(response, "Content-Type", "application/json");
    const MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return queued;
}

} // namespace

// constant [BYTES [THREADS]]
int main(int argc, char **argv)
{
    body = std::string(argc > 1 ? size_t(std::atoi(argv[1])) : 600, 'x');
    const unsigned threads = argc > 2 ? unsigned(std::atoi(argv[2])) : 2;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr,
                                          answer, nullptr, MHD_OPTION_SOCK_ADDR, &address,
                                          MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_END);
    if (!daemon)
        return 1;
    std::printf("%u\n", unsigned(MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port));
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    MHD_stop_daemon(daemon);
    return 0;
}
