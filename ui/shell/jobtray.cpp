// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobtray.h"

#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace ui {

namespace {

constexpr int mostRows = 4;
constexpr std::chrono::seconds resultStays{8};
constexpr std::chrono::seconds reportStays{20};
constexpr std::chrono::seconds nothingNewStays{3};

bool isRunning(const JobLine &line)
{
    return line.state == JobLine::State::Running || line.state == JobLine::State::Waiting;
}

// Said elsewhere: the page and the navigation tell that the service does not answer or refuses.
bool isKnownAnyway(const JobLine &line)
{
    return line.quiet && line.state == JobLine::State::Failed &&
           (line.error.kind == Error::Kind::Offline ||
            line.error.kind == Error::Kind::Unauthorized ||
            line.error.kind == Error::Kind::Forbidden);
}

} // namespace

// One job. It lives as long as its line, so that the keyboard stays on its button while it runs.
class JobRow : public QWidget
{
    Q_DECLARE_TR_FUNCTIONS(ui::JobTray)

public:
    JobRow(Jobs &jobs, qint64 id, JobTray *parent)
        : QWidget(parent)
        , m_mark(new QLabel(this))
        , m_title(new Text({}, Size::Small, Role::Text, this))
        , m_stop(new QToolButton(this))
        , m_bar(new QProgressBar(this))
        , m_note(new Text({}, Size::Small, Role::Muted, this))
    {
        setObjectName(QStringLiteral("job.%1").arg(id));
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(scaled(3));
        auto *head = new QHBoxLayout;
        head->setSpacing(scaled(6));
        head->addWidget(m_mark, 0, Qt::AlignTop);
        m_title->setElided(true);
        head->addWidget(m_title, 1);
        m_stop->setObjectName(objectName() + QStringLiteral(".stop"));
        m_stop->setAutoRaise(true);
        m_stop->setFocusPolicy(Qt::StrongFocus);
        m_stop->setFixedSize(scaled(20), scaled(20));
        m_stop->setIcon(icon(QStringLiteral("x"), Role::Muted));
        m_stop->setIconSize({scaled(12), scaled(12)});
        connect(m_stop, &QToolButton::clicked, this, [this, &jobs, id] {
            if (m_isRunning)
                jobs.cancel(id);
            else
                jobs.forget(id);
        });
        head->addWidget(m_stop, 0, Qt::AlignTop);
        column->addLayout(head);
        m_bar->setTextVisible(false);
        m_bar->setFixedHeight(scaled(4));
        column->addWidget(m_bar);
        m_note->setWordWrap(true);
        column->addWidget(m_note);
        m_report = new QToolButton(this);
        m_report->setObjectName(objectName() + QStringLiteral(".report"));
        m_report->setAutoRaise(true);
        m_report->setFocusPolicy(Qt::StrongFocus);
        m_report->setFont(fontOf(Size::Small));
        m_report->setText(tr("Show in the journal"));
        m_report->setAccessibleName(m_report->text());
        m_report->hide();
        connect(m_report, &QToolButton::clicked, parent,
                [this, parent] { emit parent->reportWanted(m_entry); });
        column->addWidget(m_report, 0, Qt::AlignLeft);
    }

    void tell(const JobLine &line, bool isNarrow)
    {
        QString name = QStringLiteral("loader-circle");
        Role role = Role::Muted;
        QString result;
        switch (line.state) {
        case JobLine::State::Done:
            name = line.isShort ? QStringLiteral("triangle-alert") : QStringLiteral("circle-check");
            role = line.isShort ? Role::Warning : Role::Good;
            result = !line.result.isEmpty() ? line.result
                     : line.note.isEmpty()  ? tr("Done")
                                            : line.note;
            break;
        case JobLine::State::Failed:
            name = QStringLiteral("octagon-alert");
            role = Role::Bad;
            result = sentenceFor(line.error).text;
            break;
        case JobLine::State::Cancelled:
            name = QStringLiteral("circle-x");
            result = tr("Cancelled");
            break;
        case JobLine::State::Waiting:
            result = tr("Waits for its turn");
            break;
        case JobLine::State::Running:
            result = line.note;
            break;
        }
        m_isRunning = isRunning(line);
        m_mark->setPixmap(
            iconPixmap(name, colour(role, palette()), scaled(14), devicePixelRatioF()));
        // What was done is said as done: it takes the place of what was to be done.
        const bool isResult = line.state == JobLine::State::Done && !line.result.isEmpty();
        setToolTip(isResult           ? result
                   : result.isEmpty() ? line.title
                                      : tr("%1: %2").arg(line.title, result));
        setAccessibleName(toolTip());
        m_title->setElided(!isResult);
        m_title->setWordWrap(isResult);
        m_title->setText(isResult ? result : line.title);
        m_title->setVisible(!isNarrow);
        m_entry = line.report;
        m_report->setVisible(!isNarrow && isResult && line.report > 0);
        m_stop->setVisible(!isNarrow);
        m_stop->setToolTip(m_isRunning ? tr("Cancel") : tr("Close"));
        m_stop->setAccessibleName(m_isRunning ? tr("Cancel: %1").arg(line.title)
                                              : tr("Close: %1").arg(line.title));
        m_bar->setVisible(m_isRunning);
        m_bar->setAccessibleName(tr("Progress of %1").arg(line.title));
        m_bar->setRange(0, line.total > 0 ? 1000 : 0);
        if (line.total > 0)
            m_bar->setValue(int(line.done * 1000 / line.total));
        m_note->setText(result);
        m_note->setVisible(!isNarrow && !isResult && !result.isEmpty());
    }

private:
    bool m_isRunning = true;
    qint64 m_entry = 0; // of the journal
    QLabel *m_mark;
    Text *m_title;
    QToolButton *m_stop;
    QProgressBar *m_bar;
    Text *m_note;
    QToolButton *m_report;
};

JobTray::JobTray(Jobs &jobs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_model(jobs, clock, phrases())
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("jobtray"));
    setAccessibleName(tr("Jobs"));
    m_rows->setContentsMargins(grid(1.5), grid(), grid(), grid());
    m_rows->setSpacing(grid());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // words that wrap make it higher
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobTray::showRows);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &JobTray::showRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &JobTray::showRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobTray::showRows);
    connect(&jobs, &Jobs::changed, this, &JobTray::sweep);
    showRows();
}

// What has been said, or is said better elsewhere, leaves; else lines would be kept for ever.
void JobTray::sweep()
{
    QSet<qint64> over;
    QSet<QString> later;
    const QList<JobLine> lines = m_jobs.lines();
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const bool isTriedAgain = later.contains(line->title);
        later.insert(line->title);
        if (isRunning(*line))
            continue;
        if (isTriedAgain || isKnownAnyway(*line)) {
            over.insert(line->id);
        } else if (line->state != JobLine::State::Failed) {
            if (line->quiet) {
                over.insert(line->id);
            } else if (!m_leaving.contains(line->id)) {
                m_leaving.insert(line->id);
                const bool isNews = line->state == JobLine::State::Done &&
                                    !(line->note.isEmpty() && line->result.isEmpty());
                QTimer::singleShot(line->report ? reportStays
                                   : isNews     ? resultStays
                                                : nothingNewStays,
                                   this, [this, id = line->id] {
                                       m_leaving.remove(id);
                                       m_jobs.forget(id);
                                   });
            }
        }
    }
    for (const qint64 id : over)
        m_jobs.forget(id);
}

void JobTray::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showRows();
}

void JobTray::showRows()
{
    QHash<qint64, JobRow *> before;
    before.swap(m_shown);
    const int rows = m_model.rowCount();
    for (int row = qMax(0, rows - mostRows); row < rows; ++row) {
        const auto line = m_model.line(row);
        if (!line)
            continue;
        JobRow *shown = before.take(line->id);
        if (!shown) {
            shown = new JobRow(m_jobs, line->id, this);
            m_rows->addWidget(shown);
        }
        shown->tell(*line, m_narrow);
        m_shown.insert(line->id, shown);
    }
    for (JobRow *gone : qAsConst(before)) {
        gone->hide();
        gone->deleteLater(); // its button may be the one that was clicked
    }
    setVisible(!m_shown.isEmpty());
}

void JobTray::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colour(Role::Line, palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace ui
