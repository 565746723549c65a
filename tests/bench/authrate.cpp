// SPDX-License-Identifier: GPL-3.0-or-later
// Logins per second through Dovecot's auth service, by its own client protocol (dovecot's
// auth-protocol, version 1.x) on a Unix socket: no TLS, no mailbox, just the question "may this one
// in?".
//   authrate SOCKET SECONDS IN_FLIGHT < lines of "address<TAB>password"
// Prints "OK FAILED PER_SECOND". Passwords come by standard input, so that no process list shows
// them.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

namespace {

std::string base64(const std::string &in)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (size_t i = 0; i < in.size(); i += 3) {
        unsigned n = 0;
        for (size_t k = 0; k < 3; ++k)
            n = n << 8 | (i + k < in.size() ? static_cast<unsigned char>(in[i + k]) : 0u);
        for (int k = 0; k < 4; ++k)
            out += i + size_t(k) > in.size() ? '=' : alphabet[n >> (18 - 6 * k) & 63];
    }
    return out;
}

bool writeAll(int fd, const std::string &text)
{
    for (size_t at = 0; at < text.size();) {
        const ssize_t n = write(fd, text.data() + at, text.size() - at);
        if (n <= 0)
            return false;
        at += size_t(n);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const double seconds = std::atof(argv[2]);
    const int inFlight = std::atoi(argv[3]);
    std::vector<std::string> responses;
    for (std::string line; std::getline(std::cin, line);) {
        const size_t tab = line.find('\t');
        if (tab != std::string::npos)
            responses.push_back(base64(std::string(1, '\0') + line.substr(0, tab) +
                                       std::string(1, '\0') + line.substr(tab + 1)));
    }
    if (responses.empty())
        return 2;

    const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, argv[1], sizeof address.sun_path - 1);
    if (connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        std::perror(argv[1]);
        return 1;
    }
    writeAll(fd, "VERSION\t1\t1\nCPID\t" + std::to_string(getpid()) + "\n");

    std::string buffer;
    std::vector<char> chunk(65536);
    const auto readSome = [&] {
        const ssize_t n = read(fd, chunk.data(), chunk.size());
        if (n <= 0)
            return false;
        buffer.append(chunk.data(), size_t(n));
        return true;
    };
    while (buffer.find("DONE\n") == std::string::npos)
        if (!readSome())
            return 1;
    buffer.erase(0, buffer.find("DONE\n") + 5);

    long sent = 0;
    long ok = 0;
    long failed = 0;
    const auto ask = [&] {
        const std::string id = std::to_string(++sent);
        return writeAll(
            fd, "AUTH\t" + id +
                    "\tPLAIN\tservice=imap\tsecured=tls\tlip=127.0.0.1\trip=127.0.0.1\tresp=" +
                    responses[size_t(sent) % responses.size()] + "\n");
    };
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    for (int i = 0; i < inFlight; ++i)
        ask();
    while (elapsed() < seconds) {
        if (!readSome())
            break;
        for (size_t end; (end = buffer.find('\n')) != std::string::npos; buffer.erase(0, end + 1)) {
            if (buffer.compare(0, 3, "OK\t") == 0)
                ++ok;
            else if (buffer.compare(0, 5, "FAIL\t") == 0)
                ++failed;
            else
                continue;
            ask();
        }
    }
    std::printf("%ld %ld %.0f\n", ok, failed, double(ok + failed) / elapsed());
    close(fd);
    return ok > 0 && failed == 0 ? 0 : 1;
}
