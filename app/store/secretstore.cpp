// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/secretstore.h"

#include "app/base/log.h"

#include <QSemaphore>
#include <qt6keychain/keychain.h>
#include <QThread>

#include <memory>

namespace store {

namespace {

QString serviceName() { return QStringLiteral("mailwright"); }

// QtKeychain queues all its jobs in the thread that made the first one and wants an event loop
// there. So there is one such thread, as long as the program; it is never joined, because a keyring
// that does not answer would hold up the exit.
QObject *keyringThread()
{
    static QObject *const object = [] {
        auto *thread = new QThread;
        thread->setObjectName(QStringLiteral("keyring"));
        auto *inside = new QObject;
        inside->moveToThread(thread);
        thread->start();
        return inside;
    }();
    return object;
}

struct Answer
{
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    Secret secret;
    QSemaphore done;
};

// Runs the job that `make` makes (in the keyring's thread) and waits. nullptr: no answer in time.
template <class Job, class Make, class Take>
std::shared_ptr<Answer> ask(int timeout, Make make, Take take)
{
    auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(
        keyringThread(),
        [answer, make, take] {
            auto *job = new Job(serviceName());
            job->setInsecureFallback(false);
            make(job);
            QObject::connect(job, &QKeychain::Job::finished, job, [answer, take, job] {
                answer->error = job->error();
                answer->text = job->errorString();
                take(job, *answer);
                answer->done.release();
            });
            job->start();
        },
        Qt::QueuedConnection);
    if (!answer->done.tryAcquire(1, timeout))
        return nullptr;
    return answer;
}

// The backends have no common word for a prompt that was closed.
bool isDeclinedBy(const Answer *answer)
{
    if (!answer)
        return false;
    return answer->error == QKeychain::AccessDenied ||
           answer->error == QKeychain::AccessDeniedByUser ||
           (answer->error == QKeychain::OtherError &&
            (answer->text.contains(u"locked", Qt::CaseInsensitive) ||
             answer->text.contains(u"dismissed", Qt::CaseInsensitive)));
}

} // namespace

Result<void> MemorySecrets::write(const QString &key, const Secret &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(key, secret);
    return {};
}

Result<Secret> MemorySecrets::read(const QString &key)
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_secrets.constFind(key);
    if (it == m_secrets.constEnd())
        return Error{Error::Kind::NotFound, QStringLiteral("No such secret"), {}, {}, 0};
    return *it;
}

Result<void> MemorySecrets::remove(const QString &key)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.remove(key);
    return {};
}

void KeyringSecrets::tell(bool works, const QString &why, bool isDeclined)
{
    const QMutexLocker lock(&m_mutex);
    if (m_works && !works)
        qCWarning(lcStore).noquote() << "secrets are kept in memory only, no keyring:" << why;
    m_works = works;
    m_isDeclined = !works && isDeclined;
}

bool KeyringSecrets::isDeclined() const
{
    const QMutexLocker lock(&m_mutex);
    return m_isDeclined;
}

bool KeyringSecrets::isLasting() const
{
    const QMutexLocker lock(&m_mutex);
    return m_works;
}

Result<void> KeyringSecrets::write(const QString &key, const Secret &secret)
{
    // In memory too: if the keyring is locked later, this run goes on.
    (void)m_memory.write(key, secret);
    const auto answer = ask<QKeychain::WritePasswordJob>(
        m_timeout,
        [key, secret](QKeychain::WritePasswordJob *job) {
            job->setKey(key);
            job->setBinaryData(secret.reveal());
        },
        [](QKeychain::WritePasswordJob *, Answer &) {});
    tell(answer && answer->error == QKeychain::NoError,
         answer ? answer->text : QStringLiteral("no answer"), isDeclinedBy(answer.get()));
    return {};
}

Result<Secret> KeyringSecrets::read(const QString &key)
{
    if (auto kept = m_memory.read(key))
        return kept;
    const Error none{Error::Kind::NotFound, QStringLiteral("No such secret"), {}, {}, 0};
    const auto answer = ask<QKeychain::ReadPasswordJob>(
        m_timeout, [key](QKeychain::ReadPasswordJob *job) { job->setKey(key); },
        [](QKeychain::ReadPasswordJob *job, Answer &to) { to.secret = Secret(job->binaryData()); });
    const bool isFound = answer && answer->error == QKeychain::NoError;
    tell(isFound || (answer && answer->error == QKeychain::EntryNotFound),
         answer ? answer->text : QStringLiteral("no answer"), isDeclinedBy(answer.get()));
    if (!isFound)
        return none;
    (void)m_memory.write(key, answer->secret);
    return answer->secret;
}

Result<void> KeyringSecrets::remove(const QString &key)
{
    (void)m_memory.remove(key);
    const auto answer = ask<QKeychain::DeletePasswordJob>(
        m_timeout, [key](QKeychain::DeletePasswordJob *job) { job->setKey(key); },
        [](QKeychain::DeletePasswordJob *, Answer &) {});
    const bool isGone = answer && (answer->error == QKeychain::NoError ||
                                   answer->error == QKeychain::EntryNotFound);
    const QString why = answer ? answer->text : QStringLiteral("The keyring did not answer");
    tell(isGone, why, isDeclinedBy(answer.get()));
    if (!isGone)
        return Error{Error::Kind::Storage, why, {}, {}, 0};
    return {};
}

} // namespace store
