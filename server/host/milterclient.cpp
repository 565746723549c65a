// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/milterclient.h"

#include "server/host/milter.h"

#include <QFile>
#include <QList>
#include <QtEndian>

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace host {

namespace {

constexpr qsizetype bodyPart = 65535;

int connectTo(const QString &socket)
{
    const QByteArray path = QFile::encodeName(socket);
    sockaddr_un to = {};
    to.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof to.sun_path))
        return -1;
    qstrncpy(to.sun_path, path.constData(), sizeof to.sun_path);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && ::connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0)
        return fd;
    if (fd >= 0)
        ::close(fd);
    return -1;
}

class Dialogue
{
public:
    Dialogue(const QString &socket, std::chrono::milliseconds limit)
        : m_socket(socket)
        , m_until(std::chrono::steady_clock::now() + limit)
        , m_fd(connectTo(socket))
    {
    }
    ~Dialogue()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Dialogue(const Dialogue &) = delete;
    Dialogue &operator=(const Dialogue &) = delete;

    Result<QByteArray> pass(const QByteArray &message);

private:
    Error silent() const
    {
        return {Error::Kind::Offline,
                QStringLiteral("The filter at %1 does not answer").arg(m_socket),
                {},
                {},
                0};
    }
    bool wait(short events)
    {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            m_until - std::chrono::steady_clock::now());
        pollfd p{m_fd, events, 0};
        return left.count() > 0 && poll(&p, 1, int(left.count())) == 1;
    }
    Result<void> say(char command, const QByteArray &data = {});
    Result<MilterPacket> hear();
    // `silence`: the step that means "no answer to this".
    Result<void> step(quint32 without, quint32 silence, char command, const QByteArray &data);

    const QString m_socket;
    const std::chrono::steady_clock::time_point m_until;
    const int m_fd;
    QByteArray m_buffer;
    quint32 m_steps = 0;
    bool m_isDone = false; // the filter has seen enough
    bool m_mayskip = false;
};

Result<void> Dialogue::say(char command, const QByteArray &data)
{
    const QByteArray bytes = milterBytes(command, data);
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t n =
            ::send(m_fd, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
        if (n > 0)
            done += n;
        else if ((n < 0 && errno != EAGAIN && errno != EINTR) || !wait(POLLOUT))
            return silent();
    }
    return {};
}

Result<MilterPacket> Dialogue::hear()
{
    for (;;) {
        auto packet = takeMilterPacket(m_buffer);
        if (!packet)
            return packet.error();
        if (*packet && (*packet)->command != 'p') // it asks for patience
            return std::move(**packet);
        if (*packet)
            continue;
        char bytes[16384];
        const ssize_t n = ::recv(m_fd, bytes, sizeof bytes, 0);
        if (n > 0)
            m_buffer.append(bytes, n);
        else if (n == 0 || (errno != EAGAIN && errno != EINTR) || !wait(POLLIN))
            return silent();
    }
}

Error refused(const MilterPacket &packet)
{
    const QString text = QString::fromUtf8(packet.data).remove(QChar(0));
    if (packet.command == 't' || (packet.command == 'y' && text.startsWith(u'4')))
        return {Error::Kind::Limited,
                QStringLiteral("The filter wants the message later: %1").arg(text),
                {},
                {},
                0};
    if (packet.command == 'r' || packet.command == 'y' || packet.command == 'd')
        return {Error::Kind::Forbidden,
                QStringLiteral("The filter refuses the message: %1").arg(text),
                {},
                {},
                0};
    return {Error::Kind::Protocol,
            QStringLiteral("The filter answered '%1'").arg(QLatin1Char(packet.command)),
            {},
            {},
            0};
}

Result<void> Dialogue::step(quint32 without, quint32 silence, char command, const QByteArray &data)
{
    if (m_isDone || (m_steps & without))
        return {};
    if (auto said = say(command, data); !said || (m_steps & silence))
        return said;
    const auto answer = hear();
    if (!answer)
        return answer.error();
    if (answer->command == 'a')
        m_isDone = true;
    else if (answer->command == 's')
        m_mayskip = true;
    else if (answer->command != 'c')
        return refused(*answer);
    return {};
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray macros(char command, const QList<QByteArray> &words)
{
    return command + words.join('\0') + '\0';
}

// Name and value of each field; the value with its folding as Postfix passes it on: LF alone.
QList<std::pair<QByteArray, QByteArray>> fieldsOf(const QByteArray &header)
{
    QList<std::pair<QByteArray, QByteArray>> fields;
    QByteArray text = header;
    text.replace("\r\n", "\n");
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        if ((line.startsWith(' ') || line.startsWith('\t')) && !fields.isEmpty())
            fields.last().second += '\n' + line;
        else if (const auto colon = line.indexOf(':'); colon > 0)
            fields.append({line.left(colon), line.mid(colon + 1)});
    }
    return fields;
}

Result<QByteArray> Dialogue::pass(const QByteArray &message)
{
    if (m_fd < 0)
        return silent();
    const auto end = message.indexOf("\r\n\r\n");
    const QByteArray header = end < 0 ? message : message.left(end + 2);
    const QByteArray body = end < 0 ? QByteArray() : message.mid(end + 4);

    if (auto said = say('O', number(milterVersion) + number(0x1ff) + number(0x1fffff)); !said)
        return said.error();
    const auto agreed = hear();
    if (!agreed)
        return agreed.error();
    if (agreed->command != 'O' || agreed->data.size() < 12)
        return refused(*agreed);
    m_steps = qFromBigEndian<quint32>(agreed->data.constData() + 8);

    struct Step
    {
        quint32 without, silence;
        char command;
        QByteArray data;
        QList<QByteArray> macros;
    };
    const QByteArray port(2, '\1');
    QList<Step> steps{
        {NoConnect,
         NoReplyToConnect,
         'C',
         "localhost" + QByteArray(1, '\0') + '4' + port + "127.0.0.1" + '\0',
         {"j", "localhost", "{daemon_name}", "ORIGINATING"}},
        {NoHelo, NoReplyToHelo, 'H', QByteArray("localhost") + '\0', {}},
        {NoMail,
         NoReplyToMail,
         'M',
         QByteArray("<>") + '\0',
         {"i", "TEST", "{auth_type}", "PLAIN", "{auth_authen}", "test"}},
        {NoRecipient, NoReplyToRecipient, 'R', QByteArray("<test@invalid>") + '\0', {}},
        {NoData, NoReplyToData, 'T', {}, {}}};
    for (const auto &[name, value] : fieldsOf(header)) {
        const bool cut = !(m_steps & KeepLeadingSpace) && value.startsWith(' ');
        steps.append({NoHeaders,
                      NoReplyToHeader,
                      'L',
                      name + '\0' + (cut ? value.mid(1) : value) + '\0',
                      {}});
    }
    steps.append({NoEndOfHeaders, NoReplyToEndOfHeaders, 'N', {}, {}});
    for (const Step &s : std::as_const(steps)) {
        if (!s.macros.isEmpty())
            if (auto said = say('D', macros(s.command, s.macros)); !said)
                return said.error();
        if (auto done = step(s.without, s.silence, s.command, s.data); !done)
            return done.error();
    }
    for (qsizetype at = 0; at < body.size() && !m_mayskip; at += bodyPart)
        if (auto done = step(NoBody, NoReplyToBody, 'B', body.mid(at, bodyPart)); !done)
            return done.error();
    QByteArray added;
    if (!m_isDone) {
        if (auto said = say('E'); !said)
            return said.error();
        for (bool over = false; !over;) {
            const auto answer = hear();
            if (!answer)
                return answer.error();
            switch (answer->command) {
            case 'a':
            case 'c':
                over = true;
                break;
            case 'i':   // insert a field: place, name, value
            case 'h': { // add one
                const QByteArray data = answer->data.mid(answer->command == 'i' ? 4 : 0);
                const auto zero = data.indexOf('\0');
                QByteArray value = data.mid(zero + 1).chopped(1);
                value.replace("\r\n", "\n").replace("\n", "\r\n");
                added = data.left(zero) + ':' +
                        (m_steps & KeepLeadingSpace ? QByteArray() : QByteArray(" ")) + value +
                        "\r\n" + added;
                break;
            }
            default:
                return refused(*answer);
            }
        }
    }
    (void)say('Q');
    return added + message;
}

} // namespace

Result<QByteArray> throughMilter(const QString &socket, const QByteArray &message,
                                 std::chrono::milliseconds limit)
{
    return Dialogue(socket, limit).pass(message);
}

bool listensOn(const QString &socket)
{
    const int fd = connectTo(socket);
    if (fd >= 0)
        ::close(fd);
    return fd >= 0;
}

} // namespace host
