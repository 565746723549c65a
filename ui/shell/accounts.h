// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of this desktop: their backends, whether they answer, and when they were last asked.
// UI thread.
#pragma once

#include "app/backend/backend.h"
#include "app/base/clock.h"
#include "app/base/jobs.h"
#include "app/store/cache.h"
#include "app/store/secretstore.h"
#include "app/store/settings.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

namespace ui {

class Accounts : public QObject
{
    Q_OBJECT

public:
    enum class Connection
    {
        Unknown,
        Online,
        Offline,
        Refused
    }; // Refused: token or rights

    // A factory, so that tests bring their own backend.
    using MakeBackend = std::function<std::shared_ptr<backend::Backend>(const mail::Account &,
                                                                        const Secret &token)>;

    Accounts(Jobs &jobs, store::Cache &cache, store::Settings &settings,
             store::SecretStore &secrets, const Clock &clock, MakeBackend make,
             QObject *parent = nullptr);

    QList<mail::Account> list() const;
    std::optional<mail::Account> account(const QString &id) const;
    // Blocking work uses it inside a job; empty while the token is not read yet or missing.
    std::shared_ptr<backend::Backend> backend(const QString &account) const;
    Connection connection(const QString &account) const;
    Error lastError(const QString &account) const;
    mail::User me(const QString &account) const;

    void add(const mail::Account &account,
             const Secret &token); // keeps the token in the keyring, then refreshes
    void renew(const QString &account, const Secret &token); // takes the place of the old one
    void remove(const QString &account);                     // with its token and its cache
    // A local host was started: its token and address are read anew each time, never kept here.
    void connectLocal(const mail::Account &account, const Secret &token);
    void setFailed(const QString &account, const Error &error); // it ended or could not be started

    void start();                         // reads tokens, refreshes all
    void refresh(const QString &account); // account, services, capabilities, people
    void refreshMailboxes(const store::Scope &scope);
    void refreshMailbox(const store::Scope &scope, const QString &name);
    // Lists that nobody needs before somebody looks at them. The change feed keeps them up, where
    // there is one.
    enum class Part
    {
        Zones, // with their records
        DkimKeys,
        HostJobs
    };
    void refreshPart(const store::Scope &scope, Part part);
    // The service that is looked at: its change feed is asked every fifteen seconds while it
    // answers, and with growing pauses while it does not.
    void setShown(const store::Scope &scope);
    bool isLasting() const;         // false: tokens are kept in memory only
    bool isKeyringDeclined() const; // there is a keyring, and it was not unlocked
    // Asks it, so that isLasting() is known before there is something to keep.
    void probeKeyring(QObject *receiver, std::function<void()> then);

signals:
    void listChanged();
    void connectionChanged(const QString &account);
    void tokenNotKept(); // no keyring answered: it is gone when the program ends
    void refreshed(const store::Scope &scope); // the list of mailboxes is as of now
    void refreshFailed(const store::Scope &scope, const Error &error);
    void partRefreshed(const store::Scope &scope, ui::Accounts::Part part);
    void partFailed(const store::Scope &scope, ui::Accounts::Part part, const Error &error);
    void removed(const QString &account);
    // Somebody wants to know something of a local host that does not answer: connectLocal() or
    // setFailed() is the answer.
    void hostWanted(const QString &account);

private:
    struct Entry;
    void load();
    void save();
    bool asksForHost(const Entry &known); // instead of asking itself
    void fetch(const QString &account);
    void tellFailed(const QString &account, const Error &error);
    void readToken(const QString &account);
    void setToken(const QString &account, const Secret &token);
    void keepToken(const mail::Account &account, const Secret &token);
    void nameByService(Entry &known);
    void note(const QString &account, const Error *error);
    void poll();
    std::shared_ptr<Entry> entry(const QString &account) const { return m_entries.value(account); }

    Jobs &m_jobs;
    store::Cache &m_cache;
    store::Settings &m_settings;
    store::SecretStore &m_secrets;
    const Clock &m_clock;
    MakeBackend m_make;
    QHash<QString, std::shared_ptr<Entry>> m_entries;
    QStringList m_order;
    store::Scope m_shown;
    QTimer m_poll;
};

} // namespace ui
