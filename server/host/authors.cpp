// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/authors.h"

#include "app/mail/domain.h"

#include <QStringDecoder>

#include <optional>

namespace host {

namespace {

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    Result<QStringList> read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            bool good = true;
            if (c == u'(')
                good = comment();
            else if (c == u'"')
                good = quoted(m_angle ? m_after : m_words);
            else if (c == u'<')
                good = angle();
            else if (c == u',' || c == u';')
                good = flush() && (c == u',' || std::exchange(m_inGroup, false));
            else if (c == u':')
                good = group();
            else if (c == u'>' || c == u')' || c == u'\\')
                good = false;
            else
                (m_angle ? m_after : m_words).append(c);
            if (!good)
                return fault("cannot be understood");
        }
        if (!flush() || m_inGroup)
            return fault("cannot be understood");
        if (m_addresses.isEmpty())
            return fault("has no address");
        return m_addresses;
    }

private:
    static Error fault(const char *reason)
    {
        return Error::invalid(QStringLiteral("from"), QString::fromLatin1(reason));
    }

    bool comment()
    {
        for (int depth = 1; m_at < m_text.size();) {
            const QChar c = m_text[m_at++];
            if (c == u'\\')
                ++m_at;
            else if (c == u'(')
                ++depth;
            else if (c == u')' && --depth == 0)
                return true;
        }
        return false;
    }

    bool quoted(QString &into)
    {
        while (m_at < m_text.size()) {
            QChar c = m_text[m_at++];
            if (c == u'"')
                return true;
            if (c == u'\\') {
                if (m_at == m_text.size())
                    return false;
                c = m_text[m_at++];
            }
            into.append(c);
        }
        return false;
    }

    bool angle()
    {
        if (m_angle)
            return false;
        QString inside;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'>') {
                m_angle = inside;
                return true;
            }
            if (c == u'<')
                return false;
            if (c == u'(') {
                if (!comment())
                    return false;
            } else if (c == u'"') {
                if (!quoted(inside))
                    return false;
            } else {
                inside.append(c);
            }
        }
        return false;
    }

    bool group()
    {
        if (m_inGroup || m_angle)
            return false;
        m_inGroup = true;
        m_words.clear();
        return true;
    }

    // The end of one mailbox. Nothing between two commas is allowed (RFC 5322, 4.4).
    bool flush()
    {
        const QString words = std::exchange(m_words, {}).trimmed();
        const QString after = std::exchange(m_after, {}).trimmed();
        const auto inside = std::exchange(m_angle, {});
        if (!after.isEmpty())
            return false;
        if (!inside && words.isEmpty())
            return true;
        const QString text = inside ? inside->trimmed() : words;
        const auto at = text.indexOf(u'@');
        if (at <= 0 || at == text.size() - 1 || text.indexOf(u'@', at + 1) >= 0)
            return false;
        for (const QChar c : text)
            if (c.isSpace() || c.unicode() < 0x21 || c == u',' || c == u':' || c == u';')
                return false;
        m_addresses.append(mail::addressForWire(text).toLower());
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_words; // outside brackets, before them
    QString m_after; // outside brackets, behind them
    std::optional<QString> m_angle;
    bool m_inGroup = false;
    QStringList m_addresses;
};

} // namespace

Result<QStringList> addressesIn(const QByteArray &value)
{
    QStringDecoder decode(QStringDecoder::Utf8);
    QString text = decode(value);
    if (decode.hasError())
        return Error::invalid(QStringLiteral("from"), QStringLiteral("is not UTF-8"));
    for (QChar &c : text) {
        if (c == u'\r' || c == u'\n' || c == u'\t')
            c = u' ';
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return Error::invalid(QStringLiteral("from"),
                                  QStringLiteral("holds a control character"));
    }
    return Reader(text).read();
}

} // namespace host
