// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/spfdrawing.h"

#include "app/wire/dns/zonetext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::SpfDrawing)
};

using Kind = check::SpfTerm::Kind;

QString allNote(char qualifier)
{
    switch (qualifier) {
    case '-':
        return Words::tr("everybody else is refused");
    case '~':
        return Words::tr("everybody else is marked as suspicious");
    case '?':
        return Words::tr("says nothing about everybody else");
    default:
        return Words::tr("lets everybody send");
    }
}

QString noteOf(const check::SpfBranch &branch)
{
    if (branch.dead)
        return Words::tr("decides nothing: “%1” already does")
            .arg(QString::fromUtf8(branch.because));
    if (branch.dynamic)
        return Words::tr("depends on each message");
    switch (branch.term.kind) {
    case Kind::All:
        return allNote(branch.term.qualifier);
    case Kind::Exp:
        return Words::tr("the words of a refusal");
    case Kind::Unknown:
        return Words::tr("not known, passed over");
    case Kind::Ip4:
    case Kind::Ip6:
        return {}; // the term says it
    default:
        break;
    }
    if (!branch.networks.isEmpty()) {
        QStringList first;
        for (const check::SpfNetwork &network : branch.networks.mid(0, 2))
            first.append(QString::fromLatin1(network.text()));
        const int more = int(branch.networks.size() - first.size());
        QString text = first.join(QStringLiteral(", "));
        if (more > 0)
            text = Words::tr("%1 and %n more", nullptr, more).arg(text);
        return text;
    }
    return {};
}

void addBelow(QList<SpfLine> &lines, const check::SpfNode &node, int depth,
              const QList<bool> &goesOn)
{
    for (qsizetype i = 0; i < node.branches.size(); ++i) {
        const check::SpfBranch &branch = node.branches.at(i);
        const bool isLast = i + 1 == node.branches.size();
        SpfLine line;
        line.depth = depth;
        line.domain = node.domain;
        line.term = QString::fromUtf8(branch.term.text);
        line.lookups = branch.lookups;
        line.voidLookups = branch.voidLookups;
        line.ranges = branch.networks.size();
        line.note = noteOf(branch);
        line.problem = branch.problem;
        if (line.problem.isEmpty() && branch.child)
            line.problem = branch.child->problem;
        line.isDead = branch.dead;
        line.isFirstBelow = depth == 1;
        line.goesOn = goesOn + QList<bool>{!isLast};
        lines.append(line);
        if (branch.child)
            addBelow(lines, *branch.child, depth + 1, goesOn + QList<bool>{!isLast});
    }
}

int lineHeight() { return rowHeight(false) + scaled(2); }
int indent() { return scaled(26); }
int padding() { return scaled(12); }

// The corner that leads from a term to the one it stands under.
void drawBranches(QPainter &painter, const SpfLine &line, qreal top, const QColor &ink)
{
    const int height = lineHeight();
    painter.setPen(QPen(ink, 1.2));
    for (int depth = 0; depth < line.depth; ++depth) {
        const qreal x = padding() + depth * indent() + scaled(7) + 0.5;
        const bool isOwn = depth + 1 == line.depth;
        const bool goesOn = line.goesOn.value(depth);
        if (isOwn) {
            painter.drawLine(QPointF(x, top),
                             QPointF(x, goesOn ? top + height : top + height / 2.0));
            painter.drawLine(QPointF(x, top + height / 2.0),
                             QPointF(x + indent() - scaled(10), top + height / 2.0));
        } else if (goesOn) {
            painter.drawLine(QPointF(x, top), QPointF(x, top + height));
        }
    }
}

} // namespace

QList<SpfLine> spfLines(const check::SpfNode &tree)
{
    QList<SpfLine> lines;
    SpfLine root;
    root.domain = tree.domain;
    root.term = wire::nameForPeople(tree.domain);
    root.lookups = tree.lookups;
    root.voidLookups = tree.voidLookups;
    root.problem = tree.problem;
    lines.append(root);
    addBelow(lines, tree, 1, {});
    return lines;
}

QString spfWords(const SpfLine &line)
{
    QStringList parts{line.term};
    if (line.lookups > 0)
        parts.append(Words::tr("%n lookup(s)", nullptr, line.lookups));
    if (line.voidLookups > 0)
        parts.append(Words::tr("%n of them find(s) nothing", nullptr, line.voidLookups));
    if (!line.note.isEmpty())
        parts.append(line.note);
    if (!line.problem.isEmpty())
        parts.append(line.problem);
    return parts.join(QStringLiteral(" · "));
}

Picture spfPicture(const QList<SpfLine> &lines, int limit, qreal width)
{
    Picture picture;
    const QFontMetrics fixed(fixedFont());
    const int chipRoom = Chip::widthOf(Words::tr("%n lookup(s)", nullptr, 10), {}) + scaled(16);
    // As wide as the longest term needs, so that none is cut off.
    qreal needed = 0;
    for (const SpfLine &line : lines)
        needed = std::max<qreal>(needed, padding() * 2 + line.depth * indent() + scaled(24) +
                                             fixed.horizontalAdvance(line.term) + chipRoom);
    const qreal wide = std::max(width, needed);
    picture.size = {wide, qreal(lines.size() * lineHeight() + scaled(8))};
    for (qsizetype i = 0; i < lines.size(); ++i)
        picture.parts.append(
            {QRectF(0, scaled(4) + i * lineHeight(), wide, lineHeight()), spfWords(lines.at(i))});
    picture.paint = [lines, limit, wide, chipRoom](QPainter &painter, const QPalette &palette,
                                                   int current) {
        const QFontMetrics metrics(fixedFont());
        const QFontMetrics notes(fontOf(Size::Small));
        const qreal ratio = painter.device()->devicePixelRatioF();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const SpfLine &line = lines.at(i);
            const qreal top = scaled(4) + i * lineHeight();
            const QRectF row(0, top, wide, lineHeight());
            if (current == i) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(colour(Role::AccentSoft, palette));
                painter.drawRoundedRect(row.adjusted(2, 1, -2, -1), scaled(6), scaled(6));
                drawFocusRing(&painter, row.adjusted(2, 1, -2, -1), scaled(6), palette);
            }
            drawBranches(painter, line, top, colour(Role::Outline, palette));
            const bool isBad = !line.problem.isEmpty() || (line.depth == 0 && line.lookups > limit);
            const QString mark = isBad             ? QStringLiteral("octagon-alert")
                                 : line.depth == 0 ? QStringLiteral("globe")
                                 : line.isDead     ? QStringLiteral("circle-slash")
                                                   : QString();
            qreal x = padding() + line.depth * indent();
            if (!mark.isEmpty()) {
                const int side = scaled(15);
                painter.drawPixmap(QPointF(x, top + (lineHeight() - side) / 2.0),
                                   iconPixmap(mark,
                                              colour(isBad ? Role::Bad : Role::Muted, palette),
                                              side, ratio));
                x += side + scaled(6);
            }
            QFont font = fixedFont();
            font.setBold(line.depth == 0);
            painter.setFont(font);
            painter.setPen(colour(line.isDead ? Role::Muted : Role::Text, palette));
            const qreal right = wide - padding() - (line.lookups > 0 ? chipRoom : 0);
            const int termWidth = QFontMetrics(font).horizontalAdvance(line.term);
            painter.drawText(QRectF(x, top, right - x, lineHeight()),
                             Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, line.term);
            x += termWidth + scaled(12);
            const QString note = line.problem.isEmpty() ? line.note : line.problem;
            if (!note.isEmpty() && right - x > scaled(40)) {
                painter.setFont(fontOf(Size::Small));
                painter.setPen(colour(line.problem.isEmpty() ? Role::Muted : Role::Bad, palette));
                painter.drawText(QRectF(x, top, right - x, lineHeight()),
                                 Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                                 notes.elidedText(note, Qt::ElideRight, int(right - x)));
            }
            if (line.lookups > 0) {
                const Role role = line.depth > 0          ? Role::Muted
                                  : line.lookups > limit  ? Role::Bad
                                  : line.lookups == limit ? Role::Warning
                                                          : Role::Good;
                const QString text = Words::tr("%n lookup(s)", nullptr, line.lookups);
                const int chip = Chip::widthOf(text, {});
                Chip::draw(painter,
                           QRect(int(wide) - padding() - chip, int(top), chip, lineHeight()), text,
                           role, {}, palette, ratio);
            }
        }
    };
    return picture;
}

} // namespace ui
