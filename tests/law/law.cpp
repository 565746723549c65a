// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/law/law.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace {

// The arrows: a house may include itself and these.
const QHash<QString, QStringList> &arrows()
{
    static const auto list = [](const char *names) {
        return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
    };
    static const QHash<QString, QStringList> table{
        {QStringLiteral("app/base"), {}},
        {QStringLiteral("app/mail"), list("app/base")},
        {QStringLiteral("app/wire"), list("app/base app/mail")},
        {QStringLiteral("app/store"), list("app/base app/mail")},
        {QStringLiteral("app/backend"), list("app/base app/mail app/wire")},
        {QStringLiteral("app/check"), list("app/base app/mail app/wire")},
        {QStringLiteral("app/work"),
         list("app/base app/mail app/wire app/store app/backend app/check")},
        {QStringLiteral("app/model"), list("app/base app/mail app/store")},
        {QStringLiteral("ui"), list("app/base app/mail app/wire app/store app/backend app/check "
                                    "app/work app/model")},
        {QStringLiteral("server"), list("app/base app/mail app/wire app/check")},
    };
    return table;
}

// "app/mail/x.h" -> "app/mail", "ui/shell/x.h" -> "ui"
QString houseOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2)
        return {};
    return parts.first() == u"app" ? parts.first() + u'/' + parts.at(1) : parts.first();
}

struct Ban
{
    QRegularExpression pattern;
    QString scope;      // where it holds: the beginning of a path
    QStringList except; // and where not
    QString sentence;
};

const QList<Ban> &bans()
{
    const auto pattern = [](const char *text) {
        return QRegularExpression(QString::fromLatin1(text));
    };
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    static const QList<Ban> list{
        {pattern("\\bQMessageBox\\s*::"), {}, {s("ui/shell/")}, s("message boxes are ui/shell's")},
        {pattern("\\bQSettings\\b"), {}, {s("app/store/")}, s("settings are app/store's")},
        {pattern("::\\s*instance\\s*\\("), {}, {}, s("no singletons: pass what is needed")},
        {pattern("\\bprocessEvents\\b"), {}, {}, s("no nested event loops")},
        {pattern("\\bQEventLoop\\b"), s("app/"), {}, s("no nested event loops")},
        {pattern("\\bQEventLoop\\b"), s("ui/"), {}, s("no nested event loops")},
        {pattern("\\bQDnsLookup\\b"), {}, {}, s("DNS goes through libunbound")},
    };
    return list;
}

// A test plants and pokes as it likes, but a time that is long enough here is not so elsewhere.
const QList<Ban> &bansOfTests()
{
    static const QList<Ban> list{
        {QRegularExpression(QStringLiteral(
             "\\bqWait\\s*\\((?!\\s*0\\s*\\))|\\bqSleep\\s*\\(|\\b[mun]?(ano)?sleep\\s*\\(|"
             "\\bsleep_(for|until)\\b")),
         QStringLiteral("tests/"),
         {QStringLiteral("tests/support/localhost.cpp")}, // waitUntil(): asks another program
         QStringLiteral("wait for a state, not for a time")}};
    return list;
}

// Windows and macOS build app and ui from the same tree.
bool isPosixHeader(const QString &header)
{
    static const QStringList names{
        QStringLiteral("unistd.h"), QStringLiteral("signal.h"),  QStringLiteral("fcntl.h"),
        QStringLiteral("poll.h"),   QStringLiteral("pthread.h"), QStringLiteral("netdb.h"),
        QStringLiteral("pwd.h"),    QStringLiteral("grp.h"),     QStringLiteral("dirent.h"),
        QStringLiteral("dlfcn.h"),  QStringLiteral("termios.h"), QStringLiteral("syslog.h"),
        QStringLiteral("strings.h")};
    return names.contains(header) || header.startsWith(u"sys/") || header.startsWith(u"arpa/") ||
           header.startsWith(u"netinet/") || header.startsWith(u"linux/");
}

const QRegularExpression &posixCall()
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?<![\\w.>])(?:::)?(memmem|strcasestr|strcasecmp|mkstemp|mkdtemp|fork|waitpid|geteuid|"
        "getuid|setenv|unsetenv|localtime_r|gmtime_r|strptime)\\s*\\("));
    return pattern;
}

bool isAppOrUi(const QString &path) { return path.startsWith(u"app/") || path.startsWith(u"ui/"); }

// The line without its // comment and without what stands in quotes (but an include keeps it).
QString withoutComment(const QString &line)
{
    static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
    QString code = line;
    if (!code.trimmed().startsWith(u'#'))
        code.replace(quoted, QStringLiteral("\"\""));
    const qsizetype comment = code.indexOf(u"//");
    return comment < 0 ? code : code.left(comment);
}

// What is wrong with one include, empty = nothing.
QString includeFault(const QString &path, const QString &header, bool isQuoted, bool isGuarded)
{
    const QString house = houseOf(path);
    if (isQuoted) {
        if (!header.contains(u'/')) { // moc and uic make these
            const bool isMade =
                header.endsWith(u".moc") || header.startsWith(u"ui_") || header.startsWith(u"moc_");
            return isMade ? QString() : QStringLiteral("write includes from the root of the tree");
        }
        const QString other = houseOf(header);
        if (house == u"tests")
            return {};
        if (other != house && !arrows().value(house).contains(other))
            return QStringLiteral("%1 may not include %2").arg(house, other);
        return {};
    }
    static const QRegularExpression module(
        QStringLiteral("^(QtCore|QtGui|QtWidgets|QtNetwork|QtSql|QtTest|QtSvg|QtConcurrent)(/|$)"));
    if (module.match(header).hasMatch())
        return QStringLiteral("include the single class, not the module %1").arg(header);
    if (isAppOrUi(path) && !isGuarded && isPosixHeader(header))
        return QStringLiteral("<%1> is not there on Windows").arg(header);
    return {};
}

// Classes of QtGui and QtWidgets that someone may be tempted to use outside ui. QtGui's and
// QtWidgets' headers are told apart by their names; the link line of the house is the other guard.
bool isGuiClass(const QString &header)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^Q("
        "Application|GuiApplication|Widget|.*Widget|.*Dialog|Dialog.*|.*Layout|.*Button|Label|"
        "LineEdit|TextEdit|PlainTextEdit|ComboBox|CheckBox|.*SpinBox|.*View|Action|.*Menu|MenuBar|"
        "ToolBar|StatusBar|MainWindow|Style|.*Style|StyleOption.*|.*Delegate|MessageBox|Wizard.*|"
        "Painter|PainterPath|Pen|Brush|Color|Palette|Pixmap.*|Image|Image.*|Icon.*|Font.*|"
        "Clipboard|Cursor|KeySequence|KeyEvent|MouseEvent|Screen|Window|Validator|"
        "RegularExpressionValidator|StandardItem.*|TextDocument|TextCursor|Desktop.*|Shortcut|"
        "SvgRenderer|Completer|ToolTip|Header.*|ScrollBar|Splitter|Frame|TabBar|ProgressBar)$"));
    static const QStringList notGui{
        QStringLiteral("QImageIOPlugin"),  QStringLiteral("QStringView"),
        QStringLiteral("QUtf8StringView"), QStringLiteral("QAnyStringView"),
        QStringLiteral("QByteArrayView"),  QStringLiteral("QAbstractItemDelegate"),
    };
    return pattern.match(header).hasMatch() && !notGui.contains(header);
}

template <class F>
void eachSource(const QString &root, F &&f)
{
    for (const char *top : {"app", "ui", "server", "tests"}) {
        QDirIterator files(root + u'/' + QLatin1String(top),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            f(files.next());
    }
}

} // namespace

QStringList violationsIn(const QString &path, const QString &text)
{
    QStringList found;
    const auto say = [&](qsizetype line, const QString &sentence) {
        found.append(QStringLiteral("%1:%2: %3").arg(path).arg(line + 1).arg(sentence));
    };
    const QString house = houseOf(path);
    if (house != u"tests" && !arrows().contains(house))
        say(0, QStringLiteral("%1 is not a house of ours").arg(house));

    const QStringList lines = text.split(u'\n');
    if (lines.first() != u"// SPDX-License-Identifier: GPL-3.0-or-later")
        say(0, QStringLiteral("the first line names the licence"));
    if (path.endsWith(u".h") && !text.contains(u"\n#pragma once\n"))
        say(0, QStringLiteral("a header begins with #pragma once"));
    if (path.endsWith(u".h") && (lines.size() < 2 || !lines.at(1).startsWith(u"// ")))
        say(1, QStringLiteral("a header says what it is for"));

    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"));
    // What one platform has may stand between #if for that platform and its #else.
    static const QRegularExpression guard(
        QStringLiteral("^\\s*#\\s*if.*(__GLIBC__|__linux__|Q_OS_)"));
    static const QRegularExpression guardEnd(QStringLiteral("^\\s*#\\s*(else|elif|endif)"));
    bool isGuarded = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (guard.match(line).hasMatch())
            isGuarded = true;
        else if (guardEnd.match(line).hasMatch())
            isGuarded = false;
        if (const auto match = include.match(line); match.hasMatch()) {
            const QString header = match.captured(2);
            const bool isQuoted = match.captured(1) == u"\"";
            if (const QString fault = includeFault(path, header, isQuoted, isGuarded);
                !fault.isEmpty())
                say(i, fault);
            if (!isQuoted && house != u"ui" && house != u"tests" && isGuiClass(header))
                say(i, QStringLiteral("<%1> belongs under ui").arg(header));
            continue;
        }
        const QString code = withoutComment(line);
        for (const Ban &ban : house == u"tests" ? bansOfTests() : bans()) {
            if (!path.startsWith(ban.scope))
                continue;
            const bool isExcepted =
                std::any_of(ban.except.cbegin(), ban.except.cend(),
                            [&](const QString &prefix) { return path.startsWith(prefix); });
            if (!isExcepted && ban.pattern.match(code).hasMatch())
                say(i, ban.sentence);
        }
        if (isAppOrUi(path) && !isGuarded)
            if (const auto call = posixCall().match(code); call.hasMatch())
                say(i, QStringLiteral("%1() is not there on Windows").arg(call.captured(1)));
    }
    return found;
}

QStringList violationsUnder(const QString &root)
{
    QStringList found;
    eachSource(root, [&](const QString &file) {
        QFile in(file);
        const QString path = QDir(root).relativeFilePath(file);
        if (in.open(QIODevice::ReadOnly))
            found += violationsIn(path, QString::fromUtf8(in.readAll()));
        else
            found.append(QStringLiteral("%1:1: cannot be read").arg(path));
    });
    found.sort();
    return found;
}

int sourcesUnder(const QString &root)
{
    int count = 0;
    eachSource(root, [&](const QString &) { ++count; });
    return count;
}
