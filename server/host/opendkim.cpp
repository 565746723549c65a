// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/opendkim.h"

#include "app/base/log.h"
#include "app/mail/domain.h"
#include "server/host/files.h"
#include "server/host/milterclient.h"
#include "server/host/signingkey.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

namespace {

constexpr char program[] = "/usr/sbin/opendkim";
constexpr auto patience = std::chrono::seconds(5);
constexpr auto oneAnswer = std::chrono::seconds(2);
constexpr auto betweenSignals = std::chrono::milliseconds(100);

constexpr mail::DkimAlgorithm algorithms[] = {mail::DkimAlgorithm::Rsa,
                                              mail::DkimAlgorithm::Ed25519};

// Whoever may connect decides what is signed: Postfix, for what authenticated people submit and for
// what the host itself sends. No client is trusted for its address; all must come from there.
// What is signed twice as often as it is there (OversignHeaders) cannot be added on the way; not
// Sender and Reply-To, which mailing lists may set without breaking a signature.
constexpr char configuration[] = R"(# Written by mailwrightd at every start; changes here are lost.
Mode s
Socket local:@SOCKET@
UMask @MASK@
@USER@
Syslog @SYSLOG@
SyslogSuccess no
SignatureAlgorithm @ALGORITHM@-sha256
KeyTable file:@KEYTABLE@
SigningTable refile:@SIGNINGTABLE@
MultipleSignatures yes
InternalHosts csl:192.0.2.254
MacroList daemon_name=ORIGINATING
Canonicalization relaxed/relaxed
SignHeaders From,Sender,Reply-To,Subject,Date,Message-ID,To,Cc,In-Reply-To,References,MIME-Version,Content-Type,Content-Transfer-Encoding,Content-ID,Content-Description,List-Id,List-Help,List-Unsubscribe,List-Unsubscribe-Post,List-Subscribe,List-Post,List-Owner,List-Archive
OversignHeaders From,Subject,Date,To,Cc,MIME-Version,Content-Type,Content-Transfer-Encoding
On-Default tempfail
# The directories above the keys are ours and made with care; a test in /tmp would fail this.
RequireSafeKeys no
)";

QString serviceName(mail::DkimAlgorithm algorithm)
{
    return QStringLiteral("opendkim-") + mail::word(algorithm);
}

int openDkimGroup()
{
    const passwd *user = runsAsRoot() ? getpwnam("opendkim") : nullptr;
    return user ? int(user->pw_gid) : -1;
}

mode_t fileMode() { return openDkimGroup() >= 0 ? 0640 : 0600; }

QStringList selectorsOf(const QList<SigningKey> &keys, mail::DkimAlgorithm algorithm,
                        const QString &domain)
{
    QStringList selectors;
    for (const SigningKey &key : keys)
        if (key.algorithm == algorithm && key.domain == domain)
            selectors.append(key.selector);
    selectors.sort();
    return selectors;
}

QByteArray letterOf(const QString &domain)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray address = "postmaster@" + domain.toLatin1();
    return "From: Postmaster <" + address + ">\r\nTo: <" + address +
           ">\r\nSubject: A message to try the signature\r\nDate: " +
           now.toString(Qt::RFC2822Date).toLatin1() + "\r\nMessage-ID: <" +
           QByteArray::number(now.toMSecsSinceEpoch()) + "@" + domain.toLatin1() +
           ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n"
           "Content-Transfer-Encoding: 7bit\r\n\r\n"
           "This message was made to try the signature of the mail host. Nobody gets it.\r\n";
}

// The selectors under which the message carries signatures, sorted.
QStringList selectorsIn(const QByteArray &message)
{
    static const QRegularExpression field(
        QStringLiteral("^DKIM-Signature:(?:.*\\r\\n)(?:[ \\t].*\\r\\n)*"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression tag(QStringLiteral("[;\\s]s=\\s*([^;\\s]+)"));
    QStringList selectors;
    auto fields = field.globalMatch(QString::fromUtf8(message));
    while (fields.hasNext())
        selectors.append(tag.match(fields.next().captured()).captured(1));
    selectors.sort();
    return selectors;
}

} // namespace

Result<void> OpenDkim::check()
{
    m_missing.clear();
    if (!QFile::exists(QLatin1String(program)))
        m_missing = QStringLiteral("the package opendkim is not installed");
    else if (runsAsRoot() && openDkimGroup() < 0)
        m_missing = QStringLiteral("the user opendkim of the package opendkim is missing");
    if (m_missing.isEmpty())
        return {};
    return Error{Error::Kind::Unsupported, m_missing, {}, QStringLiteral("no-opendkim"), 0};
}

QString OpenDkim::file(mail::DkimAlgorithm algorithm, const char *what) const
{
    return m_layout.dkim + u'/' + mail::word(algorithm) + QLatin1String(what);
}

QString OpenDkim::keyFile(const SigningKey &key) const
{
    return m_layout.dkim + QStringLiteral("/keys/") + key.domain + u'/' + key.selector +
           QStringLiteral(".pem");
}

QStringList OpenDkim::sockets() const
{
    QStringList all;
    for (const mail::DkimAlgorithm algorithm : algorithms)
        all.append(m_layout.dkimSocket(mail::word(algorithm)));
    return all;
}

Result<void> OpenDkim::configure()
{
    const bool root = runsAsRoot();
    for (const mail::DkimAlgorithm algorithm : algorithms) {
        const QList<std::pair<QString, QString>> values{
            {QStringLiteral("SOCKET"), m_layout.dkimSocket(mail::word(algorithm))},
            // As root its directory keeps others out, and Postfix is one of them.
            {QStringLiteral("MASK"), root ? QStringLiteral("000") : QStringLiteral("077")},
            {QStringLiteral("USER"), root ? QStringLiteral("UserID opendkim") : QString()},
            {QStringLiteral("SYSLOG"),
             m_layout.local ? QStringLiteral("no") : QStringLiteral("yes")},
            {QStringLiteral("ALGORITHM"), mail::word(algorithm)},
            {QStringLiteral("KEYTABLE"), file(algorithm, ".keytable")},
            {QStringLiteral("SIGNINGTABLE"), file(algorithm, ".signingtable")}};
        QString text = QString::fromLatin1(configuration);
        for (const auto &[name, value] : values)
            text.replace(u'@' + name + u'@', value);
        if (auto written =
                writeWhole(file(algorithm, ".conf"), text.toUtf8(), fileMode(), openDkimGroup());
            !written)
            return written;
        for (const char *table : {".keytable", ".signingtable"})
            if (!QFile::exists(file(algorithm, table)))
                if (auto written =
                        writeWhole(file(algorithm, table), {}, fileMode(), openDkimGroup());
                    !written)
                    return written;
        // What it will sign with from its start: "name domain:selector:file" in each line.
        for (const QByteArray &line : readFile(file(algorithm, ".keytable")).split('\n')) {
            const QStringList parts =
                QString::fromUtf8(line.mid(line.indexOf(' ') + 1)).split(u':');
            if (parts.size() >= 3)
                m_now.append({parts[0], parts[1], algorithm});
        }
    }
    return {};
}

QList<Service> OpenDkim::services() const
{
    QList<Service> all;
    for (const mail::DkimAlgorithm algorithm : algorithms) {
        Service service;
        service.name = serviceName(algorithm);
        service.command.program = QLatin1String(program);
        service.command.arguments = {QStringLiteral("-f"), QStringLiteral("-x"),
                                     file(algorithm, ".conf")};
        service.command.output = true;
        service.hasNoState = true; // and SIGTERM it may take for minutes
        all.append(service);
    }
    return all;
}

Result<QString> OpenDkim::makeKey(const SigningKey &key)
{
    if (!m_missing.isEmpty())
        return Error{Error::Kind::Unsupported, m_missing, {}, QStringLiteral("no-opendkim"), 0};
    const QString path = keyFile(key);
    if (QFile::exists(path))
        return Error{Error::Kind::Conflict,
                     QStringLiteral("%1 has a key under the selector %2 already")
                         .arg(key.domain, key.selector),
                     QStringLiteral("selector"),
                     {},
                     0};
    const auto pair = makeKeyPair(key.algorithm);
    if (!pair)
        return pair.error();
    const QByteArray directory =
        QFile::encodeName(m_layout.dkim + QStringLiteral("/keys/") + key.domain);
    const int group = openDkimGroup();
    const mode_t mode = group >= 0 ? 0750 : 0700;
    if ((mkdir(directory.constData(), mode) != 0 && errno != EEXIST) ||
        (group >= 0 && chown(directory.constData(), uid_t(-1), gid_t(group)) != 0) ||
        chmod(directory.constData(), mode) != 0)
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1: %2").arg(QFile::decodeName(directory), qt_error_string()),
                     {},
                     {},
                     0};
    if (auto written = writeWhole(path, pair->secret.reveal(), fileMode(), group); !written)
        return written.error();
    return pair->record;
}

bool OpenDkim::hasKey(const SigningKey &key) const { return QFile::exists(keyFile(key)); }

Result<void> OpenDkim::dropKey(const SigningKey &key)
{
    const QString path = keyFile(key);
    if (QFile::exists(path) && !QFile::remove(path))
        return Error{
            Error::Kind::Storage, QStringLiteral("%1 could not be deleted").arg(path), {}, {}, 0};
    QDir().rmdir(QFileInfo(path).path()); // when it was the last one
    return {};
}

Result<void> OpenDkim::keepOnly(const QList<SigningKey> &keys)
{
    QStringList kept;
    for (const SigningKey &key : keys)
        kept.append(keyFile(key));
    QDirIterator at(m_layout.dkim + QStringLiteral("/keys"), QDir::Files | QDir::Hidden,
                    QDirIterator::Subdirectories);
    QStringList others;
    while (at.hasNext())
        if (const QString path = at.next(); !kept.contains(path))
            others.append(path);
    for (const QString &path : std::as_const(others)) {
        if (!QFile::remove(path))
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1 could not be deleted").arg(path),
                         {},
                         {},
                         0};
        qCInfo(lcHost, "%s belonged to no key and was deleted", qPrintable(path));
    }
    return {};
}

Result<void> OpenDkim::writeTables(mail::DkimAlgorithm algorithm, const QList<SigningKey> &keys,
                                   bool &differs) const
{
    QByteArray names;
    QByteArray addresses;
    for (const SigningKey &key : keys) {
        if (key.algorithm != algorithm)
            continue;
        const QByteArray domain = key.domain.toLatin1();
        const QByteArray name = key.selector.toLatin1() + "._domainkey." + domain;
        names += name + ' ' + domain + ':' + key.selector.toLatin1() + ':' +
                 QFile::encodeName(keyFile(key)) + '\n';
        addresses += "*@" + domain + ' ' + name + '\n';
        // A From line may hold the name as people write it (RFC 6532).
        const auto forPeople = mail::domainFrom(key.domain);
        if (forPeople && forPeople->unicode != key.domain)
            addresses += "*@" + forPeople->unicode.toUtf8() + ' ' + name + '\n';
        // Bounces come from the host's own name.
        if (m_layout.mailName.endsWith(u'.' + key.domain))
            addresses += "*@" + m_layout.mailName.toLatin1() + ' ' + name + '\n';
    }
    const auto write = [&](const char *table, const QByteArray &text) -> Result<void> {
        if (readFile(file(algorithm, table)) == text)
            return {};
        differs = true;
        return writeWhole(file(algorithm, table), text, fileMode(), openDkimGroup());
    };
    if (auto written = write(".keytable", names); !written)
        return written;
    return write(".signingtable", addresses);
}

// Returns when a message shows that the instance signs with these.
Result<void> OpenDkim::bringIn(mail::DkimAlgorithm algorithm, const QList<SigningKey> &keys)
{
    bool differs = false;
    if (auto written = writeTables(algorithm, keys, differs); !written)
        return written;
    QString witness; // a domain whose signatures tell the old tables from the new ones
    for (const QList<SigningKey> *list : {&keys, std::as_const(m_now).isEmpty() ? &keys : &m_now})
        for (const SigningKey &key : *list)
            if (witness.isEmpty() && selectorsOf(keys, algorithm, key.domain) !=
                                         selectorsOf(m_now, algorithm, key.domain))
                witness = key.domain;
    if (witness.isEmpty() && !differs)
        return {};
    if (witness.isEmpty() && !keys.isEmpty())
        witness = keys.constFirst().domain;
    const QString name = serviceName(algorithm);
    const QString socket = m_layout.dkimSocket(mail::word(algorithm));
    const QStringList wanted = selectorsOf(keys, algorithm, witness);
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + patience;
    auto signalled = Clock::now() - betweenSignals;
    for (bool mustSignal = differs;;) {
        const auto tried = throughMilter(socket, letterOf(witness), oneAnswer);
        if (tried && !mustSignal && selectorsIn(*tried) == wanted)
            return {};
        const auto now = Clock::now();
        if (now > until)
            return Error{Error::Kind::Offline,
                         QStringLiteral("OpenDKIM (%1) did not take over the keys of %2: %3")
                             .arg(mail::word(algorithm), witness,
                                  tried ? QStringLiteral("it signs with \"%1\"")
                                              .arg(selectorsIn(*tried).join(u' '))
                                        : tried.error().detail),
                         {},
                         {},
                         0};
        // Only to one that has answered: while it starts, the signal would end it.
        const bool answers = tried || tried.error().kind != Error::Kind::Offline;
        if (answers && now - signalled >= betweenSignals) {
            mustSignal = !m_supervisor.signal(name, SIGUSR1);
            signalled = now;
        }
        usleep(3000);
    }
}

Result<void> OpenDkim::signWith(const QList<SigningKey> &keys)
{
    if (!m_missing.isEmpty())
        return {}; // nothing runs that could sign
    QList<SigningKey> there;
    for (const SigningKey &key : keys) {
        if (hasKey(key))
            there.append(key);
        else
            // A table that names it would hold up all mail of the domain.
            qCCritical(lcHost, "the private half of %s._domainkey.%s is missing: it cannot sign",
                       qPrintable(key.selector), qPrintable(key.domain));
    }
    QMutexLocker lock(&m_mutex);
    for (const mail::DkimAlgorithm algorithm : algorithms)
        if (auto done = bringIn(algorithm, there); !done)
            return done;
    m_now = there;
    return {};
}

Result<QByteArray> OpenDkim::signedMessage(const QString &domain)
{
    if (!m_missing.isEmpty())
        return Error{Error::Kind::Unsupported, m_missing, {}, QStringLiteral("no-opendkim"), 0};
    QByteArray message = letterOf(domain);
    for (const QString &socket : sockets()) {
        auto passed = throughMilter(socket, message, patience);
        if (!passed)
            return passed.error();
        message = std::move(*passed);
    }
    if (selectorsIn(message).isEmpty())
        return Error{Error::Kind::Conflict,
                     QStringLiteral("No key of %1 signs").arg(domain),
                     {},
                     QStringLiteral("not_signed"),
                     0};
    return message;
}

} // namespace host
