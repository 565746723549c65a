// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/objecttable.h"

#include "app/store/settings.h"
#include "ui/widgets/text.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

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

// One row: a name and a word in each further column.
class Words final : public QAbstractTableModel
{
public:
    explicit Words(int columns)
        : m_columns(columns)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    int columnCount(const QModelIndex & = {}) const override { return m_columns; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role != Qt::DisplayRole ? QVariant()
               : index.column() == 0   ? QStringLiteral("example.org")
                                       : m_word;
    }
    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QString(1, QChar(u'A' + section))) : QVariant();
    }
    void say(const QString &word)
    {
        m_word = word;
        emit dataChanged(index(0, 0), index(0, m_columns - 1));
    }

private:
    int m_columns;
    QString m_word = QStringLiteral("Not checked");
};

// `words` in a window of that width, each after an icon.
void arrange(ui::ObjectTable &table, Words &words, int width)
{
    table.setModel(&words);
    table.setStretch(0, ui::scaled(200));
    for (int column = 1; column < words.columnCount(); ++column) {
        table.setLook(column, [](const QModelIndex &index) {
            ui::Cell cell;
            cell.text = index.data().toString();
            cell.icons = {QStringLiteral("circle-check")};
            cell.isWordSpare = true; // the mark says it, too
            return cell;
        });
        table.setFollow(column, ui::scaled(200));
    }
    table.resize(width, ui::scaled(300));
    table.show();
}

// Beside its icon and its margins.
int roomOf(const ui::ObjectTable &table, int column)
{
    return table.columnWidth(column) - ui::grid(2) - ui::scaled(22);
}

int widthOf(const ui::ObjectTable &table, const QString &word)
{
    return QFontMetrics(table.font()).horizontalAdvance(word);
}

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

    void aNarrowTableTakesFromAllColumns()
    {
        Words words(7);
        ui::ObjectTable table;
        arrange(table, words, ui::scaled(720));
        int least = table.columnWidth(1);
        int most = least;
        for (int column = 2; column < words.columnCount(); ++column) {
            least = qMin(least, table.columnWidth(column));
            most = qMax(most, table.columnWidth(column));
        }
        QVERIFY(least > table.horizontalHeader()->sectionSizeHint(1));
        QVERIFY2(most - least <= 3, qPrintable(QStringLiteral("%1 to %2").arg(least).arg(most)));
        // The name keeps what it needs.
        QVERIFY(table.columnWidth(0) >=
                widthOf(table, QStringLiteral("example.org")) + ui::grid(2));
    }

    // Sorting and a restart in a narrower window are no choice of widths.
    void theColumnThatStretchesKeepsItsRoomInANarrowerWindow()
    {
        QTemporaryDir folder;
        store::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        const auto arranged = [&](ui::ObjectTable &table, Words &words, int width) {
            table.setModel(&words);
            table.setStretch(3, ui::scaled(120));
            for (int column = 0; column < 3; ++column) {
                table.setColumnWidth(column, ui::scaled(220));
                table.setFollow(column, ui::scaled(300));
            }
            table.remember(settings, QStringLiteral("test"));
            table.resize(width, ui::scaled(300));
            table.show();
        };
        Words words(4);
        {
            ui::ObjectTable wide;
            arranged(wide, words, ui::scaled(1000));
            wide.sortByColumn(1, Qt::DescendingOrder);
            QVERIFY(wide.columnWidth(3) >= ui::scaled(120));
        }
        {
            ui::ObjectTable narrow;
            arranged(narrow, words, ui::scaled(600));
            QVERIFY2(narrow.columnWidth(3) >= ui::scaled(120) - 1,
                     qPrintable(QString::number(narrow.columnWidth(3))));
            const int before = narrow.columnWidth(3);
            narrow.resize(ui::scaled(680), ui::scaled(300)); // more room never takes from it
            QVERIFY(narrow.columnWidth(3) >= before);
            narrow.horizontalHeader()->resizeSection(1, ui::scaled(330)); // by hand
        }
        ui::ObjectTable again;
        arranged(again, words, ui::scaled(1000));
        QCOMPARE(again.columnWidth(1), ui::scaled(330));
        again.resize(ui::scaled(600), ui::scaled(300));
        QVERIFY(again.columnWidth(3) >= ui::scaled(120) - 1);
    }

    void addressesAreNeverCutWithinTheirDomain()
    {
        const QFontMetrics metrics(ui::fontOf(ui::Size::Body));
        const QString address = QStringLiteral("robin.sample@guests.example");
        const QString text = address + QStringLiteral(" · nie genutzt");
        for (int width = metrics.horizontalAdvance(text); width > 0; width -= 3) {
            const QString shown = ui::elidedAddress(text, metrics, width);
            QVERIFY2(metrics.horizontalAdvance(shown) <= width ||
                         width < metrics.horizontalAdvance(QStringLiteral("…")),
                     qPrintable(shown));
            // Whole, or the domain's beginning up to where the room ends.
            const auto at = shown.indexOf(u'@');
            if (width > metrics.horizontalAdvance(QStringLiteral("m…@guests.example")))
                QVERIFY2(shown.contains(QStringLiteral("@guests.example")), qPrintable(shown));
            else if (at >= 0)
                QVERIFY2(QStringLiteral("@guests.example")
                             .startsWith(QString(shown.mid(at)).remove(u'…')),
                         qPrintable(shown));
        }
    }

    void wordsFitAsSoonAsTheyCan()
    {
        Words words(6);
        ui::ObjectTable table;
        const QString word = QStringLiteral("In order");
        const int needed = widthOf(table, word) + ui::grid(3) + ui::scaled(22);
        const int name = widthOf(table, QStringLiteral("example.org")) + ui::grid(4);
        arrange(table, words, name + 5 * needed);
        QVERIFY(roomOf(table, 1) < widthOf(table, QStringLiteral("Not checked")));
        words.say(word); // shorter than what stood there
        for (int column = 1; column < words.columnCount(); ++column)
            QTRY_VERIFY2(roomOf(table, column) >= widthOf(table, word),
                         qPrintable(QString::number(table.columnWidth(column))));
    }

    void aNameBesideAnIconIsShortenedNotDropped()
    {
        Words words(2);
        ui::ObjectTable table;
        table.setModel(&words);
        table.setLook(1, [](const QModelIndex &index) {
            ui::Cell cell;
            cell.text = index.data().toString();
            cell.icons = {QStringLiteral("smartphone")};
            return cell;
        });
        words.say(QStringLiteral("A device with a name that fits nowhere at all"));
        table.resize(ui::scaled(600), ui::scaled(300));
        table.show();
        table.setColumnWidth(1, ui::scaled(120));
        const QRect cell =
            table.visualRect(words.index(0, 1)).adjusted(ui::grid() + ui::scaled(22), 2, -1, -2);
        const QImage seen = table.viewport()->grab(cell).toImage();
        bool isBlank = true;
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                isBlank = isBlank && seen.pixel(x, y) == seen.pixel(0, 0);
        QVERIFY(!isBlank);
    }

    void anIconStandsAloneWhereItsWordWouldBeAStump()
    {
        Words words(2);
        ui::ObjectTable table;
        arrange(table, words, ui::scaled(600));
        words.say(QStringLiteral("Needs attention"));
        const auto cell = [&] {
            return table.visualRect(words.index(0, 1))
                .adjusted(ui::grid() + ui::scaled(22), 2, -1, -2);
        };
        const auto isBlank = [&] {
            const QImage seen = table.viewport()->grab(cell()).toImage();
            for (int y = 0; y < seen.height(); ++y)
                for (int x = 0; x < seen.width(); ++x)
                    if (seen.pixel(x, y) != seen.pixel(0, 0))
                        return false;
            return true;
        };
        const auto help = [&] {
            const QPoint at = table.visualRect(words.index(0, 1)).center();
            QHelpEvent event(QEvent::ToolTip, at, table.viewport()->mapToGlobal(at));
            QApplication::sendEvent(table.viewport(), &event);
            return QToolTip::text();
        };
        QTRY_VERIFY(!isBlank()); // many changes at once are fitted to once
        QCOMPARE(help(), QString());
        table.setColumnWidth(1, ui::scaled(100));
        QVERIFY(isBlank());
        QCOMPARE(help(), QStringLiteral("Needs attention"));
        QToolTip::hideText();
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
