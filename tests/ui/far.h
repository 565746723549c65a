// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon in process on a recording host, with an organisation of six people, and what a story
// needs to be there before it begins.
#pragma once

#include "app/backend/hostingapi.h"
#include "server/daemon.h"
#include "server/db/caller.h"
#include "tests/support/recordinghost.h"

#include <QTemporaryDir>

#include <memory>

class Far
{
public:
    Far();

    QString error() const { return m_error; } // empty: it runs
    std::shared_ptr<backend::Backend> backend(mail::Account account) const;
    std::shared_ptr<backend::Backend> backend(mail::Account account, const Secret &token) const;
    // A token of that person, as an administrator would make it; empty: it failed.
    Secret tokenFor(const QString &person, db::Scope scope);
    bool revoke(const Secret &token);
    void cutMailServers(bool isCut); // what is changed meanwhile is saved, and not in effect

    // Straight over the API, as another administrator would.
    bool addMailbox(const QString &name, const QString &note = {});
    bool setQuota(int addresses); // as who runs the host sets it
    bool addAccess(const QString &mailbox, const QString &person, const mail::Rights &rights);
    bool addZone(); // of the service's domain, with the records that a mail host begins with
    bool addRecord(const QString &source, const QString &type, const QString &target,
                   int ttl = mail::usualTtl);
    bool changeRecord(const mail::ZoneRecord &from, const QString &target);
    QList<mail::ZoneRecord> records();
    mail::ZoneRecord record(const QString &source, const QString &type); // the first such
    QStringList recordTexts(); // "www A 192.0.2.1", what the host looks after left out; sorted
    bool addDevice(const QString &mailbox, const QString &label, const QString &person = {});
    std::optional<mail::Access> access(const QString &mailbox, const QString &person);
    std::optional<mail::Mailbox> mailbox(const QString &name);
    QList<mail::Device> devices(const QString &mailbox);
    mail::User person(const QString &displayName);
    const host::RecordingHost &host() const { return m_host; }

private:
    bool apply(const mail::Change &change);

    QTemporaryDir m_folder;
    host::RecordingHost m_host;
    SystemClock m_clock;
    std::unique_ptr<Daemon> m_daemon;
    Secret m_token;
    QString m_error;
    std::shared_ptr<backend::Backend> m_direct;
    mail::Service m_service;
    QList<mail::User> m_people;
    Progress m_progress;
};
