// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/authorityfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::FirstStart)
};

constexpr qint64 mostBytes = 8 << 20; // the certificates of all authorities there are take less

// A certificate is one ASN.1 SEQUENCE that fills the block.
bool isCertificate(const QByteArray &der)
{
    if (der.size() < 4 || quint8(der.at(0)) != 0x30)
        return false;
    const auto first = quint8(der.at(1));
    if (first < 0x80)
        return der.size() == first + 2;
    const int bytes = first & 0x7f;
    if (bytes < 1 || bytes > 3 || der.size() < bytes + 2)
        return false;
    qsizetype length = 0;
    for (int i = 0; i < bytes; ++i)
        length = (length << 8) | quint8(der.at(2 + i));
    return der.size() == length + bytes + 2;
}

bool hasCertificate(const QByteArray &pem)
{
    const QByteArray begin("-----BEGIN CERTIFICATE-----");
    const QByteArray end("-----END CERTIFICATE-----");
    for (qsizetype at = pem.indexOf(begin); at >= 0; at = pem.indexOf(begin, at)) {
        at += begin.size();
        const qsizetype until = pem.indexOf(end, at);
        if (until < 0)
            return false;
        QByteArray text = pem.mid(at, until - at).simplified();
        text.replace(' ', "");
        const auto der =
            QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (der && isCertificate(*der))
            return true;
    }
    return false;
}

} // namespace

QString authorityFault(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return Words::tr("There is no such file.");
    if (info.isDir())
        return Words::tr("This is a folder. Choose the file of the certificate.");
    QFile pem(file);
    if (!pem.open(QIODevice::ReadOnly))
        return Words::tr("This file cannot be read: %1").arg(pem.errorString());
    if (!hasCertificate(pem.read(mostBytes)))
        return Words::tr("There is no certificate in this file. It must be in PEM format: it has a "
                         "line “-----BEGIN CERTIFICATE-----”.");
    return {};
}

} // namespace ui
