// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/transcript.h"

namespace wire {

namespace {

const QByteArray mask = "***";

// The words of a line without the IMAP tag that may stand before them.
QList<QByteArray> commandWords(const QByteArray &line) { return line.simplified().split(' '); }

bool isCommand(const QByteArray &word, const char *command)
{
    return word.compare(command, Qt::CaseInsensitive) == 0;
}

} // namespace

void Transcript::hide(const Secret &secret, const QString &user)
{
    const QByteArray plain = secret.reveal();
    if (plain.isEmpty())
        return;
    const QByteArray name = user.toUtf8();
    QList<QByteArray> forms{plain, plain.toBase64()};
    // SASL PLAIN (RFC 4616), with and without an authorisation identity
    forms.append((QByteArray(1, '\0') + name + '\0' + plain).toBase64());
    forms.append((name + '\0' + name + '\0' + plain).toBase64());
    forms.append((name + ':' + plain).toBase64()); // HTTP Basic
    forms.append(plain.toPercentEncoding());
    for (const QByteArray &form : forms) {
        // shorter ones would mask half the transcript and tell more than they hide
        if (form.size() >= 4 && !m_hidden.contains(form))
            m_hidden.append(form);
    }
}

void Transcript::add(Who who, QByteArrayView bytes)
{
    if (who == Who::Note) {
        note(QString::fromUtf8(bytes.trimmed()));
        return;
    }
    QByteArray &rest = m_rest[who == Who::Client ? 0 : 1];
    qsizetype from = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\n')
            continue;
        rest.append(bytes.sliced(from, i - from));
        addLine(who, rest);
        rest.clear();
        from = i + 1;
    }
    if (m_cut)
        return;
    rest.append(bytes.sliced(from));
    if (rest.size() > 64 * 1024) { // no line of any of these protocols is that long
        addLine(who, rest);
        rest.clear();
    }
}

void Transcript::note(const QString &text)
{
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        addLine(Who::Note, line.toUtf8());
}

QList<Transcript::Line> Transcript::lines() const
{
    Transcript copy = *this;
    for (int i : {0, 1})
        if (!m_rest[i].isEmpty())
            copy.addLine(i == 0 ? Who::Client : Who::Server, m_rest[i]);
    return copy.m_lines;
}

QString Transcript::text() const
{
    QString text;
    for (const Line &line : lines()) {
        text += line.who == Who::Client ? u"C: " : line.who == Who::Server ? u"S: " : u"*  ";
        text += line.text;
        text += u'\n';
    }
    return text;
}

void Transcript::addLine(Who who, const QByteArray &line)
{
    if (m_cut)
        return;
    if (m_lines.size() >= maxLines) {
        m_cut = true;
        m_lines.append({Who::Note, QStringLiteral("…")});
        return;
    }
    QByteArray bytes = line;
    while (bytes.endsWith('\r') || bytes.endsWith('\n'))
        bytes.chop(1);
    QString text = QString::fromUtf8(masked(who, bytes));
    if (text.size() > maxLineLength)
        text = text.left(maxLineLength) + u'…';
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control && c != u'\t')
            c = QChar::ReplacementCharacter;
    m_lines.append({who, text});
}

QByteArray Transcript::masked(Who who, QByteArray line)
{
    for (const QByteArray &hidden : std::as_const(m_hidden))
        line.replace(hidden, mask);

    const qsizetype colon = line.indexOf(':');
    if (colon > 0) {
        const QByteArray name = line.left(colon).trimmed().toLower();
        if (name == "authorization" || name == "proxy-authorization" || name == "cookie" ||
            name == "set-cookie")
            return line.left(colon + 1) + ' ' + mask;
    }

    if (who == Who::Server) {
        // RFC 4954 "334", RFC 3501 and RFC 5034 "+": the client's next line is the secret itself
        if (!line.startsWith("334") && !line.startsWith('+'))
            m_inAuthentication = false;
        return line;
    }
    if (who != Who::Client)
        return line;

    if (m_inAuthentication)
        return line == "*" ? line : mask;
    const QList<QByteArray> words = commandWords(line);
    if (words.size() >= 2 && isCommand(words[0], "PASS"))
        return words[0] + ' ' + mask;
    if (words.size() >= 2 && isCommand(words[0], "APOP"))
        return words[0] + ' ' + words[1] + ' ' + mask;
    if (words.size() >= 2 && isCommand(words[0], "AUTH")) {
        m_inAuthentication = true;
        return words[0] + ' ' + words[1] + (words.size() > 2 ? ' ' + mask : QByteArray());
    }
    if (words.size() >= 3 && isCommand(words[1], "AUTHENTICATE")) {
        m_inAuthentication = true;
        return words[0] + ' ' + words[1] + ' ' + words[2] +
               (words.size() > 3 ? ' ' + mask : QByteArray());
    }
    if (words.size() >= 3 && isCommand(words[1], "LOGIN"))
        return words[0] + ' ' + words[1] + ' ' + mask;
    return line;
}

} // namespace wire
