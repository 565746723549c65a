// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTest>

#include <cmath>

using ui::colour;
using ui::Role;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double channel(double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

Q_DECLARE_METATYPE(ui::Weight)

class Theme : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const QList<Role> grounds{Role::Window, Role::Surface, Role::Raised, Role::Hover,
                                  Role::AccentSoft};
        const QList<Role> inks{Role::Text, Role::Muted, Role::Accent};
        QList<std::pair<Role, Role>> pairs;
        for (Role ground : grounds)
            for (Role ink : inks)
                pairs.append({ink, ground});
        for (Role ground : {Role::Window, Role::Surface, Role::Raised})
            for (Role ink : {Role::Good, Role::Warning, Role::Bad})
                pairs.append({ink, ground});
        pairs.append({Role::AccentText, Role::Accent});
        pairs.append({Role::BadText, Role::Bad});
        pairs.append({Role::Good, Role::GoodSoft});
        pairs.append({Role::Warning, Role::WarningSoft});
        pairs.append({Role::Bad, Role::BadSoft});
        for (Role soft : {Role::GoodSoft, Role::WarningSoft, Role::BadSoft, Role::Mark}) {
            pairs.append({Role::Text, soft});
            if (soft != Role::Mark)
                pairs.append({Role::Muted, soft});
        }
        for (const auto &[ink, ground] : pairs) {
            const double ratio = contrast(colour(ink, dark), colour(ground, dark));
            QVERIFY2(
                ratio >= 4.5,
                qPrintable(
                    QStringLiteral("role %1 on %2: %3").arg(int(ink)).arg(int(ground)).arg(ratio)));
        }
    }

    void outlinesCanBeSeen_data() { textCanBeRead_data(); }
    void outlinesCanBeSeen()
    {
        QFETCH(bool, dark);
        for (Role ground : {Role::Window, Role::Surface, Role::Raised})
            QVERIFY(contrast(colour(Role::Outline, dark), colour(ground, dark)) >= 3.0);
    }

    void palettesSayWhichTheyAre()
    {
        QVERIFY(ui::isDark(ui::paletteOf(true)));
        QVERIFY(!ui::isDark(ui::paletteOf(false)));
    }

    void everyIconDraws()
    {
        const auto files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 50);
        for (const QString &file : files) {
            const QString name = file.chopped(4);
            const QImage image = ui::iconPixmap(name, Qt::red, 24, 2).toImage();
            QCOMPARE(image.width(), 48);
            bool ink = false;
            for (int y = 0; y < image.height() && !ink; ++y)
                for (int x = 0; x < image.width() && !ink; ++x)
                    ink = qRed(image.pixel(x, y)) > 128 && qAlpha(image.pixel(x, y)) > 128;
            QVERIFY2(ink, qPrintable(name));
        }
    }

    void controlsHaveOneHeight()
    {
        ui::dress(*qApp, false);
        QPushButton usual(QStringLiteral("Apply"));
        QPushButton primary(QStringLiteral("Create an address"));
        ui::setWeight(&primary, ui::Weight::Primary);
        QCOMPARE(usual.sizeHint().height(), ui::controlHeight());
        QCOMPARE(primary.sizeHint().height(), ui::controlHeight());
    }

    void whatReturnPressesIsSeen_data()
    {
        QTest::addColumn<ui::Weight>("weight");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true})
            for (const auto &[name, weight] :
                 {std::pair{"usual", ui::Weight::Usual}, std::pair{"primary", ui::Weight::Primary},
                  std::pair{"danger", ui::Weight::Danger}, std::pair{"quiet", ui::Weight::Quiet}})
                QTest::addRow("%s, %s", name, dark ? "dark" : "light") << weight << dark;
    }
    void whatReturnPressesIsSeen()
    {
        QFETCH(ui::Weight, weight);
        QFETCH(bool, dark);
        ui::dress(*qApp, dark);
        QWidget window;
        QPushButton first(QStringLiteral("Discard"), &window);
        QPushButton other(QStringLiteral("Cancel"), &window);
        other.move(0, 100);
        ui::setWeight(&first, weight);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other.setFocus();
        const QImage without = first.grab().toImage();
        first.setFocus();
        const QImage with = first.grab().toImage();
        int changed = 0;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
        QVERIFY2(changed > 2 * with.width(), qPrintable(QString::number(changed))); // all round
    }
};

QTEST_MAIN(Theme)
#include "theme.moc"
