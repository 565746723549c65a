// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/chaindrawing.h"

#include "app/wire/dns/zonetext.h"
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
    Q_DECLARE_TR_FUNCTIONS(ui::ChainDrawing)
};

using check::ChainBreak;

QString reasonOf(const check::ChainLink &link)
{
    switch (link.why) {
    case ChainBreak::None:
        return {};
    case ChainBreak::NoAnswer:
        return Words::tr("It could not be asked: %1.").arg(link.detail);
    case ChainBreak::NoDs:
        return Words::tr("The zone above does not say that this one is signed (no DS record).");
    case ChainBreak::Unsupported:
        return Words::tr("It is signed with algorithms that nobody verifies.");
    case ChainBreak::NoKeys:
        return Words::tr("The zone above says that it is signed, but it publishes no key.");
    case ChainBreak::NoMatch:
        return Words::tr("No DS record of the zone above is about any of its keys.");
    case ChainBreak::Unsigned:
        return Words::tr("Its keys are not signed.");
    case ChainBreak::Expired:
        return Words::tr("Its signatures have expired.");
    case ChainBreak::NotYet:
        return Words::tr("Its signatures are not valid yet.");
    case ChainBreak::WrongSignature:
        return Words::tr("Its signatures are not made with its keys.");
    case ChainBreak::DsNotSigned:
        return Words::tr("The zone above does not vouch for the DS records.");
    case ChainBreak::DataNotSigned:
        return Words::tr("Its records are not signed with its keys.");
    case ChainBreak::Above:
        return Words::tr("It depends on a link above.");
    }
    return {};
}

QString fitWords(check::ChainDs::Fit fit)
{
    switch (fit) {
    case check::ChainDs::Fit::Matches:
        return Words::tr("fits");
    case check::ChainDs::Fit::NoKey:
        return Words::tr("no such key");
    case check::ChainDs::Fit::OtherKey:
        return Words::tr("is about another key");
    case check::ChainDs::Fit::Unsupported:
        return Words::tr("not usable");
    }
    return {};
}

QStringList linesOf(const check::ChainLink &link)
{
    QStringList lines;
    for (const check::ChainDs &ds : link.ds)
        lines.append(
            (link.anchored ? Words::tr("Trust anchor %1, %2: %3") : Words::tr("DS %1, %2: %3"))
                .arg(ds.data.tag)
                .arg(check::digestName(ds.data.digestType), fitWords(ds.fit)));
    for (const check::ChainKey &key : link.keys) {
        QString text = Words::tr("Key %1, %2, %n bits", nullptr, key.bits)
                           .arg(key.tag)
                           .arg(check::algorithmName(key.algorithm));
        if (key.isSep())
            text += Words::tr(", signs keys");
        lines.append(text);
    }
    QDateTime until;
    for (const check::ChainSignature &signature : link.signatures)
        if (signature.verdict == check::ChainSignature::Verdict::Good &&
            (!until.isValid() || signature.expiration < until))
            until = signature.expiration;
    if (until.isValid())
        lines.append(Words::tr("Signatures valid until %1")
                         .arg(QLocale().toString(until.toLocalTime(), QLocale::ShortFormat)));
    return lines;
}

int padding() { return scaled(14); }
int lineStep() { return QFontMetrics(fontOf(Size::Small)).height() + scaled(3); }
int titleHeight() { return QFontMetrics(fontOf(Size::Body, QFont::DemiBold)).height() + scaled(6); }
int gap() { return scaled(34); }

int heightOf(const ChainBox &box)
{
    return padding() * 2 + titleHeight() + int(box.lines.size()) * lineStep() +
           (box.reason.isEmpty() ? 0 : lineStep() + scaled(4));
}

struct Look
{
    Role role;
    QString icon;
};
Look lookOf(const ChainBox &box)
{
    switch (box.security) {
    case wire::DnsSecurity::Secure:
        return {Role::Good, QStringLiteral("lock")};
    case wire::DnsSecurity::Bogus:
        return {Role::Bad, QStringLiteral("octagon-alert")};
    case wire::DnsSecurity::Insecure:
        return {Role::Warning, QStringLiteral("lock-open")};
    case wire::DnsSecurity::Unchecked:
        break;
    }
    return {Role::Muted, QStringLiteral("circle-help")};
}

} // namespace

QList<ChainBox> chainBoxes(const check::DnssecChain &chain)
{
    QList<ChainBox> boxes;
    const check::ChainLink *broken = chain.broken();
    for (const check::ChainLink &link : chain.links) {
        ChainBox box;
        box.zone = link.zone.isEmpty() ? Words::tr(". (the root)") : wire::nameForPeople(link.zone);
        box.security = link.security;
        box.isBreak = &link == broken;
        box.standing = link.security == wire::DnsSecurity::Secure     ? Words::tr("Holds")
                       : link.security == wire::DnsSecurity::Bogus    ? Words::tr("Wrong")
                       : link.security == wire::DnsSecurity::Insecure ? Words::tr("Not signed")
                                                                      : Words::tr("Not known");
        box.lines = linesOf(link);
        box.reason = reasonOf(link);
        boxes.append(box);
    }
    return boxes;
}

QString chainWords(const ChainBox &box)
{
    QStringList parts{box.zone, box.standing};
    if (!box.reason.isEmpty())
        parts.append(box.reason);
    return (parts + box.lines).join(QStringLiteral(" · "));
}

Picture chainPicture(const QList<ChainBox> &boxes, qreal width)
{
    Picture picture;
    const QFontMetrics small(fontOf(Size::Small));
    const QFontMetrics bold(fontOf(Size::Body, QFont::DemiBold));
    int text = scaled(260);
    for (const ChainBox &box : boxes) {
        text = std::max(text, bold.horizontalAdvance(box.zone + box.standing) + scaled(60));
        text = std::max(text, small.horizontalAdvance(box.reason));
        for (const QString &line : box.lines)
            text = std::max(text, small.horizontalAdvance(line));
    }
    const qreal boxWidth = text + padding() * 2 + scaled(24);
    const qreal wide = std::max(width, boxWidth + scaled(4));
    qreal top = scaled(2);
    QList<QRectF> areas;
    for (const ChainBox &box : boxes) {
        areas.append(QRectF(scaled(2), top, boxWidth, heightOf(box)));
        picture.parts.append({areas.last(), chainWords(box)});
        top += heightOf(box) + gap();
    }
    picture.size = {wide, boxes.isEmpty() ? 0 : top - gap() + scaled(2)};
    picture.paint = [boxes, areas](QPainter &painter, const QPalette &palette, int current) {
        const qreal ratio = painter.device()->devicePixelRatioF();
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            const ChainBox &box = boxes.at(i);
            const QRectF area = areas.at(i);
            const Look look = lookOf(box);
            if (i > 0) { // the link from above: broken where this zone does not hold
                const bool holds = box.security == wire::DnsSecurity::Secure;
                const qreal x = area.left() + scaled(32);
                QPen pen(colour(look.role, palette), holds ? 2 : 1.6,
                         holds ? Qt::SolidLine : Qt::DashLine);
                painter.setPen(pen);
                painter.drawLine(QPointF(x, area.top() - gap()), QPointF(x, area.top()));
                const int side = scaled(18);
                painter.setPen(Qt::NoPen);
                painter.setBrush(colour(Role::Surface, palette));
                const QRectF disc(x - side / 2.0 - 2, area.top() - gap() / 2.0 - side / 2.0 - 2,
                                  side + 4, side + 4);
                painter.drawEllipse(disc);
                painter.drawPixmap(
                    disc.topLeft() + QPointF(2, 2),
                    iconPixmap(holds ? QStringLiteral("link") : QStringLiteral("unlink"),
                               colour(look.role, palette), side, ratio));
            }
            painter.setPen(
                QPen(colour(box.isBreak ? look.role : Role::Line, palette), box.isBreak ? 1.6 : 1));
            painter.setBrush(box.isBreak ? softOf(look.role, palette)
                                         : colour(Role::Surface, palette));
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), scaled(8), scaled(8));
            if (current == i)
                drawFocusRing(&painter, area, scaled(8), palette);
            qreal y = area.top() + padding();
            const qreal x = area.left() + padding();
            const int side = scaled(18);
            painter.drawPixmap(QPointF(x, y),
                               iconPixmap(look.icon, colour(look.role, palette), side, ratio));
            const qreal words = x + side + scaled(8);
            painter.setFont(fontOf(Size::Body, QFont::DemiBold));
            painter.setPen(colour(Role::Text, palette));
            painter.drawText(QRectF(words, y, area.right() - words, titleHeight()),
                             Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, box.zone);
            painter.setPen(colour(look.role, palette));
            painter.drawText(QRectF(words, y, area.right() - padding() - words, titleHeight()),
                             Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine, box.standing);
            y += titleHeight();
            painter.setFont(fontOf(Size::Small));
            const auto draw = [&](const QString &line, Role role) {
                painter.setPen(colour(role, palette));
                painter.drawText(QRectF(words, y, area.right() - words, lineStep()),
                                 Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, line);
                y += lineStep();
            };
            if (!box.reason.isEmpty()) {
                draw(box.reason, look.role);
                y += scaled(4);
            }
            for (const QString &line : box.lines)
                draw(line, Role::Muted);
        }
    };
    return picture;
}

} // namespace ui
