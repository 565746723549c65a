// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

// The icons lie in a static library, from which nobody else pulls them. Outside any namespace, as
// Qt wants it.
static void bringIcons() { Q_INIT_RESOURCE(app); }

namespace ui {

namespace {

QString fileOf(const QString &name)
{
    static const bool here = (bringIcons(), true);
    Q_UNUSED(here)
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

// Draws when asked, in the colours of the theme at that moment.
class Engine final : public QIconEngine
{
public:
    Engine(const QString &name, std::optional<Role> role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = qMin(rect.width(), rect.height());
        Q_UNUSED(state)
        const QRect at(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2,
                       side, side);
        painter->drawPixmap(at, iconPixmap(m_name, tint(mode), side, scale));
    }

    // Qt asks in device pixels and sets the ratio afterwards.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, tint(mode), qMin(size.width(), size.height()), 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return iconPixmap(m_name, tint(mode), qMin(size.width(), size.height()), 1);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return {side, side};
    }

    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return QStringLiteral("mailwright"); }
    bool isNull() override { return false; }

private:
    QColor tint(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return colour(Role::Outline, palette);
        return colour(m_role.value_or(Role::Text), palette);
    }

    QString m_name;
    std::optional<Role> m_role;
};

} // namespace

QIcon icon(const QString &name) { return name.isEmpty() ? QIcon() : QIcon(new Engine(name, {})); }

QIcon icon(const QString &name, Role role)
{
    return name.isEmpty() ? QIcon() : QIcon(new Engine(name, role));
}

QPixmap iconPixmap(const QString &name, const QColor &tint, int size, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("mw/%1/%2/%3/%4")
                            .arg(name, QString::number(tint.rgba(), 16), QString::number(size),
                                 QString::number(devicePixelRatio));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int side = qMax(1, int(std::ceil(size * devicePixelRatio)));
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QFile file(fileOf(name));
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", tint.name(QColor::HexRgb).toUtf8());
        // At small sizes the family's two-unit stroke looks heavy beside text.
        if (size <= 20)
            svg.replace("stroke-width=\"2\"", "stroke-width=\"1.9\"");
        else
            svg.replace("stroke-width=\"2\"", "stroke-width=\"1.5\"");
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

bool hasIcon(const QString &name) { return QFile::exists(fileOf(name)); }

} // namespace ui
