// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pending.h"

#include <QTest>

namespace {

const store::Scope here{QStringLiteral("a"), 7};
const store::Scope there{QStringLiteral("b"), 7}; // the same number, of another account

mail::Change change(const char *kind, const char *key, const char *note)
{
    mail::Change made;
    made.object = {QLatin1String(kind), 7, {}, QLatin1String(key), {}, 0};
    made.after = {{QStringLiteral("note"), QLatin1String(note)}};
    return made;
}

} // namespace

class PendingTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsMeantForAnObjectInItsOrder()
    {
        ui::Pending pending;
        const auto first = change("mailbox", "ana", "one");
        const auto second = change("mailbox", "ana", "two");
        const auto other = change("mailbox", "ben", "three");
        pending.add(here, {first, other});
        pending.add(here, {second});
        QCOMPARE(pending.of(here, first.object), (QList<mail::Change>{first, second}));
        QCOMPARE(pending.of(here, other.object), (QList<mail::Change>{other}));
        QVERIFY(pending.of(here, change("record", "ana", "").object).isEmpty());
        QCOMPARE(pending.all(here), (QList<mail::Change>{first, other, second}));
        QCOMPARE(pending.count(), 3);
    }

    void keepsServicesApart()
    {
        ui::Pending pending;
        const auto one = change("mailbox", "ana", "one");
        pending.add(here, {one});
        QVERIFY(pending.of(there, one.object).isEmpty());
        QVERIFY(pending.ofKind(there, QStringLiteral("mailbox")).isEmpty());
        QCOMPARE(pending.count(there), 0);
        pending.add(there, {one, one});
        QCOMPARE(pending.count(there), 2);
        pending.remove(there, {one, one});
        QCOMPARE(pending.count(here), 1);
        QCOMPARE(pending.count(), 1);
    }

    void givesAllOfAKind()
    {
        ui::Pending pending;
        const auto box = change("mailbox", "ana", "one");
        const auto record = change("record", "12", "two");
        const auto next = change("record", "3", "three");
        pending.add(here, {record, box, next});
        QCOMPARE(pending.ofKind(here, QStringLiteral("record")),
                 (QList<mail::Change>{record, next}));
    }

    void forgetsEachAsOftenAsItIsNamed()
    {
        ui::Pending pending;
        const auto same = change("mailbox", "ana", "one");
        const auto second = change("mailbox", "ana", "two");
        pending.add(here, {same, second, same});
        pending.remove(here, {same});
        QCOMPARE(pending.of(here, same.object), (QList<mail::Change>{second, same}));
        pending.remove(here, {change("mailbox", "ana", "never added"), change("user", "1", "")});
        QCOMPARE(pending.count(here), 2);
        pending.remove(here, {same, same, second});
        QCOMPARE(pending.count(), 0);
        QVERIFY(pending.of(here, same.object).isEmpty());
    }

    void takesOthersInsteadOfAll()
    {
        ui::Pending pending;
        const auto one = change("mailbox", "ana", "one");
        const auto two = change("mailbox", "ben", "two");
        pending.add(here, {one});
        pending.set(here, {two});
        QCOMPARE(pending.all(here), (QList<mail::Change>{two}));
        QVERIFY(pending.of(here, one.object).isEmpty());
        pending.set(here, {});
        QCOMPARE(pending.count(), 0);
    }
};

QTEST_APPLESS_MAIN(PendingTest)
#include "pending.moc"
