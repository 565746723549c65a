// SPDX-License-Identifier: GPL-3.0-or-later
// A password or token in memory. It has no JSON, no stream operator and no QVariant, so that it
// cannot slip into a cache, a journal or a log; the bytes are overwritten when the last copy goes.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class Secret
{
public:
    Secret() = default;
    explicit Secret(const QByteArray &bytes);
    explicit Secret(const QString &text)
        : Secret(text.toUtf8())
    {
    }

    bool isEmpty() const;
    // The one way out. Call it where the wire, the clipboard or the keyring takes it, nowhere else.
    // The result is a deep copy that the caller should not keep.
    QByteArray reveal() const;

    // `bits` of randomness as letters and digits that no shell, YAML, .env or URL treats specially
    // (S-42): no '$', no quotes, no look-alikes (0 O 1 l I). 28 characters at the default.
    static Secret generate(int bits = 160);

    // Compares every byte whatever differs, so that timing tells nothing.
    friend bool operator==(const Secret &a, const Secret &b);

private:
    struct Bytes;
    std::shared_ptr<Bytes> m_bytes;
};
