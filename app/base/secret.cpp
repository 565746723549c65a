// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secret.h"

#include <QRandomGenerator>

#include <atomic>
#include <cmath>
#include <cstring>

namespace {

void wipe(char *at, qsizetype size)
{
    volatile char *p = at; // volatile: the compiler may not drop the last write
    while (size-- > 0)
        *p++ = 0;
    std::atomic_signal_fence(std::memory_order_seq_cst);
}

} // namespace

struct Secret::Bytes
{
    std::unique_ptr<char[]> at;
    qsizetype size = 0;

    ~Bytes() { wipe(at.get(), size); }
};

Secret::Secret(const QByteArray &bytes)
    : m_bytes(std::make_shared<Bytes>())
{
    m_bytes->size = bytes.size();
    m_bytes->at = std::make_unique<char[]>(size_t(bytes.size()));
    std::memcpy(m_bytes->at.get(), bytes.constData(), size_t(bytes.size()));
}

bool Secret::isEmpty() const { return !m_bytes || m_bytes->size == 0; }

QByteArray Secret::reveal() const
{
    return m_bytes ? QByteArray(m_bytes->at.get(), m_bytes->size) : QByteArray();
}

Secret Secret::generate(int bits)
{
    static constexpr char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    constexpr int letters = int(sizeof alphabet) - 1;
    const int length = int(std::ceil(bits / std::log2(double(letters))));
    QByteArray text(length, Qt::Uninitialized);
    for (char &c : text)
        c = alphabet[QRandomGenerator::system()->bounded(letters)];
    Secret secret(text);
    wipe(text.data(), text.size());
    return secret;
}

bool operator==(const Secret &a, const Secret &b)
{
    const qsizetype na = a.m_bytes ? a.m_bytes->size : 0;
    const qsizetype nb = b.m_bytes ? b.m_bytes->size : 0;
    unsigned char differs = na != nb;
    for (qsizetype i = 0; i < na; ++i)
        differs |= static_cast<unsigned char>(a.m_bytes->at[size_t(i)] ^
                                              (nb ? b.m_bytes->at[size_t(i % nb)] : 0));
    return differs == 0;
}
