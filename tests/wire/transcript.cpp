// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/transcript.h"

#include <QTest>

using wire::Transcript;
using Who = Transcript::Who;

class TranscriptTest : public QObject
{
    Q_OBJECT

private slots:
    void masks_data();
    void masks();
    void hidesWhatItIsTold();
    void linesAreWhole();
    void isBounded();
};

void TranscriptTest::masks_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *client, const char *written) {
        QTest::newRow(client) << QByteArray(client) << QString::fromLatin1(written);
    };
    row("Authorization: Bearer abc", "Authorization: ***");
    row("authorization:Basic abc", "authorization: ***");
    row("Cookie: a=b", "Cookie: ***");
    row("Accept: text/html", "Accept: text/html");
    row("A001 LOGIN ana secret", "A001 LOGIN ***");
    row("A001 login \"ana\" \"s e c\"", "A001 login ***");
    row("A002 AUTHENTICATE PLAIN AGFuYQBzZWNyZXQ=", "A002 AUTHENTICATE PLAIN ***");
    row("AUTH PLAIN AGFuYQBzZWNyZXQ=", "AUTH PLAIN ***");
    row("AUTH LOGIN", "AUTH LOGIN");
    row("PASS secret", "PASS ***");
    row("APOP ana c4c9334bac560ecc979e58001b3e22fb", "APOP ana ***");
    row("MAIL FROM:<ana@example.org>", "MAIL FROM:<ana@example.org>");
    row("A003 SELECT INBOX", "A003 SELECT INBOX");
}

void TranscriptTest::masks()
{
    QFETCH(QByteArray, client);
    QFETCH(QString, written);
    Transcript transcript;
    transcript.add(Who::Client, client + "\r\n");
    QCOMPARE(transcript.lines().size(), 1);
    QCOMPARE(transcript.lines().first().text, written);
}

void TranscriptTest::hidesWhatItIsTold()
{
    Transcript transcript;
    transcript.hide(Secret(QByteArray("sesame")), QStringLiteral("ana@example.org"));
    // a challenge and its answer on the next line
    transcript.add(Who::Client, "AUTH LOGIN\r\n");
    transcript.add(Who::Server, "334 VXNlcm5hbWU6\r\n");
    transcript.add(Who::Client, "YW5h\r\n");
    transcript.add(Who::Server, "334 UGFzc3dvcmQ6\r\n");
    transcript.add(Who::Client, QByteArray("sesame").toBase64() + "\r\n");
    transcript.add(Who::Server, "235 2.7.0 ok\r\n");
    transcript.add(Who::Client, "MAIL FROM:<ana@example.org>\r\n");
    transcript.add(Who::Client, "X sesame in the open\r\n");
    transcript.add(Who::Server,
                   QByteArray("\0ana@example.org\0sesame", 23).toBase64() + " came back\r\n");
    transcript.note(QStringLiteral("a note with sesame"));
    const QString text = transcript.text();
    QVERIFY(!text.contains(u"sesame"));
    QVERIFY(!text.contains(QString::fromLatin1(QByteArray("sesame").toBase64())));
    QVERIFY(!text.contains(u"YW5h\n"));
    QVERIFY(text.contains(u"C: MAIL FROM:<ana@example.org>"));
    QVERIFY(text.contains(u"S: *** came back"));
}

void TranscriptTest::linesAreWhole()
{
    Transcript transcript;
    transcript.hide(Secret(QByteArray("sesame")));
    transcript.add(Who::Client, "PASS ses");
    QVERIFY(!transcript.text().contains(u"ses")); // not even the half of it
    transcript.add(Who::Client, "ame\r\nNOOP\r\nQU");
    QCOMPARE(transcript.lines().size(), 3);
    QCOMPARE(transcript.lines().at(0).text, QStringLiteral("PASS ***"));
    QCOMPARE(transcript.lines().at(1).text, QStringLiteral("NOOP"));
    QCOMPARE(transcript.lines().at(2).text, QStringLiteral("QU"));
    transcript.add(Who::Server, QByteArray("\x1b[31mred\0x\r\n", 12));
    QVERIFY(!transcript.text().contains(QChar(0x1b)));
}

void TranscriptTest::isBounded()
{
    Transcript transcript;
    transcript.add(Who::Server, QByteArray(1'000'000, 'x'));
    transcript.add(Who::Server, QByteArray("line\r\n").repeated(100'000));
    QVERIFY(transcript.isCut());
    QVERIFY(transcript.lines().size() <= Transcript::maxLines + 1);
    QVERIFY(transcript.text().size() < 20 * Transcript::maxLines + 100 * 1000);
}

QTEST_GUILESS_MAIN(TranscriptTest)
#include "transcript.moc"
