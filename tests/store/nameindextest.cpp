// SPDX-License-Identifier: GPL-3.0-or-later
// The name index against a naive filter on random data.
#include "app/store/nameindex.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace store;

class NameIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void findsAllWords_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("some") << 700;
        QTest::newRow("over a chunk") << 20'000;
        QTest::newRow("on two threads") << 210'000;
    }
    void findsAllWords()
    {
        QFETCH(int, rows);
        QRandomGenerator random(42);
        const QString letters = u"abAB@. äÄß\n7"_qs;
        QStringList texts;
        NameIndex index;
        for (int i = 0; i < rows; ++i) {
            QString text;
            for (int n = random.bounded(1, 12); n > 0; --n)
                text += letters.at(random.bounded(int(letters.size())));
            texts.append(text);
            index.append(1000 + i, text);
        }
        QCOMPARE(index.size(), rows);
        const Progress progress;
        for (const QString &filter : {u""_qs, u"a"_qs, u"B"_qs, u"ab"_qs, u"a b"_qs, u"  Ä   a "_qs,
                                      u"@.7"_qs, u"bba a@"_qs, u"zz"_qs, u"aaaaaaaaaaaaaa"_qs}) {
            std::vector<quint32> naive;
            const QStringList words = filter.toLower().split(u' ', Qt::SkipEmptyParts);
            for (int i = 0; i < rows; ++i) {
                const QString text = QString(texts.at(i)).replace(u'\n', u' ').toLower();
                if (std::all_of(words.begin(), words.end(),
                                [&](const QString &word) { return text.contains(word); }))
                    naive.push_back(quint32(i));
            }
            QCOMPARE(index.find(filter, progress), naive);
        }
        if (rows) {
            QCOMPARE(index.row(rows - 1), 1000 + rows - 1);
            QCOMPARE(index.position(1000 + rows - 1), rows - 1);
        }
        QCOMPARE(index.position(5), -1);
    }

    void stopsWhenCancelled()
    {
        NameIndex index;
        for (int i = 0; i < 1000; ++i)
            index.append(i, u"ana"_qs);
        Progress progress;
        progress.cancel();
        QVERIFY(index.find(u"a"_qs, progress).empty());
    }

    void isQuick()
    {
        NameIndex index;
        index.reserve(100'000, 3'500'000);
        for (int i = 0; i < 100'000; ++i)
            index.append(i, QStringLiteral("anna.rossi%1@d%2.example").arg(i).arg(i % 200));
        QElapsedTimer timer;
        for (const QString &filter : {u"a"_qs, u"rossi77"_qs, u"@d7 99"_qs, u"nothing"_qs}) {
            timer.start();
            const size_t found = index.find(filter, {}).size();
            qInfo("%s: %zu in %.2f ms", qPrintable(filter), found,
                  double(timer.nsecsElapsed()) / 1e6);
        }
    }
};

QTEST_GUILESS_MAIN(NameIndexTest)
#include "nameindextest.moc"
