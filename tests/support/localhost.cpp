// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/localhost.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThread>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

QByteArray readAll(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

LocalHost::LocalHost(const QString &directory)
    : m_directory(directory)
{
    if (directory.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        // As root, the mail servers' users have to pass.
        chmod(QFile::encodeName(m_temporary->path()).constData(), 0711);
        m_directory = m_temporary->filePath(QStringLiteral("host"));
    }
}

LocalHost::~LocalHost()
{
    stop();
    // Those of a daemon that was killed go on without it.
    for (const QString &process : processes())
        ::kill(pid_t(process.section(u':', 0, 0).toInt()), SIGKILL);
}

bool LocalHost::start(const QStringList &arguments)
{
    m_problem.clear();
    m_output.clear();
    m_service = {};
    const QStringList command =
        m_runner +
        QStringList{QStringLiteral(MAILWRIGHTD), QStringLiteral("--local"), m_directory} +
        arguments;
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(command.first(), command.mid(1));
    QElapsedTimer timer;
    timer.start();
    while (!m_output.contains(QLatin1String("ready "))) {
        m_process.waitForReadyRead(100);
        m_output += QString::fromUtf8(m_process.readAllStandardOutput());
        if (m_process.state() == QProcess::NotRunning || timer.elapsed() > 30000) {
            m_problem = QStringLiteral("not ready: ") + m_output +
                        QString::fromUtf8(m_process.readAllStandardError());
            return m_output.contains(QLatin1String("ready "));
        }
    }
    m_service =
        QJsonDocument::fromJson(readAll(m_directory + QStringLiteral("/service.json"))).object();
    noteSessions();
    if (m_service.isEmpty())
        m_problem = QStringLiteral("service.json is missing");
    return m_problem.isEmpty();
}

std::optional<LocalHost::Lack> LocalHost::lacking(const QList<Server> &needed) const
{
    const auto isMissing = [&](Server server) {
        switch (server) {
        case Server::Smtp:
            return port(QStringLiteral("smtp")) == 0;
        case Server::Dkim:
            return m_output.contains(QLatin1String("no DKIM"));
        case Server::Dns:
            return port(QStringLiteral("dns")) == 0;
        }
        return true;
    };
    QStringList missing;
    for (const auto &[server, name] :
         {std::pair{Server::Smtp, "SMTP"}, std::pair{Server::Dkim, "DKIM"},
          std::pair{Server::Dns, "DNS"}})
        if (needed.contains(server) && isMissing(server))
            missing.append(QLatin1String(name));
    if (missing.isEmpty())
        return {};
    // Root's daemon never says the latter; were it to, it would be wrong.
    const bool isRoot = geteuid() == 0 && m_runner.isEmpty();
    const bool isForbidden =
        m_output.contains(QLatin1String("no SMTP: this system forbids user namespaces"));
    return Lack{QStringLiteral("without %1: %2")
                    .arg(missing.join(QStringLiteral(", ")), m_output.trimmed()),
                missing == QStringList{QStringLiteral("SMTP")} && !isRoot && isForbidden};
}

int LocalHost::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return 0;
    m_process.terminate();
    return waitEnd();
}

int LocalHost::endInput()
{
    m_process.closeWriteChannel();
    return waitEnd();
}

int LocalHost::waitEnd()
{
    if (!m_process.waitForFinished(10000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void LocalHost::killDaemon()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QString LocalHost::log()
{
    m_process.waitForReadyRead(0);
    return m_log += QString::fromUtf8(m_process.readAllStandardError());
}

int LocalHost::port(const QString &name) const
{
    return m_service.value(QLatin1String("ports")).toObject().value(name).toInt();
}

QString LocalHost::token() const { return m_service.value(QLatin1String("token")).toString(); }

QString LocalHost::caFile() const { return m_service.value(QLatin1String("ca_file")).toString(); }

LocalHost::Said LocalHost::run(const QString &program, const QStringList &arguments,
                               const QByteArray &input, int milliseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(milliseconds)) {
        const QString reason = process.errorString();
        process.kill();
        process.waitForFinished(1000);
        return {-1, reason + QString::fromUtf8(process.readAll())};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

QString LocalHost::runDirectory()
{
    // smtp-sink names its socket in there; without SMTP nothing does.
    for (const QString &process : processes())
        if (const auto at = process.indexOf(QLatin1String("unix:")); at >= 0)
            return process.mid(at + 5).section(QLatin1String("/sink/"), 0, 0);
    return {};
}

LocalHost::Said LocalHost::curl(const QByteArray &configuration, const QStringList &arguments)
{
    return run(QStringLiteral("curl"),
               QStringList{QStringLiteral("--config"), QStringLiteral("-"), QStringLiteral("-sS"),
                           QStringLiteral("--max-time"), QStringLiteral("20"),
                           QStringLiteral("--cacert"), caFile()} +
                   arguments,
               configuration);
}

LocalHost::Answer LocalHost::api(const QString &method, const QString &path,
                                 const QJsonObject &body)
{
    QByteArray configuration =
        "header = " + quoted(QStringLiteral("Authorization: Bearer ") + token()) + '\n';
    if (!body.isEmpty())
        configuration +=
            "header = \"Content-Type: application/json\"\ndata = " +
            quoted(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))) + '\n';
    const Said said =
        curl(configuration,
             {QStringLiteral("-X"), method, QStringLiteral("-w"), QStringLiteral("\n%{http_code}"),
              m_service.value(QLatin1String("api_url")).toString() + path});
    const auto end = said.text.lastIndexOf(u'\n');
    return {said.text.mid(end + 1).toInt(),
            QJsonDocument::fromJson(said.text.left(end).toUtf8()).object()};
}

qint64 LocalHost::serviceId()
{
    if (m_serviceId == 0) {
        const QJsonArray accounts =
            api(QStringLiteral("GET"), QStringLiteral("/1/accounts")).data().toArray();
        const qint64 account = accounts.first().toObject().value(QLatin1String("id")).toInteger();
        const QJsonArray services =
            api(QStringLiteral("GET"),
                QStringLiteral("/1/mail_hostings?account_id=%1").arg(account))
                .data()
                .toArray();
        m_serviceId = services.first().toObject().value(QLatin1String("id")).toInteger();
    }
    return m_serviceId;
}

qint64 LocalHost::personId(const QString &firstName)
{
    const QJsonArray accounts =
        api(QStringLiteral("GET"), QStringLiteral("/1/accounts")).data().toArray();
    const qint64 account = accounts.first().toObject().value(QLatin1String("id")).toInteger();
    const QJsonArray users =
        api(QStringLiteral("GET"), QStringLiteral("/2/accounts/%1/users").arg(account))
            .data()
            .toArray();
    for (const auto &user : users)
        if (user.toObject().value(QLatin1String("first_name")).toString() == firstName)
            return user.toObject().value(QLatin1String("user_id")).toInteger();
    return 0;
}

QString LocalHost::mailboxPath(const QString &mailbox)
{
    return QStringLiteral("/1/mail_hostings/%1/mailboxes/%2").arg(serviceId()).arg(mailbox);
}

bool LocalHost::createMailbox(const QString &name)
{
    return api(QStringLiteral("POST"),
               QStringLiteral("/1/mail_hostings/%1/mailboxes").arg(serviceId()),
               {{QStringLiteral("mailbox_name"), name},
                {QStringLiteral("link_to_current_user"), false}})
               .status == 201;
}

bool LocalHost::allow(const QString &mailbox, qint64 person, const QJsonObject &permissions)
{
    QJsonObject body{{QStringLiteral("user_id"), person}};
    if (!permissions.isEmpty())
        body.insert(QStringLiteral("permissions"), permissions);
    return api(QStringLiteral("POST"), mailboxPath(mailbox) + QStringLiteral("/accesses/webmail"),
               body)
               .status == 201;
}

LocalHost::Device LocalHost::createDevice(const QString &mailbox, const QString &label,
                                          const QString &protocols, qint64 person)
{
    QJsonObject body{{QStringLiteral("label"), label},
                     {QStringLiteral("type"), QStringLiteral("phone")},
                     {QStringLiteral("protocols"), protocols}};
    if (person > 0)
        body.insert(QStringLiteral("user_id"), person);
    const QString path = mailboxPath(mailbox) + QStringLiteral("/accesses/devices");
    const QJsonObject made = api(QStringLiteral("POST"), path, body).data().toObject();
    Device device;
    device.password = made.value(QLatin1String("password")).toString();
    const QJsonArray all = api(QStringLiteral("GET"), path).data().toArray();
    for (const auto &one : all) {
        const QJsonObject o = one.toObject();
        const QString name = o.value(QLatin1String("label"))
                                 .toString(o.value(QLatin1String("device"))
                                               .toObject()
                                               .value(QLatin1String("label"))
                                               .toString());
        if (name == label)
            device.id = o.value(QLatin1String("id")).toInteger();
    }
    return device;
}

LocalHost::Said LocalHost::imap(const QString &address, const QString &password,
                                const QString &path, const QString &request, const QString &name)
{
    const bool direct = name != u"imap";
    QStringList arguments{QStringLiteral("%1://localhost:%2/%3")
                              .arg(direct ? QStringLiteral("imaps") : QStringLiteral("imap"))
                              .arg(port(name))
                              .arg(path)};
    if (!direct)
        arguments.prepend(QStringLiteral("--ssl-reqd"));
    if (!request.isEmpty())
        arguments += {QStringLiteral("-X"), request};
    return curl("user = " + quoted(address + u':' + password) + '\n', arguments);
}

LocalHost::Said LocalHost::pop3(const QString &address, const QString &password,
                                const QString &path, const QString &name)
{
    const bool direct = name != u"pop3";
    QStringList arguments{QStringLiteral("%1://localhost:%2/%3")
                              .arg(direct ? QStringLiteral("pop3s") : QStringLiteral("pop3"))
                              .arg(port(name))
                              .arg(path)};
    if (!direct)
        arguments.prepend(QStringLiteral("--ssl-reqd"));
    return curl("user = " + quoted(address + u':' + password) + '\n', arguments);
}

LocalHost::Said LocalHost::submit(const QString &address, const QString &password,
                                  const Letter &letter, const QString &name)
{
    const QString file = m_private.filePath(QStringLiteral("letter"));
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly)) {
        const QString from = letter.from.isEmpty() ? letter.envelopeFrom : letter.from;
        out.write(QStringLiteral("From: %1\r\nTo: %2\r\nSubject: %3\r\n%4\r\n%3\r\n")
                      .arg(from, letter.to.join(QStringLiteral(", ")), letter.subject, letter.extra)
                      .toUtf8());
        out.commit();
    }
    const bool direct = name != u"submission";
    QStringList arguments{QStringLiteral("-v"),
                          QStringLiteral("--mail-from"),
                          letter.envelopeFrom,
                          QStringLiteral("--upload-file"),
                          file,
                          QStringLiteral("%1://localhost:%2/client.test")
                              .arg(direct ? QStringLiteral("smtps") : QStringLiteral("smtp"))
                              .arg(port(name))};
    for (const QString &to : letter.to)
        arguments += {QStringLiteral("--mail-rcpt"), to};
    if (!direct)
        arguments.prepend(QStringLiteral("--ssl-reqd"));
    Said said = curl("user = " + quoted(address + u':' + password) + '\n', arguments);
    // Only what the server answered: a dialogue holds the password too, in Base64.
    QStringList answers;
    const QStringList lines = said.text.split(u'\n');
    for (const QString &line : lines)
        if (line.startsWith(QLatin1String("< ")))
            answers.append(line.mid(2).trimmed());
    said.text = answers.join(u'\n');
    return said;
}

LocalHost::Said LocalHost::deliver(const QString &from, const QString &to, const QString &subject)
{
    return run(QStringLiteral("swaks"),
               {QStringLiteral("--server"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
                QString::number(port(QStringLiteral("smtp"))), QStringLiteral("--from"), from,
                QStringLiteral("--to"), to, QStringLiteral("--header"),
                QStringLiteral("Subject: ") + subject, QStringLiteral("--body"), subject});
}

bool LocalHost::hasMail(const QString &address, const QString &password, const QString &subject)
{
    return waitUntil([&] {
        const Said found = imap(address, password, QStringLiteral("INBOX"),
                                QStringLiteral("SEARCH SUBJECT \"%1\"").arg(subject));
        const QStringList words = found.text.simplified().split(u' ');
        return found && words.size() > 2; // "* SEARCH 1"
    });
}

void LocalHost::noteSessions()
{
    const QJsonArray children =
        QJsonDocument::fromJson(readAll(m_directory + QStringLiteral("/state/children.json")))
            .object()
            .value(QLatin1String("children"))
            .toArray();
    for (const auto &child : children)
        m_sessions.insert(
            QByteArray::number(child.toObject().value(QLatin1String("pid")).toInteger()));
}

QStringList LocalHost::processes()
{
    noteSessions();
    const QByteArray below = QFile::encodeName(QDir(m_directory).canonicalPath());
    QStringList found;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &pid : entries) {
        bool number = false;
        if (pid.toLongLong(&number) == getpid() || !number)
            continue;
        const QString proc = QStringLiteral("/proc/") + pid;
        const QByteArray stat = readAll(proc + QStringLiteral("/stat"));
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.value(0) == "Z")
            continue;
        QByteArray line = readAll(proc + QStringLiteral("/cmdline"));
        const QByteArray at =
            QFile::encodeName(QFile::symLinkTarget(proc + QStringLiteral("/cwd")));
        if (m_sessions.contains(fields.value(3)) ||
            (!below.isEmpty() && (line.contains(below) || at.startsWith(below)))) {
            line.replace('\0', ' ');
            found.append(pid + QStringLiteral(": ") + QString::fromUtf8(line));
        }
    }
    return found;
}

bool LocalHost::waitUntil(const std::function<bool()> &condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QThread::msleep(20);
    }
    return true;
}

OpenSession::OpenSession(const LocalHost &host, const QString &port, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("openssl"),
                    QStringList{QStringLiteral("s_client"), QStringLiteral("-quiet"),
                                QStringLiteral("-verify_quiet"), QStringLiteral("-CAfile"),
                                host.caFile(), QStringLiteral("-connect"),
                                QStringLiteral("127.0.0.1:%1").arg(host.port(port))} +
                        arguments);
}

OpenSession::~OpenSession()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

bool OpenSession::waitEnd(int milliseconds)
{
    // An event loop may have seen the end already; then there is none to wait for.
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(milliseconds);
}

QByteArray OpenSession::converse(const QByteArray &line, const QRegularExpression &lastLine)
{
    if (!line.isEmpty())
        m_process.write(line + "\r\n");
    QByteArray heard;
    QElapsedTimer timer;
    timer.start();
    while (!lastLine.match(QString::fromUtf8(heard)).hasMatch() && timer.elapsed() < 10000 &&
           m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        heard += m_process.readAll();
    }
    return heard;
}

namespace {

QRegularExpression line(const char *begin)
{
    return QRegularExpression(QLatin1String(begin), QRegularExpression::MultilineOption);
}

QByteArray plain(const QString &address, const QString &password)
{
    return (QByteArray(1, '\0') + address.toUtf8() + '\0' + password.toUtf8()).toBase64();
}

} // namespace

OpenImap::OpenImap(const LocalHost &host, const QString &address, const QString &password)
    : OpenSession(host, QStringLiteral("imaps"))
{
    converse({}, line("^\\* OK.*\n"));
    m_loggedIn = converse("a LOGIN " + quoted(address) + ' ' + quoted(password), line("^a .*\n"))
                     .contains("a OK");
}

bool OpenImap::isAlive() { return converse("b NOOP", line("^b .*\n")).contains("b OK"); }

OpenSmtp::OpenSmtp(const LocalHost &host, const QString &address, const QString &password)
    : OpenSession(host, QStringLiteral("submissions"))
{
    say({});
    say("EHLO client.test");
    m_loggedIn = say("AUTH PLAIN " + plain(address, password)).startsWith("235");
}

QByteArray OpenSmtp::say(const QByteArray &text) { return converse(text, line("^\\d{3} .*\n")); }

OpenSieve::OpenSieve(const LocalHost &host, const QString &address, const QString &password)
    : OpenSession(host, QStringLiteral("sieve"),
                  {QStringLiteral("-starttls"), QStringLiteral("sieve")})
{
    converse({}, line("^OK \"TLS neg.*\n")); // behind what was said before it
    m_loggedIn = say("AUTHENTICATE \"PLAIN\" \"" + plain(address, password) + '"').startsWith("OK");
}

QByteArray OpenSieve::say(const QByteArray &text)
{
    return converse(text, line("^(OK|NO|BYE).*\n"));
}
