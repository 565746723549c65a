// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/stage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace ui {

namespace {

constexpr int glance = 40;          // ms between two looks
constexpr qint64 patience = 60'000; // ms for one scene: a mail server's first start is among them

void send(QWidget *to, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(to, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QCoreApplication::sendEvent(to, &up);
}

} // namespace

Stage::Stage(QWidget &window, const QString &directory, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_directory(directory)
{
    m_timer.setInterval(glance);
    connect(&m_timer, &QTimer::timeout, this, &Stage::look);
}

void Stage::add(Scene scene) { m_scenes.append(std::move(scene)); }

void Stage::play()
{
    m_waiting.start();
    m_timer.start();
}

void Stage::fail(const QString &why)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_timer.stop();
    take(QStringLiteral("failed"));
    emit finished(false, why);
}

void Stage::look()
{
    if (m_isOver)
        return;
    if (m_at == m_scenes.size()) {
        m_isOver = true;
        m_timer.stop();
        emit finished(true, {});
        return;
    }
    const Scene &scene = m_scenes.at(m_at);
    if (scene.isHere && !scene.isHere()) {
        m_wasHere = false;
        if (m_waiting.elapsed() > patience)
            fail(tr("This did not come within a minute: %1.").arg(scene.name));
        return;
    }
    if (!m_wasHere && !scene.picture.isEmpty()) {
        m_wasHere = true; // one more pass, so that layouts and the answer of the last job are in it
        return;
    }
    m_wasHere = false;
    if (!scene.picture.isEmpty())
        take(scene.picture);
    const auto act = scene.act;
    ++m_at;
    m_waiting.restart();
    if (act)
        act();
}

void Stage::take(const QString &picture)
{
    QPixmap shot = m_window.grab();
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top == &m_window || !top->isVisible() || top->windowType() == Qt::ToolTip)
            continue;
        const QPixmap over = top->grab();
        const QSizeF size = over.deviceIndependentSize();
        const QRectF all(QPointF(), shot.deviceIndependentSize());
        const QPointF at(all.center() - QPointF(size.width() / 2, size.height() / 2));
        QPainter painter(&shot);
        painter.fillRect(all, QColor(0, 0, 0, 96)); // what is behind a dialog steps back
        painter.drawPixmap(at, over);
    }
    const QString file = QDir(m_directory).filePath(picture + QStringLiteral(".png"));
    if (!shot.save(file))
        fail(tr("The picture %1 could not be written.").arg(file));
    else
        m_pictures.append(picture);
}

QWidget *Stage::find(const QString &objectName) const
{
    // What stands over the window comes first: a dialog may name a field as the page behind it
    // does.
    QWidgetList tops = QApplication::topLevelWidgets();
    std::stable_partition(tops.begin(), tops.end(),
                          [this](const QWidget *top) { return top != &m_window; });
    for (QWidget *top : tops) {
        if (!top->isVisible())
            continue;
        if (top->objectName() == objectName)
            return top;
        for (QWidget *child : top->findChildren<QWidget *>(objectName))
            if (child->isVisible())
                return child;
    }
    return nullptr;
}

void Stage::press(const QString &button)
{
    auto *found = find<QAbstractButton>(button);
    if (!found || !found->isEnabled()) {
        fail(tr("There is no button “%1” that can be pressed.").arg(button));
        return;
    }
    found->setFocus();
    found->click();
}

void Stage::type(const QString &field, const QString &text)
{
    auto *found = find<QLineEdit>(field);
    if (!found || !found->isEnabled() || found->isReadOnly()) {
        fail(tr("There is no field “%1” that can be typed in.").arg(field));
        return;
    }
    found->setFocus();
    found->selectAll();
    if (text.isEmpty())
        send(found, Qt::Key_Delete, Qt::NoModifier, {});
    for (const QChar c : text)
        send(found, Qt::Key_unknown, Qt::NoModifier, QString(c));
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *to = QApplication::focusWidget();
    send(to ? to : &m_window, key, modifiers, {});
}

} // namespace ui
