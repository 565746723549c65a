// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance.h"

#include "app/base/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace ui {

namespace {

constexpr int patience = 2000; // ms for the other one to listen
constexpr char heard[] = "heard\n";

} // namespace

Instance::Instance(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
{
    const QString place = QDir(dataDirectory).absolutePath() + u'\n' + QDir::homePath();
    m_name =
        QStringLiteral("mailwright-") +
        QString::fromLatin1(
            QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Instance::hear);
}

bool Instance::isFirst(const QString &directory)
{
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(patience)) {
        other.write(directory.toUtf8() + '\n');
        // One that ends hangs up without a word. One that is busy may take its time.
        if (other.waitForReadyRead(patience) || other.bytesAvailable() > 0 ||
            other.state() == QLocalSocket::ConnectedState)
            return false;
    }
    if (!m_server.listen(m_name)) {
        QLocalServer::removeServer(m_name); // left by one that was killed
        if (!m_server.listen(m_name))
            qCWarning(lcUi) << "other starts are not heard:" << m_server.errorString();
    }
    return true;
}

void Instance::close() { m_server.close(); }

void Instance::hear()
{
    while (QLocalSocket *asking = m_server.nextPendingConnection()) {
        connect(asking, &QLocalSocket::disconnected, asking, &QObject::deleteLater);
        const auto read = [this, asking] {
            if (!asking->canReadLine())
                return;
            const QString directory = QString::fromUtf8(asking->readLine()).trimmed();
            asking->write(heard);
            asking->disconnectFromServer(); // when that is written
            emit shown(directory);
        };
        connect(asking, &QLocalSocket::readyRead, this, read);
        read(); // it may have come already
    }
}

} // namespace ui
