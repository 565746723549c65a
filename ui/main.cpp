// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: makes the parts, shows the window, then reads tokens and starts hosts.
#include "app/backend/connection.h"
#include "app/base/log.h"
#include "ui/pages/security/dnschoice.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/instance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigator.h"
#include "ui/shell/scheme.h"
#include "ui/tour/tour.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace {

struct Wishes
{
    QString local; // directory of a mail host to start and show
    QString data;
    QString tour; // directory of its pictures
    bool isVerbose = false;
};

// Asks for words alone, which need no display.
bool asksForWords(int argc, char **argv)
{
    const QStringList words{QStringLiteral("--help"), QStringLiteral("-h"),
                            QStringLiteral("--help-all"), QStringLiteral("--version"),
                            QStringLiteral("-v")};
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return words.contains(QString::fromLocal8Bit(argument));
    });
}

Wishes readArguments(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Manages mail services: addresses, people, devices."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption local(
        QStringLiteral("local"),
        QCoreApplication::translate("main", "Start the private mail host in DIR and show it."),
        QStringLiteral("DIR"));
    const QCommandLineOption data(
        QStringLiteral("data"),
        QCoreApplication::translate("main", "Keep settings, cache and journal in DIR."),
        QStringLiteral("DIR"));
    const QCommandLineOption verbose(
        QStringLiteral("verbose"),
        QCoreApplication::translate("main", "Say more on standard error."));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QCoreApplication::translate(
            "main", "Drive the program through its main job; pictures and report.txt go to DIR."),
        QStringLiteral("DIR"));
    parser.addOptions({local, data, tour, verbose});
    parser.process(app);
    Wishes wishes;
    wishes.local = parser.value(local);
    wishes.data = parser.value(data);
    wishes.tour = parser.value(tour);
    if (wishes.data.isEmpty())
        wishes.data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    wishes.isVerbose = parser.isSet(verbose);
    return wishes;
}

void install(QCoreApplication &app, const QLocale &locale, const QString &name,
             const QString &folder)
{
    auto *language = new QTranslator(&app);
    if (language->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(language);
    else
        delete language;
}

// English first: it brings the plurals, and stands where a language has no sentence yet. Qt's own
// words (buttons, keys, file dialogs) come with Qt where its translations are installed.
void translate(QCoreApplication &app)
{
    const QString ours = QStringLiteral("mailwright");
    install(app, QLocale(QLocale::English), ours, QStringLiteral(":/i18n"));
    install(app, QLocale(), QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(app, QLocale(), ours, QStringLiteral(":/i18n"));
}

void sayProblem(ui::Messages &messages, const Result<void> &done)
{
    if (!done)
        messages.error(done.error());
}

// Off screen there is no window manager to give hints to, and Qt says so for every window.
void leaveOutWindowHints()
{
    static QtMessageHandler others = nullptr;
    others = qInstallMessageHandler(
        [](QtMsgType type, const QMessageLogContext &at, const QString &text) {
            if (!text.startsWith(u"This plugin does not support propagateSizeHints"))
                others(type, at, text);
        });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("mailwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAILWRIGHT_VERSION));
    if (asksForWords(argc, argv)) {
        QCoreApplication words(argc, argv);
        translate(words);
        readArguments(words); // says them and ends
        return 0;
    }
    QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Mailwright"));
    QGuiApplication::setDesktopFileName(QStringLiteral("mailwright"));
    translate(app);
    const Wishes wishes = readArguments(app);
    startLog(wishes.isVerbose);
    if (QGuiApplication::platformName() == u"offscreen")
        leaveOutWindowHints();

    if (!wishes.tour.isEmpty() &&
        (!QDir().mkpath(wishes.tour) || !QFileInfo(wishes.tour).isWritable())) {
        std::fputs(qPrintable(QCoreApplication::translate(
                                  "main", "The tour cannot write its pictures into %1.\n")
                                  .arg(wishes.tour)),
                   stderr);
        return 1;
    }

    const QDir data(wishes.data);
    data.mkpath(QStringLiteral("."));
    ui::Instance instance(wishes.data);
    if (wishes.tour.isEmpty() && !instance.isFirst(wishes.local)) {
        std::puts(qPrintable(QCoreApplication::translate(
            "main", "Mailwright is open already; its window comes to the front.")));
        return 0;
    }
    const SystemClock clock;
    store::Settings settings(data.filePath(QStringLiteral("mailwright.ini")));
    ui::Scheme scheme(app, settings);
    QApplication::setWindowIcon(ui::icon(QStringLiteral("mail"), ui::Role::Accent));

    store::Cache cache(data.filePath(QStringLiteral("cache.db")));
    store::Journal journal(data.filePath(QStringLiteral("journal.db")));
    store::Looks looks(data.filePath(QStringLiteral("looks.db")));
    store::KeyringSecrets secrets;
    const Result<void> cacheOpened = cache.open();
    const Result<void> journalOpened = journal.open();
    const Result<void> looksOpened = looks.open();
    Jobs jobs; // after what its work uses: its destructor waits for the work

    ui::Accounts accounts(jobs, cache, settings, secrets, clock,
                          [](const mail::Account &account, const Secret &token) {
                              return std::make_shared<backend::HostingApi>(account, token);
                          });
    ui::Messages messages;
    ui::Navigator navigator;
    ui::Actions actions;
    ui::Changes changes(jobs, cache, journal, accounts, messages);
    ui::Context context{jobs,
                        cache,
                        journal,
                        looks,
                        settings,
                        secrets,
                        clock,
                        accounts,
                        changes,
                        navigator,
                        messages,
                        actions,
                        [&settings](const QList<mail::Capabilities> &services) {
                            return ui::dnsFor(settings, services);
                        }};
    QObject::connect(&accounts, &ui::Accounts::removed, &looks, [&](const QString &account) {
        sayProblem(messages, looks.forgetAccount(account));
    });
    const auto test = [](const mail::Account &account, const Secret &token, Progress &progress) {
        return backend::testConnection(account, token, progress);
    };
    ui::LocalHosts hosts(accounts, jobs, test);

    int status = 0;
    {
        ui::MainWindow window(context, scheme, hosts, test);
        window.show();
        QObject::connect(&instance, &ui::Instance::shown, &window,
                         [&window](const QString &directory) {
                             if (!directory.isEmpty())
                                 window.openHost(directory);
                             window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
                             window.raise();
                             window.activateWindow();
                         });
        sayProblem(messages, cacheOpened);
        sayProblem(messages, journalOpened);
        sayProblem(messages, looksOpened);
        // After the first paint: nothing before it touches the net, the keyring or the bus.
        QTimer::singleShot(0, &window, [&] {
            accounts.start();
            hosts.startAll();
            if (!wishes.local.isEmpty())
                window.openHost(wishes.local);
            scheme.follow();
        });
        std::optional<ui::Tour> tour;
        if (!wishes.tour.isEmpty()) {
            tour.emplace(context, window, wishes.tour);
            QObject::connect(&*tour, &ui::Tour::finished, &app,
                             [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
            QTimer::singleShot(0, &*tour, &ui::Tour::start);
        }
        status = app.exec();
        instance.close(); // the hosts take their time to stop, and nobody would hear a start
    }
    jobs.cancelAll();
    return status;
}
