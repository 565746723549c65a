// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/authors.h"

#include "app/mail/domain.h"

#include <QStringDecoder>

#include <algorithm>

namespace host {

namespace {

struct Token
{
    enum class Kind
    {
        Atom,
        Quoted,
        Special // any other character; `text` holds it alone
    };
    Kind kind = Kind::Special;
    QString text;
    bool isApart = false; // white space or a comment stands before it

    bool is(QChar c) const { return kind == Kind::Special && text.front() == c; }
    bool isWord() const { return kind != Kind::Special; }
};

// RFC 5322, 3.2.3, and all that is not ASCII (RFC 6532).
bool isAtomText(QChar c)
{
    static const QString marks = QStringLiteral("!#$%&'*+-/=?^_`{|}~");
    return c.unicode() >= 0x80 || c.isLetterOrNumber() || marks.contains(c);
}

class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text)
    {
    }

    // False: a quoted string or a comment has no end.
    bool scan(QList<Token> &tokens)
    {
        bool isApart = false;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            Token token;
            token.isApart = isApart;
            if (c == u' ' || c == u'(') {
                if (c == u'(' && !comment())
                    return false;
                isApart = true;
                continue;
            }
            if (c == u'"') {
                token.kind = Token::Kind::Quoted;
                if (!quoted(token.text))
                    return false;
            } else if (isAtomText(c)) {
                token.kind = Token::Kind::Atom;
                token.text = c;
                while (m_at < m_text.size() && isAtomText(m_text[m_at]))
                    token.text += m_text[m_at++];
            } else {
                token.text = c;
            }
            tokens.append(token);
            isApart = false;
        }
        return true;
    }

private:
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

    const QString &m_text;
    qsizetype m_at = 0;
};

// The grammar of RFC 5322, 3.4, and of its obsolete forms what people still write: dots in names
// and nothing between two commas. Everything else that is not in the grammar is where programs
// begin to guess, and some take the first thing with an "@" for the address.
class Reader
{
public:
    explicit Reader(const QList<Token> &tokens)
        : m_tokens(tokens)
    {
    }

    bool read()
    {
        while (m_at < m_tokens.size())
            if (!take(u',') && !(entry() && (isAtEnd() || take(u','))))
                return false;
        return true;
    }
    const QStringList &addresses() const { return m_addresses; }

private:
    bool isAtEnd() const { return m_at == m_tokens.size(); }
    bool isNext(QChar c) const { return !isAtEnd() && m_tokens[m_at].is(c); }
    bool take(QChar c)
    {
        const bool there = isNext(c);
        m_at += there ? 1 : 0;
        return there;
    }

    bool entry()
    {
        const auto start = m_at;
        if (!phrase() || !take(u':')) {
            m_at = start;
            return mailbox();
        }
        while (!take(u';'))
            if (!take(u',') && !(mailbox() && (isNext(u';') || take(u','))))
                return false;
        return true;
    }

    bool mailbox()
    {
        const auto start = m_at;
        const bool isNamed = phrase();
        if (take(u'<'))
            return (isNamed || m_at == start + 1) && address() && take(u'>');
        m_at = start;
        return address();
    }

    // A name: words, and dots behind the first of them.
    bool phrase()
    {
        if (isAtEnd() || !m_tokens[m_at].isWord())
            return false;
        while (!isAtEnd() && (m_tokens[m_at].isWord() || m_tokens[m_at].is(u'.')))
            ++m_at;
        return true;
    }

    // Without white space or comments in it, which not everybody leaves out in the same way.
    bool address()
    {
        const auto start = m_at;
        QString local;
        QString domain;
        if (!isAtEnd() && m_tokens[m_at].kind == Token::Kind::Quoted)
            local = m_tokens[m_at++].text;
        else if (!dotAtom(local))
            return false;
        if (!take(u'@') || !dotAtom(domain))
            return false;
        for (auto i = start + 1; i < m_at; ++i)
            if (m_tokens[i].isApart)
                return false;
        const QString text = local + u'@' + domain;
        const auto isOdd = [](QChar c) { return c != u'.' && c != u'@' && !isAtomText(c); };
        // What is in quotes must be what could stand there without them.
        if (local.split(u'.').contains(QString()) || local.contains(u'@') ||
            std::any_of(text.begin(), text.end(), [&](QChar c) { return c.isSpace() || isOdd(c); }))
            return false;
        m_addresses.append(mail::addressForWire(text).toLower());
        return true;
    }

    bool dotAtom(QString &into)
    {
        do {
            if (isAtEnd() || m_tokens[m_at].kind != Token::Kind::Atom)
                return false;
            into += (into.isEmpty() ? QString() : QStringLiteral(".")) + m_tokens[m_at++].text;
        } while (take(u'.'));
        return true;
    }

    const QList<Token> &m_tokens;
    qsizetype m_at = 0;
    QStringList m_addresses;
};

} // namespace

Result<QStringList> addressesIn(const QByteArray &value)
{
    const auto fault = [](const char *reason) {
        return Error::invalid(QStringLiteral("from"), QString::fromLatin1(reason));
    };
    QStringDecoder decode(QStringDecoder::Utf8);
    QString text = decode(value);
    if (decode.hasError())
        return fault("is not UTF-8");
    for (QChar &c : text) {
        if (c == u'\r' || c == u'\n' || c == u'\t')
            c = u' ';
        else if (c.category() == QChar::Other_Control)
            return fault("holds a control character");
    }
    QList<Token> tokens;
    if (!Scanner(text).scan(tokens))
        return fault("cannot be understood");
    Reader reader(tokens);
    if (!reader.read())
        return fault("cannot be understood");
    if (reader.addresses().isEmpty())
        return fault("has no address");
    return reader.addresses();
}

} // namespace host
