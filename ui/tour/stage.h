// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a story on the living window: waits until a scene is there, takes its picture, does what a
// person would do next. Nothing sleeps and no event loop is nested: a timer looks whether the scene
// has come; one that does not come in time ends the play with its name.
#pragma once

#include <QElapsedTimer>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QAbstractButton;
class QWidget;

namespace ui {

struct Scene
{
    QString name;                 // for the report: "The empty list of addresses"
    std::function<bool()> isHere; // asked until true; empty = at once
    QString picture;              // file name without ending; empty = none
    std::function<void()> act;    // after the picture; may be empty
};

class Stage : public QObject
{
    Q_OBJECT

public:
    Stage(QWidget &window, const QString &directory, QObject *parent = nullptr);

    void add(Scene scene);
    void play();
    void fail(const QString &why); // ends the play; finished(false)

    // What a person sees: visible widgets of the window and of what stands over it, by objectName.
    QWidget *find(const QString &objectName) const;
    template <class T>
    T *find(const QString &objectName) const
    {
        return qobject_cast<T *>(find(objectName));
    }
    bool isThere(const QString &objectName) const { return find(objectName) != nullptr; }

    // Each fails the play when there is nothing of that name that can be used.
    void press(const QString &button);
    void type(const QString &field, const QString &text); // as keys, over what stands there
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); // to what has focus

    QStringList pictures() const { return m_pictures; }

signals:
    void finished(bool good, const QString &why);

private:
    void look();
    void take(const QString &picture);

    QWidget &m_window;
    QString m_directory;
    QList<Scene> m_scenes;
    qsizetype m_at = 0;
    bool m_isOver = false;
    bool m_wasHere = false; // the scene came; it is pictured one pass later, when it has settled
    QTimer m_timer;
    QElapsedTimer m_waiting;
    QStringList m_pictures;
};

} // namespace ui
