// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/mime.h"

#include <QTest>

using namespace wire;

class MimeTest : public QObject
{
    Q_OBJECT

private:
    static QString decoded(const QByteArray &line)
    {
        QByteArray unfolded = line;
        unfolded.replace("\r\n", "");
        const QByteArray value = unfolded.mid(unfolded.indexOf(':') + 1);
        QByteArray bytes;
        for (const QByteArray &word : value.simplified().split(' ')) {
            if (!word.startsWith("=?UTF-8?B?"))
                return {};
            bytes += QByteArray::fromBase64(word.mid(10, word.size() - 12));
        }
        return QString::fromUtf8(bytes);
    }

private slots:
    void headers_data();
    void headers();
    void bodies_data();
    void bodies();
    void wholeMessage();
};

void MimeTest::headers_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << QStringLiteral("Test");
    QTest::newRow("long") << QStringLiteral("word ").repeated(60).trimmed();
    QTest::newRow("one long word") << QString(400, u'x');
    QTest::newRow("accents")
        << QStringLiteral("Grüße aus Zürich, à bientôt ").repeated(8).trimmed();
    QTest::newRow("beyond the BMP") << QString::fromUcs4(U"\U0001F600").repeated(60);
    QTest::newRow("injection") << QStringLiteral("Hello\r\nBcc: eve@example.net");
    QTest::newRow("looks encoded") << QStringLiteral("=?utf-8?q?x?=");
    QTest::newRow("empty") << QString();
}

void MimeTest::headers()
{
    QFETCH(QString, text);
    const QByteArray line = headerLine("Subject", text);
    QVERIFY(line.endsWith("\r\n"));
    const QList<QByteArray> lines = line.left(line.size() - 2).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray part =
            i + 1 < lines.size() ? lines[i].left(lines[i].size() - 1) : lines[i];
        QVERIFY2(part.size() <= 78, part.constData());
        QVERIFY(!part.contains('\r'));
        QVERIFY(i == 0 || part.startsWith(' '));
        QVERIFY(std::all_of(part.cbegin(), part.cend(), [](char c) { return c >= 32 && c < 127; }));
    }
    QString expected = text;
    expected.replace(QStringLiteral("\r\n"), QStringLiteral("  "));
    if (line.contains("=?UTF-8?B?")) {
        QCOMPARE(decoded(line), expected);
    } else {
        QByteArray unfolded = line;
        QCOMPARE(QString::fromUtf8(unfolded.replace("\r\n", "").mid(9)), expected);
    }
}

void MimeTest::bodies_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("Hello\nworld\n");
    QTest::newRow("no end") << QByteArray("Hello");
    QTest::newRow("dots") << QByteArray(".\n..\n.hidden\nFrom me\n");
    QTest::newRow("blank ends") << QByteArray("a \nb\t\n \n");
    QTest::newRow("long") << QByteArray(500, 'y');
    QTest::newRow("utf-8") << QString(200, QChar(0xe9)).toUtf8();
    QTest::newRow("equals") << QByteArray("a=b=c");
}

void MimeTest::bodies()
{
    QFETCH(QByteArray, text);
    const QByteArray encoded = quotedPrintable(text);
    QByteArray back;
    for (QByteArray line : encoded.split('\n')) {
        if (line.isEmpty())
            continue;
        QVERIFY(line.endsWith('\r'));
        line.chop(1);
        QVERIFY2(line.size() <= 76, line.constData());
        QVERIFY(!line.startsWith('.'));
        QVERIFY(!line.startsWith("From "));
        const bool soft = line.endsWith('=');
        QVERIFY(!line.endsWith(' ') && !line.endsWith('\t'));
        if (soft)
            line.chop(1);
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == '=') {
                back += QByteArray::fromHex(line.mid(i + 1, 2));
                i += 2;
            } else {
                back += line[i];
            }
        }
        if (!soft)
            back += '\n';
    }
    if (!text.endsWith('\n'))
        text += '\n';
    QCOMPARE(back, text);
}

void MimeTest::wholeMessage()
{
    Message message;
    message.from = QStringLiteral("ana@bücher.example");
    message.fromName = QStringLiteral("Ana \"A\" Müller");
    message.to = {QStringLiteral("bo@example.org"), QStringLiteral("cy@example.org\r\nX: y")};
    message.subject = QStringLiteral("Grüße");
    message.text = QStringLiteral("Hello");
    message.date = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const QByteArray text = compose(message);
    QVERIFY(text.startsWith("Date: "));
    QVERIFY2(text.contains("01 Mar 2026 12:00:00 +0000\r\n"), text.constData());
    QVERIFY(text.contains("<ana@xn--bcher-kva.example>"));
    QVERIFY(text.contains("To: <bo@example.org>, <cy@example.org"));
    QVERIFY(!text.contains("\r\nX:"));
    QVERIFY(text.contains("\r\n\r\nHello\r\n"));
    QVERIFY(text.contains("Message-ID: <"));
    QVERIFY(text.contains("@xn--bcher-kva.example>\r\n"));
    QVERIFY(compose(message) != text); // another id
}

QTEST_GUILESS_MAIN(MimeTest)
#include "mime.moc"
