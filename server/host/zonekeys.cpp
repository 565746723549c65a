// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/zonekeys.h"

#include "app/wire/dns/dnsrecord.h"
#include "server/host/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <memory>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <sys/stat.h>

namespace host {

namespace {

template <auto release>
struct Freed
{
    template <class T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Group = std::unique_ptr<EC_GROUP, Freed<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freed<EC_POINT_free>>;

constexpr int scalarSize = 32;
constexpr int ecdsaP256 = 13; // RFC 6605
constexpr char beginOfText[] = "Private-key-format: v1.2\nAlgorithm: 13 (ECDSAP256SHA256)\n"
                               "PrivateKey: ";

Error unusable(const QString &what)
{
    return {Error::Kind::Storage,
            QStringLiteral("%1 is not a key for ECDSA P-256").arg(what),
            {},
            {},
            0};
}

// The public half: 64 bytes; empty when the scalar is none.
QByteArray publicOf(const QByteArray &scalar)
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const Number number(BN_bin2bn(reinterpret_cast<const uchar *>(scalar.constData()),
                                  int(scalar.size()), nullptr));
    const Point point(group ? EC_POINT_new(group.get()) : nullptr);
    if (!number || !point || BN_is_zero(number.get()) ||
        BN_cmp(number.get(), EC_GROUP_get0_order(group.get())) >= 0 ||
        EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr) != 1)
        return {};
    QByteArray bytes(1 + 2 * scalarSize, '\0'); // 4, x, y
    if (EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                           reinterpret_cast<uchar *>(bytes.data()), size_t(bytes.size()),
                           nullptr) != size_t(bytes.size()))
        return {};
    return bytes.mid(1);
}

Result<ZoneKey> newKey()
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const Number number(BN_new());
    QByteArray scalar(scalarSize, '\0');
    do {
        if (!group || !number ||
            BN_priv_rand_range(number.get(), EC_GROUP_get0_order(group.get())) != 1)
            return Error{Error::Kind::Internal, QStringLiteral("No key could be made"), {}, {}, 0};
    } while (BN_is_zero(number.get()));
    BN_bn2binpad(number.get(), reinterpret_cast<uchar *>(scalar.data()), scalarSize);
    return ZoneKeys::fromText(Secret(beginOfText + scalar.toBase64() + '\n'));
}

// Its rdata as on the wire.
QByteArray rdataOf(const ZoneKey &key)
{
    QByteArray rdata;
    rdata.append(char(257 >> 8)).append(char(257 & 255)); // a zone's key that is an entry point
    rdata.append(char(3)).append(char(ecdsaP256)).append(key.publicKey);
    return rdata;
}

Error storage(const QString &file, const QString &reason)
{
    return {Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, reason), {}, {}, 0};
}

} // namespace

QByteArray ZoneKey::dnskey() const { return "257 3 13 " + publicKey.toBase64(); }

QString ZoneKey::delegation(const QByteArray &zone) const
{
    const QByteArray rdata = rdataOf(*this);
    quint32 tag = 0; // RFC 4034, appendix B
    for (qsizetype i = 0; i < rdata.size(); ++i)
        tag += i % 2 == 0 ? quint32(uchar(rdata[i])) << 8 : uchar(rdata[i]);
    tag = (tag + (tag >> 16)) & 0xffff;
    QByteArray name;
    for (const QByteArray &label : wire::labelsOf(wire::canonicalName(zone)))
        name.append(char(label.size())).append(label);
    name.append('\0');
    const QByteArray digest =
        QCryptographicHash::hash(name + rdata, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("%1 %2 2 %3").arg(tag).arg(ecdsaP256).arg(QString::fromLatin1(digest));
}

ZoneKeys::ZoneKeys(const QString &directory)
    : m_directory(directory)
{
}

QString ZoneKeys::fileOf(const QString &zone) const
{
    return m_directory + u'/' + zone + QStringLiteral(".private");
}

bool ZoneKeys::has(const QString &zone) const { return QFile::exists(fileOf(zone)); }

Result<ZoneKey> ZoneKeys::fromText(const Secret &privateText)
{
    for (const QByteArray &line : privateText.reveal().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (line.left(colon) == "Algorithm" && value.split(' ').constFirst() != "13")
            return unusable(QStringLiteral("This"));
        if (line.left(colon) != "PrivateKey")
            continue;
        const QByteArray scalar = QByteArray::fromBase64(value);
        ZoneKey key{privateText, publicOf(scalar)};
        if (scalar.size() == scalarSize && !key.publicKey.isEmpty())
            return key;
    }
    return unusable(QStringLiteral("This"));
}

Result<ZoneKey> ZoneKeys::keyOf(const QString &zone, const Secret &another)
{
    const std::lock_guard lock(m_mutex);
    const QString file = fileOf(zone);
    if (QFile in(file); in.open(QIODevice::ReadOnly)) {
        // Never replaced by a new one in silence: the zone above vouches for what it was.
        const auto key = fromText(Secret(in.readAll()));
        return key ? key : unusable(file);
    } else if (QFile::exists(file)) {
        return storage(file, in.errorString());
    }
    const auto key = another.isEmpty() ? newKey() : fromText(another);
    if (!key)
        return key.error();
    if (mkdir(QFile::encodeName(m_directory).constData(), 0700) != 0 && errno != EEXIST)
        return storage(m_directory, qt_error_string());
    if (auto written = writeWhole(file, key->privateText.reveal(), 0600); !written)
        return written.error();
    return key;
}

} // namespace host
