// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobtray.h"

#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

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

} // namespace

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
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobTray::rebuild);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &JobTray::rebuild);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &JobTray::rebuild);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobTray::rebuild);
    // Quiet ones that went well are not news, and would otherwise be kept for ever.
    connect(&jobs, &Jobs::changed, this, [this] {
        QList<qint64> over;
        for (const JobLine &line : m_jobs.lines())
            if (line.quiet &&
                (line.state == JobLine::State::Done || line.state == JobLine::State::Cancelled))
                over.append(line.id);
        for (qint64 id : over)
            m_jobs.forget(id);
    });
    rebuild();
}

void JobTray::setNarrow(bool narrow)
{
    m_narrow = narrow;
    rebuild();
}

void JobTray::rebuild()
{
    // Once per pass of the event loop (Jobs::changed), for a handful of rows: made anew is
    // simplest.
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const int rows = m_model.rowCount();
    for (int row = qMax(0, rows - mostRows); row < rows; ++row) {
        const auto line = m_model.line(row);
        if (!line)
            continue;
        m_rows->addWidget(rowFor(*line));
        if ((line->state == JobLine::State::Done || line->state == JobLine::State::Cancelled) &&
            !m_leaving.contains(line->id)) {
            m_leaving.insert(line->id);
            QTimer::singleShot(resultStays, this, [this, id = line->id] {
                m_leaving.remove(id);
                m_jobs.forget(id);
            });
        }
    }
    setVisible(rows > 0);
}

QWidget *JobTray::rowFor(const JobLine &line)
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("job.%1").arg(line.id));
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(3));
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(6));

    const bool running =
        line.state == JobLine::State::Running || line.state == JobLine::State::Waiting;
    QString name = QStringLiteral("loader-circle");
    Role role = Role::Muted;
    QString result;
    switch (line.state) {
    case JobLine::State::Done:
        name = QStringLiteral("circle-check");
        role = Role::Good;
        result = line.note.isEmpty() ? tr("Done") : line.note;
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
    auto *mark = new QLabel(row);
    mark->setPixmap(iconPixmap(name, colour(role, palette()), scaled(14), devicePixelRatioF()));
    head->addWidget(mark);
    row->setToolTip(result.isEmpty() ? line.title : tr("%1: %2").arg(line.title, result));
    row->setAccessibleName(row->toolTip());
    if (!m_narrow) {
        auto *title = new Text({}, Size::Small, Role::Text, row);
        title->setText(title->fontMetrics().elidedText(line.title, Qt::ElideRight, scaled(160)));
        head->addWidget(title, 1);
        auto *stop = new QToolButton(row);
        stop->setObjectName(row->objectName() + QStringLiteral(".stop"));
        stop->setAutoRaise(true);
        stop->setFixedSize(scaled(20), scaled(20));
        stop->setIcon(icon(QStringLiteral("x"), Role::Muted));
        stop->setIconSize({scaled(12), scaled(12)});
        stop->setToolTip(running ? tr("Cancel") : tr("Close"));
        stop->setAccessibleName(running ? tr("Cancel: %1").arg(line.title)
                                        : tr("Close: %1").arg(line.title));
        connect(stop, &QToolButton::clicked, this, [this, running, id = line.id] {
            if (running)
                m_jobs.cancel(id);
            else
                m_jobs.forget(id);
        });
        head->addWidget(stop);
    }
    column->addLayout(head);
    if (running) {
        auto *bar = new QProgressBar(row);
        bar->setTextVisible(false);
        bar->setFixedHeight(scaled(4));
        bar->setAccessibleName(tr("Progress of %1").arg(line.title));
        if (line.total > 0) {
            bar->setRange(0, 1000);
            bar->setValue(int(line.done * 1000 / line.total));
        } else {
            bar->setRange(0, 0);
        }
        column->addWidget(bar);
    }
    if (!m_narrow && !result.isEmpty()) {
        auto *note = new Text(result, Size::Small, Role::Muted, row);
        note->setWordWrap(true);
        column->addWidget(note);
    }
    return row;
}

void JobTray::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colour(Role::Line, palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace ui
