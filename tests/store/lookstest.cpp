// SPDX-License-Identifier: GPL-3.0-or-later
// Our own looks at domains: only news are kept, the baseline stays, damage is set aside.
#include "app/store/looks.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace store;

namespace {

const QString account = QStringLiteral("a1");
const QString domain = QStringLiteral("example.org");
const QDateTime morning = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

mail::SecuritySnapshot look(const QDateTime &at, const char *mx)
{
    mail::SecuritySnapshot look;
    look.domain = domain;
    look.at = at;
    look.records = {{domain, QStringLiteral("MX"), {QLatin1String(mx)}}};
    mail::Finding finding;
    finding.severity = mail::Severity::Warning;
    finding.code = QStringLiteral("mx-none");
    finding.facts.insert(QStringLiteral("host"), QLatin1String(mx));
    look.findings.append(finding);
    return look;
}

} // namespace

class LooksTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_looks = std::make_unique<Looks>(file());
        QVERIFY(m_looks->open());
    }
    void onlyNewsIsKept();
    void baseline();
    void oldOnesGo();
    void accountsStayApart();
    void survives();
    void newerFile();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("looks.db")); }
    LookHistory history() const
    {
        const auto read = m_looks->history(account, domain);
        return read ? *read : LookHistory();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Looks> m_looks;
};

void LooksTest::onlyNewsIsKept()
{
    QVERIFY(!history().lastLook.isValid());
    QSignalSpy changed(m_looks.get(), &Looks::changed);
    QVERIFY(m_looks->add(account, look(morning, "10 a")));
    QVERIFY(m_looks->add(account, look(morning.addDays(1), "10 a"))); // the same
    QVERIFY(m_looks->add(account, look(morning.addDays(2), "10 b")));
    QVERIFY(m_looks->add(account, look(morning.addDays(3), "10 a"))); // back again is news, too
    QCOMPARE(changed.size(), 4);
    const LookHistory now = history();
    QCOMPARE(now.looks,
             (QList<mail::SecuritySnapshot>{look(morning, "10 a"), look(morning.addDays(2), "10 b"),
                                            look(morning.addDays(3), "10 a")}));
    QCOMPARE(now.lastLook, morning.addDays(3));
    QVERIFY(!now.accepted);
    QVERIFY(m_looks->add(account, look(morning.addDays(4), "10 a")));
    QCOMPARE(history().looks.size(), 3);
    QCOMPARE(history().lastLook, morning.addDays(4)); // that it was looked is told
}

void LooksTest::baseline()
{
    QVERIFY(m_looks->accept(account, look(morning, "10 a"))); // before any look was kept
    QCOMPARE(history().accepted, look(morning, "10 a"));
    QVERIFY(!history().lastLook.isValid());
    QVERIFY(m_looks->add(account, look(morning.addDays(1), "10 b")));
    QCOMPARE(history().accepted, look(morning, "10 a"));
    const auto drift = mail::drift(*history().accepted, history().looks);
    QCOMPARE(drift.size(), 1);
    QCOMPARE(drift.first().firstSeen, morning.addDays(1));
    QVERIFY(m_looks->accept(account, look(morning.addDays(1), "10 b")));
    QVERIFY(mail::drift(*history().accepted, history().looks).isEmpty());
}

void LooksTest::oldOnesGo()
{
    QVERIFY(m_looks->add(account, look(morning, "10 a")));
    QVERIFY(m_looks->add(account, look(morning.addDays(1), "10 b")));
    // the last one says how it still is, however old it is
    QVERIFY(m_looks->add(account, look(morning.addDays(Looks::keptDays + 5), "10 b")));
    QCOMPARE(history().looks, QList<mail::SecuritySnapshot>{look(morning.addDays(1), "10 b")});
    QVERIFY(m_looks->add(account, look(morning.addDays(Looks::keptDays + 6), "10 c")));
    QCOMPARE(history().looks.size(), 1);
    QCOMPARE(history().looks.first().records.first().values.first(), QStringLiteral("10 c"));
}

void LooksTest::accountsStayApart()
{
    QVERIFY(m_looks->add(account, look(morning, "10 a")));
    QVERIFY(m_looks->add(QStringLiteral("a2"), look(morning, "10 b")));
    QCOMPARE(history().looks.size(), 1);
    QVERIFY(m_looks->forgetAccount(account));
    QVERIFY(history().looks.isEmpty());
    QVERIFY(!history().lastLook.isValid());
    QCOMPARE(m_looks->history(QStringLiteral("a2"), domain)->looks.size(), 1);
}

void LooksTest::survives()
{
    QVERIFY(m_looks->add(account, look(morning, "10 a")));
    m_looks = std::make_unique<Looks>(file());
    QVERIFY(m_looks->open());
    QVERIFY(m_looks->setAside().isEmpty());
    QCOMPARE(history().looks.size(), 1);
    m_looks.reset();
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write("this is no database, and it is longer than its header would be");
    damaged.close();
    m_looks = std::make_unique<Looks>(file());
    QVERIFY(m_looks->open());
    QVERIFY(QFile::exists(m_looks->setAside()));
    QVERIFY(m_looks->add(account, look(morning, "10 a")));
}

void LooksTest::newerFile()
{
    m_looks.reset();
    {
        QFile file_(file());
        QVERIFY(file_.open(QIODevice::ReadWrite));
        file_.seek(60); // user_version
        file_.write(QByteArray::fromHex("00000063"));
    }
    m_looks = std::make_unique<Looks>(file());
    const auto open = m_looks->open();
    QVERIFY(!open);
    QCOMPARE(open.error().kind, Error::Kind::Storage);
    QVERIFY(open.error().detail.contains(QStringLiteral("newer")));
}

QTEST_GUILESS_MAIN(LooksTest)
#include "lookstest.moc"
