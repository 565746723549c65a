// SPDX-License-Identifier: GPL-3.0-or-later
// The cache: what goes in comes out, reloads, other threads, damage, a full disk.
#include "app/store/cache.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

#include <memory>

using namespace store;

namespace {

const Scope scope{QStringLiteral("a1"), 7};

mail::Mailbox mailbox(const QString &name, const QString &note = {}, qint64 size = 0)
{
    mail::Mailbox m;
    m.service = 7;
    m.name = name;
    m.address = name + QStringLiteral("@xn--bcher-kva.example");
    m.addressIdn = name + QStringLiteral("@bücher.example");
    m.note = note;
    m.size = size;
    m.userCount = 2;
    m.userNames = QStringList{QStringLiteral("Ana"), QStringLiteral("Ben")};
    m.imapLastLogin = QDateTime(); // never
    m.pop3LastLogin = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    m.version = 3;
    return m;
}

QStringList names(const Cache &cache, const QString &column = QStringLiteral("address"),
                  bool descending = false)
{
    QStringList list;
    const auto done = cache.eachMailbox(scope, column, descending, [&](const Listed &mailbox) {
        list.append(mailbox.address.section(u'@', 0, 0));
        return true;
    });
    return done ? list : QStringList{QStringLiteral("failed")};
}

} // namespace

class CacheTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>(file());
        QVERIFY(m_cache->open());
    }
    void cleanup() { m_cache.reset(); }

    void keepsEveryField()
    {
        const mail::Mailbox m = mailbox(QStringLiteral("ana"), QStringLiteral("Front desk"), 12);
        QVERIFY(m_cache->putMailboxes(scope, {m}));
        QCOMPARE(mail::toJson(*m_cache->mailbox(scope, u"ana"_qs)), mail::toJson(m));
        QVERIFY(!m_cache->mailbox(scope, u"ana"_qs)->deviceCount);  // unknown stays unknown
        QVERIFY(m_cache->mailbox(scope, u"ana"_qs)->imapLastLogin); // never is known
        QVERIFY(!m_cache->mailbox(Scope{u"a1"_qs, 8}, u"ana"_qs));
        const auto row = m_cache->rowOf(scope, u"ana"_qs);
        QVERIFY(row);
        QCOMPARE(m_cache->mailboxes(scope, {*row}).size(), 1);
        QCOMPARE(m_cache->syncState(scope).mailboxes, 1);

        mail::Service service;
        service.id = 7;
        service.organisation = 3;
        service.domain = u"example.org"_qs;
        service.defaultRights = mail::Rights::none();
        service.addressQuota = 0;
        QVERIFY(m_cache->setServices(u"a1"_qs, {service}));
        QCOMPARE(m_cache->services(u"a1"_qs), QList<mail::Service>{service});
        QCOMPARE(*m_cache->service(scope), service);

        mail::User user;
        user.id = 5;
        user.displayName = u"Ana"_qs;
        user.role = mail::Role::Owner;
        QVERIFY(m_cache->setUsers(u"a1"_qs, 3, {user}));
        QCOMPARE(m_cache->users(u"a1"_qs, 3), QList<mail::User>{user});

        mail::Capabilities can;
        can.allow(mail::Verb::Create, u"mailbox"_qs);
        can.mailSettings = mail::MailSettings::infomaniak();
        QVERIFY(m_cache->setCapabilities(scope, can));
        QCOMPARE(*m_cache->capabilities(scope), can);

        mail::Access access;
        access.service = 7;
        access.mailbox = u"ana"_qs;
        access.user = 5;
        access.rights = mail::Rights::all();
        access.rights->set(mail::Right::SendEmails, {});
        QVERIFY(m_cache->setAccesses(scope, u"ana"_qs, {access}));
        QVERIFY(!m_cache->knownSince(scope, u"ana"_qs).isValid()); // devices not read yet
        mail::Device device;
        device.service = 7;
        device.mailbox = u"ana"_qs;
        device.id = 9;
        device.user = 0;
        device.type = mail::DeviceType::Phone;
        QVERIFY(m_cache->setDevices(scope, u"ana"_qs, {device}));
        QVERIFY(m_cache->knownSince(scope, u"ana"_qs).isValid());
        QCOMPARE(m_cache->accesses(scope, u"ana"_qs), QList<mail::Access>{access});
        QCOMPARE(m_cache->devices(scope, u"ana"_qs), QList<mail::Device>{device});

        QVERIFY(m_cache->removeMailbox(scope, u"ana"_qs));
        QVERIFY(m_cache->accesses(scope, u"ana"_qs).isEmpty());
        QVERIFY(!m_cache->rowOf(scope, u"ana"_qs));
        QVERIFY(m_cache->forgetAccount(u"a1"_qs));
        QVERIFY(m_cache->services(u"a1"_qs).isEmpty());
    }

    void anUnknownValueLeavesTheKnownOne()
    {
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"ana"_qs, u"Front"_qs, 12)}));
        const auto row = m_cache->rowOf(scope, u"ana"_qs);
        mail::Mailbox less = mailbox(u"ana"_qs, u"Back"_qs);
        less.size.reset();
        QVERIFY(m_cache->putMailboxes(scope, {less}));
        QCOMPARE(m_cache->mailbox(scope, u"ana"_qs)->note, u"Back"_qs);
        QCOMPARE(m_cache->mailbox(scope, u"ana"_qs)->size, 12);
        QCOMPARE(m_cache->rowOf(scope, u"ana"_qs), row);
    }

    void listsInTheOrderAskedFor()
    {
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"b"_qs, u"Zoo"_qs, 5),
                                              mailbox(u"c"_qs, u"apple"_qs, 1),
                                              mailbox(u"a"_qs, u"Mint"_qs, 9)}));
        QCOMPARE(names(*m_cache), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
        QCOMPARE(names(*m_cache, u"note"_qs), (QStringList{u"c"_qs, u"a"_qs, u"b"_qs}));
        QCOMPARE(names(*m_cache, u"size"_qs, true), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
        for (const char *column :
             {"address", "note", "size", "last_login", "user_count", "device_count", "nonsense"})
            QCOMPARE(names(*m_cache, QLatin1String(column)).size(), 3);
        QCOMPARE(m_cache->firstRows(scope, u"size"_qs, true, 1).first(),
                 *m_cache->rowOf(scope, u"a"_qs));
        QCOMPARE(m_cache->firstMailboxes(scope, 2).size(), 2);

        QString extra;
        QVERIFY(m_cache->eachMailbox(scope, u"address"_qs, false, [&](const Listed &mailbox) {
            extra = mailbox.extra;
            return false;
        }));
        QVERIFY(extra.contains(u"Mint"_qs) && extra.contains(u"Ben"_qs) &&
                extra.contains(u"xn--"_qs));
    }

    void tellsTheTraitsOfEach()
    {
        mail::Mailbox all = mailbox(u"all"_qs);
        all.deviceCount = 3;
        all.hasRedirection = all.hasAutoReply = all.hasAdFilter = all.isLimited = true;
        all.hasSpamFilter = false;
        mail::Mailbox little; // as a token that may see little is told
        little.service = 7;
        little.name = u"little"_qs;
        QVERIFY(m_cache->putMailboxes(scope, {all, little}));
        QHash<QString, Traits> traits;
        QVERIFY(m_cache->eachMailbox(scope, u"address"_qs, false, [&](const Listed &m) {
            traits.insert(m.address.section(u'@', 0, 0), m.traits);
            return true;
        }));
        const Traits of = traits.value(u"all"_qs);
        for (const Trait trait : {Trait::Users, Trait::Devices, Trait::Redirection,
                                  Trait::AutoReply, Trait::AdFilter, Trait::Limited, Trait::Pop3})
            QCOMPARE(of.has(trait), true);
        for (const Trait trait : {Trait::SpamFilter, Trait::Imap})
            QCOMPARE(of.has(trait), false);
        TraitFilter since;
        since.askLogin(TraitFilter::Login::Since, QDate(2023, 1, 1));
        QVERIFY(since.matches(of));
        for (const auto &[trait, name] : mail::Words<Trait>::list)
            QCOMPARE(traits.value(QString()).has(trait), std::nullopt);
        QVERIFY(!since.matches(traits.value(QString())));
    }

    void aReloadDropsWhatDidNotCome()
    {
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"a"_qs), mailbox(u"b"_qs)}));
        const auto row = m_cache->rowOf(scope, u"a"_qs);
        QSignalSpy changed(m_cache.get(), &Cache::changed);
        {
            auto reload = m_cache->reload(scope);
            QVERIFY(reload);
            QVERIFY(reload->put({mailbox(u"c"_qs)}));
        } // not committed
        QCOMPARE(names(*m_cache), (QStringList{u"a"_qs, u"b"_qs}));
        QCOMPARE(changed.size(), 0);

        auto reload = m_cache->reload(scope);
        QVERIFY(reload);
        QVERIFY(reload->put({mailbox(u"a"_qs, u"new"_qs), mailbox(u"c"_qs)}));
        QVERIFY(reload->put({mailbox(u"c"_qs), mailbox(u"d"_qs)})); // pages may shift and overlap
        QCOMPARE(names(*m_cache), (QStringList{u"a"_qs, u"b"_qs}));
        // Others can write meanwhile.
        QVERIFY(m_cache->putMailboxes(Scope{u"a1"_qs, 8}, {mailbox(u"x"_qs)}));
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        QVERIFY(reload->commit(at, 44, 7));
        QCOMPARE(names(*m_cache), (QStringList{u"a"_qs, u"c"_qs, u"d"_qs}));
        QCOMPARE(m_cache->rowOf(scope, u"a"_qs), row);
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->note, u"new"_qs);
        QCOMPARE(m_cache->syncState(scope).at, at);
        QCOMPARE(m_cache->syncState(scope).sequence, 44);
        QCOMPARE(m_cache->syncState(scope).activity, 7);
        QVERIFY(m_cache->setSyncState(scope, at, 45, 9));
        QCOMPARE(m_cache->syncState(scope).sequence, 45);
        QCOMPARE(m_cache->syncState(scope).activity, 9);
        QCOMPARE(m_cache->syncState(Scope{u"a1"_qs, 8}).mailboxes, 1);
    }

    void takesALargeService()
    {
        constexpr int count = 100'000;
        QElapsedTimer timer;
        timer.start();
        auto reload = m_cache->reload(scope);
        QVERIFY(reload);
        for (int page = 0; page < count / 1000; ++page) {
            QList<mail::Mailbox> list;
            list.reserve(1000);
            for (int i = 0; i < 1000; ++i)
                list.append(
                    mailbox(QStringLiteral("user%1").arg(page * 1000 + i, 6, 10, QChar(u'0')),
                            QStringLiteral("Team %1").arg(i % 40), i * 1000));
            QVERIFY(reload->put(list));
        }
        QVERIFY(reload->commit(QDateTime::currentDateTimeUtc(), 1, 0));
        qInfo("%d addresses written in %lld ms", count, timer.restart());
        QCOMPARE(m_cache->syncState(scope).mailboxes, count);
        QCOMPARE(m_cache->firstMailboxes(scope, 50).size(), 50);
        qInfo("first rows in %lld ms", timer.restart());
        QCOMPARE(names(*m_cache, u"size"_qs).size(), count);
        qInfo("all names by size in %lld ms", timer.elapsed());
    }

    void servesOtherThreads()
    {
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"a"_qs)}));
        bool fine = true;
        QList<QThread *> threads;
        QObject receiver;
        int seen = 0;
        connect(m_cache.get(), &Cache::changed, &receiver, [&] { ++seen; });
        std::atomic<bool> *wrong = new std::atomic<bool>(false);
        for (int t = 0; t < 4; ++t) {
            threads.append(QThread::create([this, t, wrong] {
                for (int i = 0; i < 20; ++i) {
                    if (!m_cache->putMailboxes(scope,
                                               {mailbox(QStringLiteral("t%1-%2").arg(t).arg(i))}) ||
                        !m_cache->mailbox(scope, u"a"_qs))
                        *wrong = true;
                }
            }));
            threads.last()->start();
        }
        for (QThread *thread : threads)
            QVERIFY(thread->wait(60'000));
        qDeleteAll(threads);
        fine = !*wrong;
        delete wrong;
        QVERIFY(fine);
        QTRY_COMPARE(seen, 80);
        QCOMPARE(m_cache->syncState(scope).mailboxes, 81);
    }

    void staysAcrossARestart()
    {
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"a"_qs)}));
        reopen();
        QCOMPARE(names(*m_cache), QStringList{u"a"_qs});
        QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void isMadeAnewWhenDamaged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no database") << QByteArray(5000, 'x');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    }
    void isMadeAnewWhenDamaged()
    {
        QFETCH(QByteArray, content);
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"a"_qs)}));
        m_cache.reset();
        QFile::remove(file() + u"-wal"_qs);
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write(content);
        broken.close();
        m_cache = std::make_unique<Cache>(file());
        QVERIFY(m_cache->open());
        QCOMPARE(names(*m_cache), QStringList());
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"b"_qs)}));
    }

    void isMadeAnewWhenDamagedWhileOpen()
    {
        QList<mail::Mailbox> many;
        for (int i = 0; i < 3000; ++i)
            many.append(mailbox(QStringLiteral("u%1").arg(i)));
        QVERIFY(m_cache->putMailboxes(scope, many));
        m_cache.reset();
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::ReadWrite));
        QVERIFY(broken.seek(4096));
        broken.write(QByteArray(int(broken.size()) - 4096, '\x55')); // the schema page is left
        broken.close();
        m_cache = std::make_unique<Cache>(file());
        QVERIFY(m_cache->open()); // remade here or at the first write
        QSignalSpy changed(m_cache.get(), &Cache::changed);
        if (!m_cache->putMailboxes(scope, {mailbox(u"b"_qs)})) {
            QCOMPARE(changed.size(), 1);
            QVERIFY(changed.first().first().value<Touched>().kind.isEmpty());
            QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"b"_qs)}));
        }
        QCOMPARE(names(*m_cache), QStringList{u"b"_qs});
    }

#ifdef Q_OS_LINUX
    void aFullDiskLosesNothing()
    {
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"a"_qs)}));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit tight = before;
        tight.rlim_cur = 400'000;
        setrlimit(RLIMIT_FSIZE, &tight);
        QList<mail::Mailbox> many;
        for (int i = 0; i < 20'000; ++i)
            many.append(mailbox(QStringLiteral("u%1").arg(i), QString(60, u'n')));
        const auto full = m_cache->putMailboxes(scope, many);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!full);
        QCOMPARE(full.error().kind, Error::Kind::Storage);
        QCOMPARE(names(*m_cache), QStringList{u"a"_qs});
        QVERIFY(m_cache->putMailboxes(scope, many));
        QCOMPARE(m_cache->syncState(scope).mailboxes, 20'001);
    }
#endif

private:
    QString file() const { return m_dir->filePath(u"cache.db"_qs); }
    void reopen()
    {
        m_cache.reset();
        m_cache = std::make_unique<Cache>(file());
        QVERIFY(m_cache->open());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Cache> m_cache;
};

QTEST_GUILESS_MAIN(CacheTest)
#include "cachetest.moc"
