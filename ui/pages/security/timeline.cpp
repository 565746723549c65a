// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/timeline.h"

#include "app/check/dns/repair.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

constexpr check::Section sections[] = {check::Section::Spf,    check::Section::Dkim,
                                       check::Section::Dmarc,  check::Section::Reach,
                                       check::Section::Dnssec, check::Section::Dane};

QString date(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

int rowHeightOf() { return scaled(28); }

} // namespace

QList<TimelineRow> timelineRows(const QList<mail::SecuritySnapshot> &looks, const QDateTime &now)
{
    QList<TimelineRow> rows;
    // A first look has no past: what it saw is taken to have been so for a day.
    const QDateTime least =
        looks.isEmpty() ? now : looks.last().at.addDays(looks.size() == 1 ? 1 : 0);
    const QDateTime end = std::max(now, least);
    for (const check::Section section : sections) {
        TimelineRow row{sectionTitle(section), {}};
        for (qsizetype i = 0; i < looks.size(); ++i) {
            const Standing standing = standingOf(section, looks.at(i));
            const QDateTime until = i + 1 < looks.size() ? looks.at(i + 1).at : end;
            if (!row.stretches.isEmpty() && row.stretches.last().standing.word == standing.word)
                row.stretches.last().until = until;
            else
                row.stretches.append({looks.at(i).at, until, standing, {}});
        }
        for (Stretch &stretch : row.stretches)
            stretch.words =
                Words::tr("%1, %2 to %3: %4")
                    .arg(row.title, date(stretch.from), date(stretch.until), stretch.standing.word);
        rows.append(row);
    }
    return rows;
}

Picture timelinePicture(const QList<TimelineRow> &rows, qreal width)
{
    Picture picture;
    if (rows.isEmpty() || rows.first().stretches.isEmpty())
        return picture;
    const QDateTime begin = rows.first().stretches.first().from;
    const QDateTime end = rows.first().stretches.last().until;
    const qreal span = std::max<qreal>(1, begin.secsTo(end));
    const QFontMetrics metrics(fontOf(Size::Body));
    qreal labels = 0;
    for (const TimelineRow &row : rows)
        labels = std::max<qreal>(labels, metrics.horizontalAdvance(row.title));
    labels += scaled(16);
    const qreal wide = std::max<qreal>(width, labels + scaled(240));
    const qreal lane = wide - labels - scaled(8);
    const auto x = [=](const QDateTime &at) { return labels + lane * begin.secsTo(at) / span; };
    picture.size = {wide, qreal(rows.size() * rowHeightOf() + scaled(26))};
    for (qsizetype i = 0; i < rows.size(); ++i)
        for (const Stretch &stretch : rows.at(i).stretches)
            picture.parts.append(
                {QRectF(x(stretch.from), i * rowHeightOf(),
                        std::max<qreal>(scaled(4), x(stretch.until) - x(stretch.from)),
                        rowHeightOf()),
                 stretch.words});
    picture.paint = [rows, x, labels, wide, begin, end](QPainter &painter, const QPalette &palette,
                                                        int current) {
        const qreal ratio = painter.device()->devicePixelRatioF();
        int part = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const qreal top = i * rowHeightOf();
            painter.setFont(fontOf(Size::Body));
            painter.setPen(colour(Role::Text, palette));
            painter.drawText(QRectF(0, top, labels - scaled(12), rowHeightOf()),
                             Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                             rows.at(i).title);
            for (const Stretch &stretch : rows.at(i).stretches) {
                const Standing &standing = stretch.standing;
                const QRectF bar(x(stretch.from), top + scaled(5),
                                 std::max<qreal>(scaled(4), x(stretch.until) - x(stretch.from)) - 1,
                                 rowHeightOf() - scaled(10));
                painter.setPen(QPen(colour(standing.role, palette), 1));
                painter.setBrush(softOf(standing.role, palette));
                painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), scaled(3), scaled(3));
                const int side = scaled(13);
                if (bar.width() > side + scaled(8)) // the icon says it without the colour
                    painter.drawPixmap(
                        QPointF(bar.left() + scaled(5), bar.center().y() - side / 2.0),
                        iconPixmap(standing.icon, colour(standing.role, palette), side, ratio));
                if (current == part)
                    drawFocusRing(&painter, bar, scaled(3), palette);
                ++part;
            }
        }
        painter.setFont(fontOf(Size::Small));
        painter.setPen(colour(Role::Muted, palette));
        const QRectF axis(labels, rows.size() * rowHeightOf() + scaled(4),
                          wide - labels - scaled(8), scaled(20));
        painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, date(begin));
        painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, date(end));
    };
    return picture;
}

} // namespace ui
