// SPDX-License-Identifier: GPL-3.0-or-later
// Keys are rotated on a host that sends mail all the while: no message leaves unsigned or with a
// key that is not published; and the daemon may be killed between any two steps.
#include "tests/live/dkim/signedhost.h"

#include <QJsonArray>
#include <QMutex>
#include <QTest>
#include <QThread>

#include <atomic>

namespace {

const QString ana = QStringLiteral("ana@example.test");
const QString far = QStringLiteral("someone@elsewhere.test");

// Sends one message after another, and notes what was published around each.
class Sender
{
public:
    struct Sent
    {
        QString subject;
        QStringList published; // just before or just after
    };

    Sender(SignedHost &host, const QString &password, const QStringList &selectors)
        : m_host(host)
        , m_password(password)
        , m_selectors(selectors)
        , m_thread(QThread::create([this] { send(); }))
    {
        m_thread->start();
    }
    ~Sender() { stop(); }
    void stop()
    {
        m_stop = true;
        m_thread->wait();
    }
    QList<Sent> sent() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_sent;
    }
    QStringList refusals() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_refusals;
    }

private:
    QStringList published() const
    {
        QStringList list;
        for (const QString &selector : m_selectors)
            if (m_host.isPublished(selector))
                list.append(selector);
        return list;
    }
    void send()
    {
        for (int i = 0; !m_stop; ++i) {
            const QString subject = QStringLiteral("Letter-%1-").arg(i);
            const QStringList before = published();
            const auto said = m_host.submit(ana, m_password, {ana, {far}, {}, subject, {}});
            const QStringList after = published();
            const QMutexLocker lock(&m_mutex);
            if (said)
                m_sent.append({subject, before + after});
            else
                m_refusals.append(said.text);
        }
    }

    SignedHost &m_host;
    const QString m_password;
    const QStringList m_selectors;
    mutable QMutex m_mutex;
    QList<Sent> m_sent;
    QStringList m_refusals;
    std::atomic<bool> m_stop = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

class Rotation : public QObject
{
    Q_OBJECT

    // "mw20261125c": of today, in the order in which they are made.
    QString selector(char letter) const { return m_stem + QLatin1Char(letter); }

    QString key(char letter, const char *state) const
    {
        return selector(letter) + u' ' + QLatin1String(state);
    }
    QString pass(char letter, const char *algorithm) const
    {
        return QStringLiteral("pass ") + key(letter, algorithm);
    }

    void begin(const QStringList &algorithms)
    {
        m_host = std::make_unique<SignedHost>();
        qunsetenv("MAILWRIGHTD_JOB_STEPS");
        QVERIFY2(m_host->start(), qPrintable(m_host->problem()));
        NEEDS_SERVERS(*m_host, SignedHost::all);
        QVERIFY(m_host->createMailbox(QStringLiteral("ana")));
        m_phone = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        QVERIFY(m_phone.id > 0);
        for (const QString &algorithm : algorithms) {
            const QJsonObject key = m_host->signWith(algorithm);
            QVERIFY(!key.isEmpty());
            m_stem = key.value(u"selector").toString().chopped(1);
        }
    }
    bool isDone(qint64 job) const { return m_host->job(job).value(u"state").toString() == u"done"; }
    // Everything that was sent is signed, with what was published when it was.
    void judge(const QList<Sender::Sent> &all, qsizetype signatures)
    {
        for (const Sender::Sent &one : all) {
            const QByteArray message = m_host->sent(one.subject);
            const QStringList selectors = SignedHost::selectorsIn(message);
            QCOMPARE(selectors.size(), signatures);
            for (const QString &s : selectors)
                QVERIFY2(one.published.contains(s),
                         qPrintable(s + QStringLiteral(" not in ") + one.published.join(u' ')));
        }
    }

private slots:
    void cleanup()
    {
        qunsetenv("MAILWRIGHTD_JOB_STEPS");
        if (!m_host)
            return;
        QCOMPARE(m_host->stop(), 0);
        QCOMPARE(m_host->processes(), QStringList());
        m_host.reset();
    }

    void whileMailIsSent_data()
    {
        QTest::addColumn<int>("overlap");
        QTest::newRow("without an overlap") << 0;
        QTest::newRow("with a short one") << 2;
    }
    void whileMailIsSent()
    {
        QFETCH(int, overlap);
        begin({QStringLiteral("rsa"), QStringLiteral("ed25519")});
        if (QTest::currentTestFailed() || !m_host || m_phone.id == 0)
            return;
        Sender sender(*m_host, m_phone.password,
                      {selector('a'), selector('b'), selector('c'), selector('d')});
        QTRY_VERIFY_WITH_TIMEOUT(sender.sent().size() >= 2, 20000);
        const qint64 job = m_host->rotate(overlap);
        QVERIFY(job > 0);
        if (overlap > 0) {
            // The old ones sign no more, and are still there for what is under way.
            QTRY_COMPARE_WITH_TIMEOUT(m_host->states(),
                                      (QStringList{key('a', "retiring"), key('b', "retiring"),
                                                   key('c', "signing"), key('d', "signing")}),
                                      20000);
            QVERIFY(m_host->isPublished(selector('a')) && m_host->isPublished(selector('b')));
        }
        QTRY_VERIFY_WITH_TIMEOUT(isDone(job), 20000);
        const qsizetype until = sender.sent().size();
        QTRY_VERIFY_WITH_TIMEOUT(sender.sent().size() >= until + 2, 20000);
        sender.stop();
        QCOMPARE(m_host->states(), (QStringList{key('a', "retired"), key('b', "retired"),
                                                key('c', "signing"), key('d', "signing")}));
        QVERIFY(!m_host->isPublished(selector('a')) && !m_host->isPublished(selector('b')));
        // Who was connected when its key went is told to come again, and never for good.
        for (const QString &said : sender.refusals()) {
            const QString last = said.section(u'\n', -1);
            QVERIFY2(last.startsWith(u"451 4."), qPrintable(said));
        }
        QVERIFY(sender.refusals().size() <= 2);
        judge(sender.sent(), 2);
        const QStringList now{pass('c', "rsa-sha256"), pass('d', "ed25519-sha256")};
        const QByteArray last = m_host->sent(sender.sent().constLast().subject);
        QCOMPARE(m_host->byPython(last), now);
        QCOMPARE(m_host->byUs(last), now);
    }

    void killedBetweenAnyTwoSteps()
    {
        begin({QStringLiteral("rsa")});
        if (QTest::currentTestFailed() || !m_host || m_phone.id == 0)
            return;
        QCOMPARE(m_host->stop(), 0);
        qputenv("MAILWRIGHTD_JOB_STEPS", "1"); // of each life of the daemon
        QVERIFY2(m_host->start(), qPrintable(m_host->problem()));
        const qint64 job = m_host->rotate(0);
        QVERIFY(job > 0);
        QList<Sender::Sent> sent;
        for (int step = 1;; ++step) {
            QVERIFY(step <= 4);
            QTRY_COMPARE_WITH_TIMEOUT(m_host->job(job).value(u"done").toInt(), step, 20000);
            const QString subject = QStringLiteral("After-%1-").arg(step);
            QStringList published;
            for (const char letter : {'a', 'b', 'c'})
                if (m_host->isPublished(selector(letter)))
                    published.append(selector(letter));
            QVERIFY(m_host->submit(ana, m_phone.password, {ana, {far}, {}, subject, {}}));
            judge({{subject, published}}, 1);
            if (step == 4)
                break;
            m_host->killDaemon();
            QVERIFY2(m_host->start(), qPrintable(m_host->problem()));
        }
        QCOMPARE(m_host->job(job).value(u"state").toString(), QStringLiteral("done"));
        QCOMPARE(m_host->states(), (QStringList{key('a', "retired"), key('b', "signing")}));
        QVERIFY(!m_host->isPublished(selector('a')));
        QCOMPARE(m_host->byPython(m_host->sent(QStringLiteral("After-4-"))),
                 QStringList{pass('b', "rsa-sha256")});
    }

    void stopped()
    {
        begin({QStringLiteral("rsa")});
        if (QTest::currentTestFailed() || !m_host || m_phone.id == 0)
            return;
        const qint64 job = m_host->rotate(3600);
        QTRY_COMPARE_WITH_TIMEOUT(m_host->job(job).value(u"step").toString(),
                                  QStringLiteral("retire"), 20000);
        const QString path = m_host->path("/jobs/") + QString::number(job);
        QTRY_COMPARE_WITH_TIMEOUT(m_host->job(job).value(u"state").toString(),
                                  QStringLiteral("waiting"), 20000);
        QCOMPARE(m_host->api(QStringLiteral("DELETE"), path).status, 200);
        QCOMPARE(m_host->job(job).value(u"state").toString(), QStringLiteral("cancelled"));
        QCOMPARE(m_host->states(), (QStringList{key('a', "retiring"), key('b', "signing")}));
        QVERIFY(m_host->isPublished(selector('a')) && m_host->isPublished(selector('b')));
        QCOMPARE(m_host->api(QStringLiteral("DELETE"), path).status, 409);
    }

    // The daemon's own look at its domain: against the name server of the host, and no other.
    void aLook()
    {
        begin({QStringLiteral("rsa")});
        if (QTest::currentTestFailed() || !m_host || m_phone.id == 0)
            return;
        const auto look = m_host->api(QStringLiteral("POST"), m_host->path("/security/check"),
                                      {{QStringLiteral("domain"), QStringLiteral("example.test")}});
        QCOMPARE(look.status, 200);
        QStringList values;
        for (const QJsonValue record : look.data()[u"records"].toArray())
            if (record[u"name"].toString() ==
                selector('a') + QStringLiteral("._domainkey.example.test"))
                values.append(record[u"values"][0].toString());
        QCOMPARE(values.size(), 1);
        QVERIFY(values.constFirst().startsWith(u"v=DKIM1; k=rsa; p="));
        QStringList errors;
        for (const QJsonValue finding : look.data()[u"findings"].toArray())
            if (finding[u"severity"].toString() == u"error")
                errors.append(finding[u"code"].toString());
        qInfo("%s", qPrintable(errors.join(u' ')));
        QVERIFY(errors.filter(QStringLiteral("dkim")).isEmpty());
        const auto history =
            m_host->api(QStringLiteral("GET"), m_host->path("/security?domain=example.test"));
        QCOMPARE(history.data()[u"looks"].toArray().size(), 1);
        QCOMPARE(history.data()[u"looks"][0], look.data());
    }

private:
    std::unique_ptr<SignedHost> m_host;
    LocalHost::Device m_phone;
    QString m_stem;
};

QTEST_GUILESS_MAIN(Rotation)
#include "rotation.moc"
