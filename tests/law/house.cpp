// SPDX-License-Identifier: GPL-3.0-or-later
// The tree keeps the law of the house; and the law notices when it does not.
#include "tests/law/law.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr auto licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

QString source(const char *lines) { return QLatin1String(licence) + QLatin1String(lines); }

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private slots:
    void theTreeKeepsTheLaw()
    {
        const QString root = QStringLiteral(HOUSE_ROOT);
        QVERIFY(sourcesUnder(root) > 40);
        const QStringList found = violationsUnder(root);
        for (const QString &violation : found)
            qWarning("%s", qPrintable(violation));
        QCOMPARE(found.size(), 0);
    }

    void allows_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *path, const char *line) {
            QTest::addRow("%s: %s", path, line)
                << QString::fromLatin1(path) << QString::fromLatin1(line);
        };
        row("app/base/a.cpp", "#include \"app/base/error.h\"");
        row("app/mail/a.cpp", "#include \"app/base/error.h\"");
        row("app/wire/a.cpp", "#include \"app/mail/ref.h\"");
        row("app/backend/a.cpp", "#include \"app/wire/http.h\"");
        row("app/work/a.cpp", "#include \"app/store/cache.h\"");
        row("app/model/a.cpp", "#include \"app/store/cache.h\"");
        row("ui/pages/journal/a.cpp", "#include \"app/work/undo.h\"");
        row("ui/pages/a.cpp", "#include \"ui/widgets/theme.h\"");
        row("ui/pages/a.cpp", "#include <QPushButton>");
        row("ui/pages/a.cpp", "#include \"ui_form.h\"");
        row("server/api/a.cpp", "#include \"server/db/tables.h\"");
        row("server/api/a.cpp", "#include \"app/check/review.h\"");
        row("server/host/a.cpp", "#include <unistd.h>");
        row("server/host/a.cpp", "if (fork() == 0)");
        row("app/base/a.cpp", "#include \"a.moc\"");
        row("app/base/a.cpp", "#include <QStringView>");
        row("app/base/a.cpp", "#include <cstring>");
        row("ui/shell/a.cpp", "QMessageBox::warning(this);");
        row("app/store/a.cpp", "QSettings settings;");
        row("app/base/a.cpp", "// never processEvents(), never X::instance()");
        row("app/base/a.cpp", "say(\"X::instance()\");");
        row("tests/ui/a.cpp", "#include \"ui/shell/mainwindow.h\"");
        row("tests/ui/a.cpp", "QCoreApplication::processEvents();");
        row("tests/ui/a.cpp", "QTest::qWait(0);");
        row("tests/ui/a.cpp", "QTest::qWaitFor(isThere); // never qWait(50)");
        row("tests/support/localhost.cpp", "QThread::msleep(20);");
        row("app/base/a.cpp", "thing.fork();");
        row("app/wire/a.cpp", "#ifdef Q_OS_UNIX\n#include <poll.h>\n#endif");
        row("app/store/a.cpp", "#ifdef __GLIBC__\nmemmem(a, b, c, d);\n#else\nfind();\n#endif");
    }

    void allows()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QCOMPARE(violationsIn(path, source("") + line + u'\n'), QStringList());
    }

    void forbids_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *path, const char *line, const char *says) {
            QTest::addRow("%s: %s", path, line)
                << QString::fromLatin1(path) << QString::fromLatin1(line)
                << QString::fromLatin1(says);
        };
        row("app/base/a.cpp", "#include \"app/mail/ref.h\"", "app/base may not include app/mail");
        row("app/mail/a.cpp", "#include \"app/wire/http.h\"", "app/mail may not include app/wire");
        row("app/wire/a.cpp", "#include \"app/store/cache.h\"",
            "app/wire may not include app/store");
        row("app/store/a.cpp", "#include \"app/wire/http.h\"",
            "app/store may not include app/wire");
        row("app/backend/a.cpp", "#include \"app/store/cache.h\"",
            "app/backend may not include app/store");
        row("app/check/a.cpp", "#include \"app/backend/backend.h\"",
            "app/check may not include app/backend");
        row("app/work/a.cpp", "#include \"app/model/objects.h\"",
            "app/work may not include app/model");
        row("app/model/a.cpp", "#include \"app/wire/http.h\"",
            "app/model may not include app/wire");
        row("app/model/a.cpp", "#include \"ui/widgets/theme.h\"", "app/model may not include ui");
        row("ui/pages/a.cpp", "#include \"server/daemon.h\"", "ui may not include server");
        row("server/api/a.cpp", "#include \"app/store/cache.h\"",
            "server may not include app/store");
        row("server/api/a.cpp", "#include \"app/backend/backend.h\"",
            "server may not include app/backend");
        row("server/api/a.cpp", "#include \"app/model/objects.h\"",
            "server may not include app/model");
        row("server/api/a.cpp", "#include \"app/work/undo.h\"", "server may not include app/work");
        row("server/api/a.cpp", "#include \"ui/shell/shell.h\"", "server may not include ui");
        row("server/api/a.cpp", "#include \"tests/support/fake.h\"",
            "server may not include tests");
        row("app/base/a.cpp", "  #  include \"app/mail/ref.h\" // why not", "may not include");
        row("app/base/a.cpp", "#include \"error.h\"", "from the root");
        row("app/base/a.cpp", "#include <QtCore>", "not the module");
        row("ui/pages/a.cpp", "#include <QtWidgets/QPushButton>", "not the module");
        row("app/model/a.cpp", "#include <QColor>", "belongs under ui");
        row("app/work/a.cpp", "#include <QWidget>", "belongs under ui");
        row("server/host/a.cpp", "#include <QIcon>", "belongs under ui");
        row("app/store/a.cpp", "#include <unistd.h>", "not there on Windows");
        row("ui/shell/a.cpp", "#include <sys/socket.h>", "not there on Windows");
        row("app/store/a.cpp", "at = memmem(a, b, c, d);", "memmem() is not there on Windows");
        row("app/store/a.cpp", "memmem(a, b, c, d);\n#ifdef __GLIBC__\n#endif", "memmem()");
        row("ui/pages/a.cpp", "QMessageBox::warning(this);", "message boxes");
        row("app/work/a.cpp", "QMessageBox::warning(nullptr);", "message boxes");
        row("ui/shell/a.cpp", "QSettings settings;", "settings are");
        row("server/api/a.cpp", "auto &x = Registry::instance();", "no singletons");
        row("ui/pages/a.cpp", "qApp->processEvents();", "no nested event loops");
        row("app/work/a.cpp", "QEventLoop loop;", "no nested event loops");
        for (const char *line : {"QTest::qWait(50);", "QTest::qWait( delay );", "QTest::qSleep(5);",
                                 "QThread::sleep(1);", "QThread::msleep(5);", "usleep(3000);",
                                 "std::this_thread::sleep_for(1ms);", "nanosleep(&time, nullptr);"})
            row("tests/ui/a.cpp", line, "wait for a state");
        row("app/gadgets/a.cpp", "int x;", "not a house");
    }

    void forbids()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(QString, says);
        const QStringList found = violationsIn(path, source("\n") + line + u'\n');
        QCOMPARE(found.size(), 1);
        const int at = says == u"not a house" ? 1 : 3;
        QVERIFY2(found.first().startsWith(QStringLiteral("%1:%2: ").arg(path).arg(at)),
                 qPrintable(found.first()));
        QVERIFY2(found.first().contains(says), qPrintable(found.first()));
    }

    void wantsALicenceAndAPurpose()
    {
        const QString path = QStringLiteral("app/base/a.h");
        QCOMPARE(violationsIn(path, source("// A thing.\n#pragma once\n")), QStringList());
        QCOMPARE(violationsIn(path, QStringLiteral("// A thing.\n#pragma once\n")).size(), 2);
        QCOMPARE(violationsIn(path, source("#pragma once\n")).size(), 1);
        QCOMPARE(violationsIn(path, source("// A thing.\n")).size(), 1);
        QCOMPARE(violationsIn(QStringLiteral("app/base/a.cpp"), QString()).size(), 1);
    }

    void findsWhatIsPlantedInATree()
    {
        QTemporaryDir root;
        QVERIFY(root.isValid());
        const auto plant = [&](const char *path, const QString &text) {
            const QString file = root.filePath(QLatin1String(path));
            QVERIFY(QDir().mkpath(QFileInfo(file).path()));
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text.toUtf8());
        };
        plant("app/mail/good.cpp", source("#include \"app/base/error.h\"\n"));
        plant("ui/pages/deep/down/good.cpp", source("#include <QWidget>\n"));
        plant("docs/ignored.cpp", QStringLiteral("QSettings\n"));
        QCOMPARE(violationsUnder(root.path()), QStringList());
        QCOMPARE(sourcesUnder(root.path()), 2);

        plant("server/api/bad.cpp", source("#include \"app/work/undo.h\"\n"));
        plant("ui/pages/deep/down/bad.h",
              source("// Bad.\n#pragma once\nint x = X::instance();\n"));
        QCOMPARE(
            violationsUnder(root.path()),
            (QStringList{
                QStringLiteral("server/api/bad.cpp:2: server may not include app/work"),
                QStringLiteral("ui/pages/deep/down/bad.h:4: no singletons: pass what is needed")}));
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "house.moc"
