// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/objecttable.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace {

// So many rows of two columns, ticked by row.
class Many final : public QAbstractTableModel
{
public:
    explicit Many(int rows)
        : m_rows(rows)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    int columnCount(const QModelIndex & = {}) const override { return 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::CheckStateRole && index.column() == 0)
            return m_ticked.contains(index.row()) ? Qt::Checked : Qt::Unchecked;
        if (role == Qt::DisplayRole)
            return index.column() == 0
                       ? QStringLiteral("%1@example.org").arg(index.row(), 6, 10, QLatin1Char('0'))
                       : QStringLiteral("note");
        return {};
    }
    bool setData(const QModelIndex &index, const QVariant &value, int role) override
    {
        if (role != Qt::CheckStateRole)
            return false;
        if (value.toInt() == Qt::Checked)
            m_ticked.insert(index.row());
        else
            m_ticked.remove(index.row());
        emit dataChanged(index, index, {role});
        return true;
    }
    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        return role == Qt::DisplayRole
                   ? QVariant(section ? QStringLiteral("Note") : QStringLiteral("Address"))
                   : QVariant();
    }
    void clear()
    {
        beginResetModel();
        m_rows = 0;
        m_ticked.clear();
        endResetModel();
    }

private:
    int m_rows;
    QSet<int> m_ticked;
};

} // namespace

class ObjectTableTest : public QObject
{
    Q_OBJECT

private slots:
    void keysTickAndOpen()
    {
        Many model(50);
        ui::ObjectTable table;
        table.setObjectName(QStringLiteral("table"));
        table.setTicks(true);
        table.setModel(&model);
        table.resize(600, 400);
        table.show();
        table.setFocus();
        QSignalSpy opened(&table, &ui::ObjectTable::opened);
        QSignalSpy wanted(&table, &ui::ObjectTable::deleteWanted);

        QTest::keyClick(&table, Qt::Key_Home);
        QCOMPARE(table.currentRow(), 0);
        QTest::keyClick(&table, Qt::Key_Space);
        QCOMPARE(table.tickedRows(), QList<int>({0}));
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table.tickedRows(), QList<int>({0, 1, 2}));
        QTest::keyClick(&table, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(table.tickedRows(), QList<int>({0, 1}));
        QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table.tickedCount(), 50);
        QTest::keyClick(&table, Qt::Key_Escape);
        QCOMPARE(table.tickedCount(), 0);
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentRow(), 49);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toModelIndex().row(), 49);
        QTest::keyClick(&table, Qt::Key_Delete);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(table.chosenRows(), QList<int>({49}));
        QTest::keyClicks(&table, QStringLiteral("000012"));
        QCOMPARE(table.currentRow(), 12);
    }

    void aMillionRowsAreShownAtOnce()
    {
        Many model(1'000'000);
        ui::ObjectTable table;
        table.setModel(&model);
        table.resize(600, 400);
        table.show();
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentRow(), 999'999);
        QVERIFY(!table.grab().isNull());
    }

    void statesAreSaid()
    {
        Many model(3);
        ui::ObjectTable table;
        table.setObjectName(QStringLiteral("table"));
        table.setModel(&model);
        table.resize(600, 400);
        table.show();
        auto *panel = table.findChild<QWidget *>(QStringLiteral("table.state"));
        QVERIFY(!panel); // made when first needed
        int again = 0;
        table.setState(ui::PageState::Error, QStringLiteral("No answer"), QStringLiteral("Why."),
                       QStringLiteral("Retry"), [&] { ++again; });
        panel = table.findChild<QWidget *>(QStringLiteral("table.state"));
        auto *bar = table.findChild<QWidget *>(QStringLiteral("table.bar"));
        QVERIFY(panel && !panel->isVisible()); // the rows stay
        QVERIFY(bar && bar->isVisible());
        // In room that the header keeps for it: over no row and over no column's title.
        auto *titles = table.horizontalHeader()->viewport();
        QVERIFY(bar->geometry().bottom() < titles->mapTo(&table, QPoint(0, 0)).y());
        model.clear();
        QVERIFY(panel->isVisible());
        QVERIFY(!bar->isVisible());
        table.setState(ui::PageState::Ready);
        QVERIFY(!panel->isVisible());
    }

    void goesBackToWhereItWas()
    {
        Many model(500);
        ui::ObjectTable table;
        table.setModel(&model);
        table.resize(600, 400);
        table.show();
        table.setCurrentRow(300);
        const QByteArray state = table.saveView();
        table.setCurrentRow(0);
        table.restoreView(state);
        QCOMPARE(table.currentRow(), 300);
    }
};

QTEST_MAIN(ObjectTableTest)
#include "objecttable.moc"
