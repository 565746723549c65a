// SPDX-License-Identifier: GPL-3.0-or-later
// A PowerDNS of the test's own on loopback, with zones given as text, signed when asked for.
#pragma once

#include "app/wire/dns/dnsclient.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

#include <memory>

class PowerDns
{
public:
    static bool isInstalled()
    {
        return !program("pdns_server").isEmpty() && !program("pdnsutil").isEmpty() &&
               !program("sqlite3").isEmpty() && QFile::exists(QLatin1String(schema));
    }

    PowerDns() { run(program("sqlite3"), {database()}, QLatin1String(schema)); }
    ~PowerDns()
    {
        if (!m_server)
            return;
        m_server->terminate();
        if (!m_server->waitForFinished(10000))
            m_server->kill();
    }

    // Before start(). `text`: a zone file with $ORIGIN left out.
    bool add(const QByteArray &zone, const QByteArray &text)
    {
        writeConfig();
        QFile file(path("zone"));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write("$ORIGIN " + zone + ".\n$TTL 300\n" + text);
        file.close();
        return util({QStringLiteral("load-zone"), QString::fromUtf8(zone), file.fileName()});
    }
    bool secure(const QByteArray &zone)
    {
        return util({QStringLiteral("secure-zone"), QString::fromUtf8(zone)}) &&
               util({QStringLiteral("rectify-zone"), QString::fromUtf8(zone)});
    }
    // DS records with SHA-256, as a line of a trust anchor.
    QByteArray anchor(const QByteArray &zone)
    {
        QByteArray out;
        util({QStringLiteral("export-zone-ds"), QString::fromUtf8(zone)}, &out);
        for (const QByteArray &line : out.split('\n'))
            if (const QByteArray words = line.simplified(); words.contains(" 13 2 "))
                return words.left(words.indexOf(" ;"));
        return {};
    }
    bool start()
    {
        for (int attempt = 0; attempt < 5; ++attempt) {
            QTcpServer probe;
            probe.listen(QHostAddress::LocalHost);
            m_port = probe.serverPort();
            probe.close();
            writeConfig();
            m_server = std::make_unique<QProcess>();
            m_server->setStandardOutputFile(path("log"));
            m_server->setProcessChannelMode(QProcess::MergedChannels);
            m_server->start(program("pdns_server"), {QStringLiteral("--config-dir=") + path()});
            if (!m_server->waitForStarted())
                return false;
            // it answers, or it has ended because the port was taken
            wire::ClientSettings settings;
            settings.timeoutMs = 200;
            Progress progress;
            for (int i = 0; i < 100 && !m_server->waitForFinished(10); ++i) {
                wire::DnsClient client(server(), settings);
                if (client.ask({{"nothing.invalid", wire::RecordType::SOA}}, progress).constFirst())
                    return true;
            }
        }
        return false;
    }
    wire::DnsServer server() const { return {"127.0.0.1", m_port}; }
    QByteArray log() const
    {
        QFile file(path("log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static constexpr const char *schema =
        "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

    static QString program(const char *name)
    {
        const QString found = QStandardPaths::findExecutable(QLatin1String(name));
        return found.isEmpty() ? QStandardPaths::findExecutable(QLatin1String(name),
                                                                {QStringLiteral("/usr/sbin")})
                               : found;
    }
    QString path(const char *name = "") const { return m_folder.filePath(QLatin1String(name)); }
    QString database() const { return path("pdns.db"); }
    void writeConfig() const
    {
        QFile file(path("pdns.conf"));
        if (file.open(QIODevice::WriteOnly))
            file.write(
                "launch=gsqlite3\ngsqlite3-dnssec=yes\ngsqlite3-database=" + database().toUtf8() +
                "\nlocal-address=127.0.0.1\nlocal-port=" + QByteArray::number(m_port) +
                "\nsocket-dir=" + path().toUtf8() +
                "\ndaemon=no\nguardian=no\nwrite-pid=no\nsecurity-poll-suffix=\n"
                "zone-cache-refresh-interval=0\ncache-ttl=0\nquery-cache-ttl=0\n"
                "negquery-cache-ttl=0\n");
    }
    static bool run(const QString &command, const QStringList &arguments, const QString &input = {},
                    QByteArray *out = nullptr)
    {
        QProcess process;
        if (!input.isEmpty())
            process.setStandardInputFile(input);
        process.start(command, arguments);
        if (!process.waitForFinished(30000))
            return false;
        if (out)
            *out = process.readAllStandardOutput();
        return process.exitCode() == 0;
    }
    bool util(const QStringList &arguments, QByteArray *out = nullptr) const
    {
        return run(program("pdnsutil"),
                   QStringList{QStringLiteral("--config-dir=") + path()} + arguments, {}, out);
    }

    QTemporaryDir m_folder;
    quint16 m_port = 53;
    std::unique_ptr<QProcess> m_server;
};
