// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/sendercheck.h"

#include "app/base/log.h"
#include "server/host/authors.h"
#include "server/host/milter.h"

#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace host {

namespace {

constexpr qsizetype longestLine = 64 * 1024;
constexpr qsizetype mostLines = 2; // two of a kind are refused already
constexpr size_t mostConnections = 500;

QByteArray refuse(const QString &sentence)
{
    // A reply is one line of ASCII; "%" has a meaning there.
    QByteArray text = sentence.toLatin1();
    for (char &c : text)
        if (c < 0x20 || c > 0x7e || c == '%')
            c = '?';
    return milterBytes('y', "550 5.7.1 " + text.left(400) + '\0');
}

} // namespace

QString refusal(const AuthorLines &lines, const QString &mailbox, const QStringList &mayWriteAs)
{
    if (lines.tooLong)
        return QStringLiteral("The From: or Sender: line is too long");
    if (lines.from.isEmpty())
        return QStringLiteral("The message has no From: line");
    if (lines.from.size() > 1)
        return QStringLiteral("The message has more than one From: line");
    if (lines.sender.size() > 1)
        return QStringLiteral("The message has more than one Sender: line");
    const auto check = [&](const QByteArray &value, const QString &name) -> QString {
        const auto addresses = addressesIn(value);
        if (!addresses)
            return QStringLiteral("The %1: line %2").arg(name, addresses.error().detail);
        for (const QString &address : *addresses) {
            QString plain = address; // ana+shop@ is ana@
            const auto at = plain.lastIndexOf(u'@');
            const auto plus = plain.indexOf(u'+');
            if (plus > 0 && plus < at)
                plain.remove(plus, at - plus);
            if (plain != mailbox && !mayWriteAs.contains(address) && !mayWriteAs.contains(plain))
                return QStringLiteral("The %1: line names %2; this login may only write as %3")
                    .arg(name, address, mailbox);
        }
        return {};
    };
    const QString from = check(lines.from.first(), QStringLiteral("From"));
    if (!from.isEmpty() || lines.sender.isEmpty())
        return from;
    return check(lines.sender.first(), QStringLiteral("Sender"));
}

struct SenderCheck::Connection
{
    int fd = -1;
    QByteArray buffer;
    QString login; // of the message
    QString told;  // login already reported on this connection
    AuthorLines lines;
};

SenderCheck::SenderCheck(Questions questions)
    : m_questions(std::move(questions))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

SenderCheck::~SenderCheck()
{
    stop();
    ::close(m_wake);
}

Result<void> SenderCheck::listen(const QString &socket, int group)
{
    const QByteArray path = QFile::encodeName(socket);
    sockaddr_un to = {};
    to.sun_family = AF_UNIX;
    const auto fault = [&](const QString &reason) {
        return Error{
            Error::Kind::Internal, QStringLiteral("%1: %2").arg(socket, reason), {}, {}, 0};
    };
    if (path.size() >= qsizetype(sizeof to.sun_path))
        return fault(QStringLiteral("the name is too long for a socket"));
    qstrncpy(to.sun_path, path.constData(), sizeof to.sun_path);
    ::unlink(path.constData());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0 ||
        chmod(path.constData(), group >= 0 ? 0660 : 0600) != 0 ||
        (group >= 0 && chown(path.constData(), uid_t(-1), gid_t(group)) != 0) ||
        ::listen(m_listener, 64) != 0)
        return fault(qt_error_string());
    m_thread = std::thread([this] { loop(); });
    pthread_setname_np(m_thread.native_handle(), "sendercheck");
    return {};
}

void SenderCheck::stop()
{
    if (m_thread.joinable()) {
        const quint64 one = 1;
        [[maybe_unused]] const auto n = ::write(m_wake, &one, sizeof one);
        m_thread.join();
    }
    if (m_listener >= 0)
        ::close(m_listener);
    m_listener = -1;
}

void SenderCheck::loop()
{
    std::vector<std::unique_ptr<Connection>> connections;
    for (;;) {
        const bool full = connections.size() >= mostConnections;
        std::vector<pollfd> fds{{m_wake, POLLIN, 0}, {full ? -1 : m_listener, POLLIN, 0}};
        for (const auto &c : connections)
            fds.push_back({c->fd, POLLIN, 0});
        if (poll(fds.data(), fds.size(), -1) < 0 && errno != EINTR)
            break;
        if (fds[0].revents)
            break;
        for (size_t i = connections.size(); i-- > 0;)
            if (fds[i + 2].revents && !take(*connections[i])) {
                ::close(connections[i]->fd);
                connections.erase(connections.begin() + qptrdiff(i));
            }
        if (fds[1].revents) {
            const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
            if (fd >= 0) {
                connections.push_back(std::make_unique<Connection>());
                connections.back()->fd = fd;
            }
        }
    }
    for (const auto &c : connections)
        ::close(c->fd);
}

// False: the connection is over. Postfix then defers the message.
bool SenderCheck::take(Connection &c)
{
    char bytes[16384];
    const ssize_t n = ::recv(c.fd, bytes, sizeof bytes, 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return true;
    if (n <= 0)
        return false;
    c.buffer.append(bytes, n);
    for (;;) {
        const auto packet = takeMilterPacket(c.buffer);
        if (!packet) {
            qCWarning(lcHost, "author check: %s was refused", qPrintable(packet.error().detail));
            return false;
        }
        if (!*packet)
            return true;
        const char command = (*packet)->command;
        const QByteArray &data = (*packet)->data;
        if (command == 'Q')
            return false;
        const QByteArray reply = answer(c, command, data);
        // An answer is far smaller than a socket's buffer: one that does not fit has no reader.
        if (!reply.isEmpty() &&
            ::send(c.fd, reply.constData(), size_t(reply.size()), MSG_NOSIGNAL) != reply.size())
            return false;
    }
}

QByteArray SenderCheck::answer(Connection &c, char command, const QByteArray &data)
{
    switch (command) {
    case 'O': {
        if (data.size() < 12)
            return milterBytes('t');
        const quint32 offered = qFromBigEndian<quint32>(data.constData() + 8);
        QByteArray mine(12, '\0');
        qToBigEndian(qMin(milterVersion, qFromBigEndian<quint32>(data.constData())), mine.data());
        qToBigEndian(offered & (NoConnect | NoHelo | NoRecipient | NoBody | NoReplyToHeader |
                                NoUnknown | NoData),
                     mine.data() + 8);
        return milterBytes('O', mine);
    }
    case 'D': { // macros of the next command: its letter, then name and value in turn
        if (!data.startsWith('M'))
            return {};
        c.login.clear();
        const QList<QByteArray> words = data.mid(1).split('\0');
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            if (words[i] == "{auth_authen}")
                c.login = QString::fromUtf8(words[i + 1]);
        return {};
    }
    case 'M':
        return begin(c);
    case 'L': { // name and value; no answer was agreed on
        const auto end = data.indexOf('\0');
        const QByteArray name = data.left(end).trimmed().toLower();
        if (name != "from" && name != "sender")
            return {};
        QByteArray value = data.mid(end + 1);
        if (value.endsWith('\0'))
            value.chop(1);
        if (value.size() > longestLine)
            c.lines.tooLong = true;
        auto &lines = name == "from" ? c.lines.from : c.lines.sender;
        if (lines.size() < mostLines)
            lines.append(value.left(longestLine));
        return {};
    }
    case 'N':
        return judge(c);
    case 'A':
    case 'K':
        c.lines = {};
        return {};
    default:
        return milterBytes('c');
    }
}

QByteArray SenderCheck::begin(Connection &c) const
{
    c.lines = {};
    const Submitter submitter = Submitter::fromLogin(c.login);
    if (submitter.device == 0)
        return milterBytes('c'); // refused when the author is known
    // 421 ends the session: whoever may send still, with a new password, logs in with that.
    const auto may = m_questions.maySubmit(submitter);
    if (may && !*may)
        return milterBytes('y', QByteArray("421 4.7.0 This login has ended; log in again") + '\0');
    if (may && c.told != c.login) {
        c.told = c.login;
        m_questions.submits(submitter);
    }
    return milterBytes(may ? 'c' : 't');
}

QByteArray SenderCheck::judge(const Connection &c) const
{
    const Submitter submitter = Submitter::fromLogin(c.login);
    if (submitter.device == 0)
        return refuse(QStringLiteral("Nobody is signed in on this connection"));
    // The right may have gone while the message was on its way.
    const auto may = m_questions.maySubmit(submitter);
    const auto senders = m_questions.senders(submitter.mailbox);
    if (!may || !senders)
        return milterBytes('t');
    if (!*may)
        return refuse(QStringLiteral("This login may not send any more"));
    const QString sentence = refusal(c.lines, submitter.mailbox, *senders);
    if (sentence.isEmpty())
        return milterBytes('a');
    qCInfo(lcHost, "%s (device %lld) was refused: %s", qPrintable(submitter.mailbox),
           submitter.device, qPrintable(sentence));
    return refuse(sentence);
}

} // namespace host
