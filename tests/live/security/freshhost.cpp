// SPDX-License-Identifier: GPL-3.0-or-later
// A fresh host whose domain says nothing about who may send: the page in red, Correct pressed, the
// page in green, and what a receiver then finds in a message. Real Postfix, OpenDKIM and PowerDNS,
// asked as the window asks them.
#include "app/check/dns/message.h"
#include "app/wire/dns/directresolver.h"
#include "tests/live/dkim/signedhost.h"
#include "tests/ui/story.h"

#include <QDateTime>

class FreshHost : public Story
{
    Q_OBJECT

    QString standing(const char *section)
    {
        const auto *chip =
            desk->find(QStringLiteral("section.%1.standing").arg(QLatin1String(section)));
        return chip ? chip->accessibleName() : QString();
    }
    bool comesTo(const char *section, const char *wanted)
    {
        return QTest::qWaitFor([&] { return standing(section) == QLatin1String(wanted); }, 30'000);
    }
    void correct(const char *section)
    {
        press(QStringLiteral("section.%1.correct").arg(QLatin1String(section)));
    }
    QStringList served(const QByteArray &name) // by the host's name server
    {
        wire::DirectResolver resolver({{"127.0.0.1", quint16(m_host.port(QStringLiteral("dns")))}},
                                      {});
        Progress progress;
        const auto answer = resolver.query(name, wire::RecordType::TXT, progress);
        QStringList texts;
        if (answer)
            for (const wire::DnsRecord &record : answer->records)
                texts.append(QString::fromUtf8(record.txt()));
        return texts;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        NEEDS_SERVERS(m_host, SignedHost::all);
        QVERIFY(m_host.createMailbox(QStringLiteral("ana")));
        m_phone = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        QVERIFY(m_phone.id > 0);
        folder = std::make_unique<QTemporaryDir>();
        line = std::make_shared<Line::State>();
        desk = std::make_unique<Desk>(
            folder->path(),
            [this](mail::Account account) {
                account.url = m_host.service().value(u"api_url").toString();
                account.caFile = m_host.caFile();
                return std::make_shared<backend::HostingApi>(account, Secret(m_host.token()));
            },
            line);
        desk->dns.reset(); // DNS as the window asks it
        QVERIFY(desk->signIn());
    }
    void cleanupTestCase()
    {
        end();
        QCOMPARE(m_host.stop(), 0);
        QCOMPARE(m_host.processes(), QStringList());
    }

    void fromRedToGreen()
    {
        desk->go(QStringLiteral("security"));
        for (const char *section : {"spf", "dkim", "dmarc"})
            QVERIFY2(comesTo(section, "Missing"),
                     qPrintable(QLatin1String(section) + u' ' + standing(section)));
        QVERIFY(comesTo("reach", "In order")); // MX and autoconfiguration are there from the start
        settle();

        correct("spf");
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        press(QStringLiteral("review.apply"));
        QVERIFY2(comesTo("spf", "In order"), qPrintable(standing("spf")));
        QCOMPARE(served("example.test").filter(QStringLiteral("v=spf1 mx")).size(), 1);
        settle();

        correct("dmarc");
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        press(QStringLiteral("review.apply"));
        QVERIFY2(comesTo("dmarc", "In order"), qPrintable(standing("dmarc")));
        QCOMPARE(served("_dmarc.example.test").filter(QStringLiteral("v=DMARC1")).size(), 1);
        settle();

        correct("dkim");
        QVERIFY(desk->waitFor(QStringLiteral("ask")));
        press(QStringLiteral("ask.agree"));
        QVERIFY2(comesTo("dkim", "In order"), qPrintable(standing("dkim")));
        QVERIFY(QTest::qWaitFor([this] { return !m_host.states().isEmpty(); }, 1));
        QVERIFY(LocalHost::waitUntil(
            [this] { return m_host.states().constFirst().endsWith(u" signing"); }));
        const QString selector = m_host.states().constFirst().section(u' ', 0, 0);
        QCOMPARE(served(selector.toLatin1() + "._domainkey.example.test").size(), 1);
    }

    void aReceiverBelievesWhatIsSent()
    {
        const QString ana = QStringLiteral("ana@example.test");
        QVERIFY(m_host.submit(
            ana, m_phone.password,
            {ana, {QStringLiteral("far@elsewhere.test")}, {}, QStringLiteral("Believed"), {}}));
        const QByteArray message = m_host.sent(QStringLiteral("Believed"));
        QVERIFY(!message.isEmpty());
        const QStringList python = m_host.byPython(message);
        QVERIFY2(python.size() == 1 && python.constFirst().startsWith(u"pass "),
                 qPrintable(python.join(u' ')));

        wire::DirectResolver resolver({{"127.0.0.1", quint16(m_host.port(QStringLiteral("dns")))}},
                                      {});
        Progress progress;
        const auto judged = check::judgeMessage(
            message, {wire::IpAddress::parse("127.0.0.1"), "mail.example.test", ana.toLatin1()},
            resolver, progress, QDateTime::currentSecsSinceEpoch());
        QVERIFY2(judged, qPrintable(judged ? QString() : judged.error().detail));
        QVERIFY(judged->effect.applies);
        QVERIFY(judged->effect.spfAligned);
        QVERIFY(judged->effect.dkimAligned);
        QVERIFY(judged->effect.pass);

        // From anywhere else it is what the policy is against.
        QByteArray forged = message;
        forged.replace("Believed\r\n", "Forged!!\r\n");
        const auto refused = check::judgeMessage(
            forged, {wire::IpAddress::parse("192.0.2.66"), "elsewhere.test", ana.toLatin1()},
            resolver, progress, QDateTime::currentSecsSinceEpoch());
        QVERIFY(refused && refused->effect.applies && !refused->effect.pass);
    }

    // A correction can be taken back.
    void undone()
    {
        desk->context().changes.undoLast(desk->scope().account, desk->window());
        if (desk->waitFor(QStringLiteral("review")))
            press(QStringLiteral("review.apply"));
        settle();
        desk->page()->refresh();
        QVERIFY2(comesTo("dmarc", "Missing"), qPrintable(standing("dmarc")));
        QVERIFY(served("_dmarc.example.test").filter(QStringLiteral("v=DMARC1")).isEmpty());
    }

    // Beyond the four points: the zone is signed, and then the certificate of the mail host stands
    // in it for whoever sends to us.
    void signedAndPinned()
    {
        correct("dnssec");
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        press(QStringLiteral("review.apply"));
        QVERIFY2(comesTo("dnssec", "In order"), qPrintable(standing("dnssec")));
        settle();
        correct("dane");
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        press(QStringLiteral("review.apply"));
        QVERIFY2(comesTo("dane", "In order"), qPrintable(standing("dane")));
        settle();
        for (const char *section : {"spf", "dkim", "reach"})
            QVERIFY2(comesTo(section, "In order"), section);
        desk->context().changes.undoLast(desk->scope().account, desk->window());
        if (desk->waitFor(QStringLiteral("review")))
            press(QStringLiteral("review.apply"));
        settle();
        desk->page()->refresh();
        QVERIFY2(comesTo("dane", "Not used"), qPrintable(standing("dane")));
    }

private:
    SignedHost m_host;
    LocalHost::Device m_phone;
};

QTEST_MAIN(FreshHost)
#include "freshhost.moc"
