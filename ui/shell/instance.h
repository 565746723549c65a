// SPDX-License-Identifier: GPL-3.0-or-later
// One program for one data directory: a second start asks the first to come to the front.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace ui {

class Instance : public QObject
{
    Q_OBJECT

public:
    explicit Instance(const QString &dataDirectory, QObject *parent = nullptr);

    // false: another one runs and was told; `directory` is the mail host that it is to show, empty
    // for none.
    bool isFirst(const QString &directory);

    // Before this program ends: from now on a start is the first again.
    void close();

signals:
    void shown(const QString &directory); // what a later start asked for

private:
    void hear();

    QString m_name;
    QLocalServer m_server;
};

} // namespace ui
