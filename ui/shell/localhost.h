// SPDX-License-Identifier: GPL-3.0-or-later
// Private mail hosts on this computer: finds or starts `mailwrightd --local DIR` for each
// directory, waits until it is ready without blocking, and hands its address and token to Accounts.
// One that ends by itself is started again, after pauses that grow. What we started we stop; what
// ran before is left running. UI thread.
#pragma once

#include "app/base/jobs.h"
#include "ui/shell/accounts.h"
#include "ui/shell/messages.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

// What DIR/service.json says.
struct LocalService
{
    QString url;
    Secret token;
    QString caFile;
    QString domain;
};
Result<LocalService> readLocalService(const QString &directory);

class LocalHosts : public QObject
{
    Q_OBJECT

public:
    using Test =
        std::function<Result<mail::User>(const mail::Account &, const Secret &, Progress &)>;

    // `test` asks whether a host answers; `program` empty: the daemon is looked for beside this
    // program, in the build tree, and in PATH.
    LocalHosts(Accounts &accounts, Jobs &jobs, Test test, const QString &program = {},
               QObject *parent = nullptr);
    ~LocalHosts() override; // stops what was started here

    static QString whyNot();                       // empty: a host can run on this system
    static QString usualDirectory();               // in the user's data
    static Sentence whyFailed(const Error &error); // of failed()
    // What a line of the daemon's log means for who waits; empty: nothing that they need to know.
    static QString stepOf(const QString &line);
    QString program() const; // empty: not found

    void startAll(); // for the accounts of kind Local
    // Makes the account when it is ready. Of one that is known: looks whether it answers, and
    // starts it again otherwise.
    void open(const QString &directory);
    bool isStarting() const;

signals:
    void ready(const QString &account);
    void failed(const QString &directory, const Error &error);
    void noted(const QString &directory, const QString &step); // how far it is, in plain words

private:
    struct Host;
    std::optional<mail::Account> accountOf(const Host &host) const;
    void begin(Host &host);
    void look(Host &host);
    void start(Host &host);
    void hear(Host &host);
    void ended(Host &host);
    void restartLater(Host &host);
    void check(Host &host);
    void finish(Host &host, const LocalService &service);
    void fail(Host &host, const Error &error);

    Accounts &m_accounts;
    Jobs &m_jobs;
    Test m_test;
    QString m_program;
    std::vector<std::unique_ptr<Host>> m_hosts; // never fewer while this lives
};

} // namespace ui
