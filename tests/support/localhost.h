// SPDX-License-Identifier: GPL-3.0-or-later
// A real private mail host for a test: mailwrightd --local in a directory of its own, and
// independent clients (curl, swaks, openssl) to ask it. Passwords reach them through standard input
// or a private file, never as an argument.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

class LocalHost
{
public:
    // Empty: a temporary directory that goes with this object.
    explicit LocalHost(const QString &directory = {});
    ~LocalHost(); // stop()

    // Put before the program and its arguments: to run it as somebody else.
    void setRunner(const QStringList &command) { m_runner = command; }
    // False: it ended or took too long; problem() says how.
    bool start(const QStringList &arguments = {});
    int endInput();    // closes its standard input; the exit status as of stop()
    int stop();        // SIGTERM; the exit status, -1 = it did not end in ten seconds
    void killDaemon(); // SIGKILL to the daemon alone
    QString problem() const { return m_problem; }
    QString output() const { return m_output; } // what it printed, to "ready"

    enum class Server
    {
        Smtp,
        Dkim,
        Dns
    };
    struct Lack
    {
        QString text; // the daemon's own words
        // An ordinary user on a system that forbids him user namespaces: no Postfix of his own.
        // Everything else is a fault, of the daemon or of a machine without the packages of ./test.
        bool isExcused = false;
    };
    // Of these servers, what did not come up with the last start(). See NEEDS_SERVERS.
    std::optional<Lack> lacking(const QList<Server> &needed) const;
    QString log(); // what it logged so far
    qint64 pid() const { return m_process.processId(); }

    QString directory() const { return m_directory; }
    QString runDirectory();                           // of its sockets, while it runs
    QJsonObject service() const { return m_service; } // service.json
    int port(const QString &name) const;
    QString token() const;
    QString caFile() const;

    struct Answer
    {
        int status = 0; // HTTP; 0 = no answer
        QJsonObject json;
        QJsonValue data() const { return json.value(QLatin1String("data")); }
    };
    Answer api(const QString &method, const QString &path, const QJsonObject &body = {});

    // What every story begins with, by the API. They give 0 or empty when refused.
    qint64 serviceId();
    qint64 personId(const QString &firstName); // of the sample colleagues: "Robin", "Sam"
    bool createMailbox(const QString &name);   // nobody has access
    bool allow(const QString &mailbox, qint64 person, const QJsonObject &permissions = {});
    struct Device
    {
        qint64 id = 0;
        QString password;
    };
    Device createDevice(const QString &mailbox, const QString &label,
                        const QString &protocols = QStringLiteral("pop3-imap"), qint64 person = 0);
    QString mailboxPath(const QString &mailbox); // "/1/mail_hostings/1/mailboxes/ana"

    struct Said
    {
        int exitCode = -1;
        QString text; // standard output and error, or the dialogue
        explicit operator bool() const { return exitCode == 0; }
    };
    // `address` is the login; port names are those of service.json.
    Said imap(const QString &address, const QString &password, const QString &path = {},
              const QString &request = {}, const QString &port = QStringLiteral("imaps"));
    Said pop3(const QString &address, const QString &password, const QString &path = {},
              const QString &port = QStringLiteral("pop3s"));
    struct Letter
    {
        QString envelopeFrom;
        QStringList to;
        QString from;    // of the header; empty: the envelope's
        QString subject; // also in the body
        QString extra;   // header lines more
    };
    Said submit(const QString &address, const QString &password, const Letter &letter,
                const QString &port = QStringLiteral("submissions"));
    // From outside, by swaks on the MX port.
    Said deliver(const QString &from, const QString &to,
                 const QString &subject = QStringLiteral("A letter"));
    bool hasMail(const QString &address, const QString &password, const QString &subject);

    // Everything that runs for this directory: by session, working directory or arguments.
    QStringList processes();

    static bool waitUntil(const std::function<bool()> &condition, int milliseconds = 10000);
    static Said run(const QString &program, const QStringList &arguments,
                    const QByteArray &input = {}, int milliseconds = 30000);

private:
    void noteSessions();
    int waitEnd();
    Said curl(const QByteArray &configuration, const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_temporary;
    QTemporaryDir m_private; // messages and the like
    QString m_directory;
    QStringList m_runner;
    QProcess m_process;
    QString m_problem;
    QString m_output;
    QString m_log;
    QJsonObject m_service;
    qint64 m_serviceId = 0;
    QSet<QByteArray> m_sessions; // of the children it ever had
};

// In a test slot, after start(): ends it where one of the servers is not there. It is left out only
// where this machine cannot have it; otherwise it fails, with what the daemon said.
#define NEEDS_SERVERS(host, ...)                                                                   \
    do {                                                                                           \
        if (const auto lack = (host).lacking({__VA_ARGS__})) {                                     \
            if (lack->isExcused)                                                                   \
                QSKIP(qPrintable(lack->text));                                                     \
            QFAIL(qPrintable(lack->text));                                                         \
        }                                                                                          \
    } while (false)

// One session over TLS that stays open, by openssl s_client.
class OpenSession
{
public:
    ~OpenSession();
    bool isLoggedIn() const { return m_loggedIn; }
    bool waitEnd(int milliseconds);

protected:
    OpenSession(const LocalHost &host, const QString &port, const QStringList &arguments = {});
    // What is answered, to the line that this begins.
    QByteArray converse(const QByteArray &line, const QRegularExpression &lastLine);
    bool m_loggedIn = false;

private:
    QProcess m_process;
};

class OpenImap : public OpenSession
{
public:
    OpenImap(const LocalHost &host, const QString &address, const QString &password);
    bool isAlive(); // answers a NOOP
};

class OpenSmtp : public OpenSession // for submission
{
public:
    OpenSmtp(const LocalHost &host, const QString &address, const QString &password);
    QByteArray say(const QByteArray &line);
};

class OpenSieve : public OpenSession
{
public:
    OpenSieve(const LocalHost &host, const QString &address, const QString &password);
    QByteArray say(const QByteArray &line);
};
