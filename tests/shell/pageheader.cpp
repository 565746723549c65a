// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a page in windows of every width: nothing lies on anything else, and what matters
// is still there.
#include "ui/widgets/pageheader.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

class PageHeaderTest : public QObject
{
    Q_OBJECT

private:
    static QList<QWidget *> shown(QWidget &header)
    {
        QList<QWidget *> list;
        for (auto *widget : header.findChildren<QWidget *>())
            if (widget->isVisible() &&
                (qobject_cast<QLabel *>(widget) || qobject_cast<QAbstractButton *>(widget) ||
                 (qobject_cast<QLineEdit *>(widget))) &&
                !qobject_cast<QLineEdit *>(widget->parentWidget()) && widget->width() > 0)
                list.append(widget);
        return list;
    }

private slots:
    void nothingOverlaps_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("hasParent");
        QTest::newRow("list") << QStringLiteral("Addresses") << false;
        QTest::newRow("long address")
            << QString(64, u'a') + u'@' + QString(60, u'b') + u'.' + QString(60, u'c') << true;
    }
    void nothingOverlaps()
    {
        QFETCH(QString, title);
        QFETCH(bool, hasParent);
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        column->setContentsMargins(0, 0, 0, 0);
        auto *header = new ui::PageHeader(&page);
        column->addWidget(header);
        column->addStretch(1);
        QAction create(QStringLiteral("Create address"));
        header->setTitle(title);
        if (hasParent)
            header->setParentPage(QStringLiteral("Addresses"), [] {});
        header->setCount(QStringLiteral("13,439 of 100,000"));
        header->setAge(QDateTime::currentDateTime(), true);
        header->setPrimary(&create);
        header->more();
        if (!hasParent) {
            header->showFilter(QStringLiteral("Filter addresses"));
            header->addWidget(new QPushButton(QStringLiteral("Filters (2)"), header));
        }
        page.resize(1400, 400);
        page.show();
        for (int width = 1400; width >= 560; width -= 20) {
            page.resize(width, 400);
            QCoreApplication::sendPostedEvents();
            QTest::qWait(0);
            QCOMPARE(page.width(), width); // the header does not hold it up
            const auto widgets = shown(*header);
            for (int i = 0; i < widgets.size(); ++i) {
                const QRect a(widgets.at(i)->mapTo(header, QPoint()), widgets.at(i)->size());
                QVERIFY2(header->rect().contains(a),
                         qPrintable(QStringLiteral("%1: %2 sticks out")
                                        .arg(width)
                                        .arg(widgets.at(i)->objectName())));
                for (int k = i + 1; k < widgets.size(); ++k) {
                    const QRect b(widgets.at(k)->mapTo(header, QPoint()), widgets.at(k)->size());
                    QVERIFY2(!a.intersects(b), qPrintable(QStringLiteral("%1: %2 on %3")
                                                              .arg(width)
                                                              .arg(widgets.at(i)->objectName(),
                                                                   widgets.at(k)->objectName())));
                }
            }
            QVERIFY(
                header->findChild<QPushButton *>(QStringLiteral("header.primary"))->isVisible());
            QVERIFY(header->findChild<QLabel *>(QStringLiteral("header.count"))->isVisible());
            if (!hasParent)
                QVERIFY(header->filter()->isVisible() && header->filter()->width() >= 160);
        }
        // And back: everything in one line again.
        page.resize(1400, 400);
        QTest::qWait(0);
        if (hasParent)
            return; // the title alone is wider
        QVERIFY(header->findChild<QLabel *>(QStringLiteral("header.age"))->isVisible());
        QVERIFY(header->height() < 2 * 48);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::dress(app, false);
    PageHeaderTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "pageheader.moc"
