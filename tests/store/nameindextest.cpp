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

    void siftsByTraits()
    {
        using Login = TraitFilter::Login;
        const QDate day(2025, 3, 1);
        const qint64 moment = day.startOfDay().toSecsSinceEpoch();
        QRandomGenerator random(3);
        struct Row
        {
            QString text;
            std::optional<bool> users;
            std::optional<bool> limited;
            std::optional<qint64> login;
        };
        QList<Row> rows;
        NameIndex index;
        const auto maybe = [&]() -> std::optional<bool> {
            const int n = random.bounded(3);
            return n < 2 ? std::optional(n == 1) : std::nullopt;
        };
        for (int i = 0; i < 4'000; ++i) {
            Row row{QString::number(random.bounded(1000)), maybe(), maybe(), {}};
            switch (random.bounded(5)) {
            case 0:
                break; // not known
            case 1:
                row.login = Traits::never;
                break;
            default:
                row.login = moment + random.bounded(-2, 3);
            }
            Traits traits;
            traits.tell(Trait::Users, row.users);
            traits.tell(Trait::Limited, row.limited);
            if (row.login)
                traits.tellLastLogin(*row.login);
            QCOMPARE(traits.has(Trait::Users), row.users);
            QCOMPARE(traits.has(Trait::Imap), std::nullopt);
            rows.append(row);
            index.append(i, row.text, traits);
        }
        const Progress progress;
        for (const QString &text : {u""_qs, u"7"_qs, u"12"_qs})
            for (const std::optional<bool> users :
                 {std::optional<bool>(), std::optional(true), std::optional(false)})
                for (const std::optional<bool> limited :
                     {std::optional<bool>(), std::optional(true)})
                    for (const Login login : {Login::Any, Login::Never, Login::Before,
                                              Login::BeforeOrNever, Login::Since}) {
                        TraitFilter filter;
                        filter.ask(Trait::Users, users);
                        filter.ask(Trait::Limited, limited);
                        filter.askLogin(login, day);
                        std::vector<quint32> naive;
                        for (int i = 0; i < rows.size(); ++i) {
                            const Row &row = rows.at(i);
                            const bool isNever = row.login == Traits::never;
                            const bool isBefore = row.login && !isNever && *row.login < moment;
                            const bool isSince = row.login && *row.login >= moment;
                            if (row.text.contains(text) && (!users || row.users == users) &&
                                (!limited || row.limited == limited) &&
                                (login == Login::Any || (login == Login::Never && isNever) ||
                                 (login == Login::Before && isBefore) ||
                                 (login == Login::BeforeOrNever && (isBefore || isNever)) ||
                                 (login == Login::Since && isSince)))
                                naive.push_back(quint32(i));
                        }
                        QCOMPARE(index.find(text, filter, progress), naive);
                        QCOMPARE(filter.isEmpty(), filter.count() == 0);
                        QCOMPARE(filter.count(),
                                 int(bool(users)) + int(bool(limited)) + (login != Login::Any));
                        QCOMPARE(TraitFilter::fromJson(filter.toJson()), filter);
                    }
    }

    void aFilterFromElsewhereAsksOnlyWhatIsKnown()
    {
        const TraitFilter filter = TraitFilter::fromJson({{u"users"_qs, u"many"_qs},
                                                          {u"imap"_qs, true},
                                                          {u"shape"_qs, true},
                                                          {u"login"_qs, u"since"_qs},
                                                          {u"day"_qs, u"yesterday"_qs}});
        QCOMPARE(filter.count(), 1);
        QCOMPARE(filter.asked(Trait::Imap), true);
        TraitFilter other = filter;
        other.ask(Trait::Imap, {});
        QVERIFY(other.isEmpty());
        other.askLogin(TraitFilter::Login::Before); // before when?
        QVERIFY(other.isEmpty());
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
