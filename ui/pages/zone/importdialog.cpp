// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/importdialog.h"

#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;
constexpr int linesShown = 6; // of what is wrong; the rest is scrolled to

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1: %2").arg(name, file.errorString()),
                     {},
                     QStringLiteral("unreadable-file"),
                     0};
    if (file.size() > largestFile)
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 has %2 bytes").arg(name).arg(file.size()),
                     {},
                     QStringLiteral("no-zone-file"),
                     0};
    return file.readAll();
}

} // namespace

ImportDialog::ImportDialog(Context &context, const store::Scope &scope, const mail::Zone &zone,
                           const QString &file, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_scope(scope)
    , m_zone(zone)
    , m_file(file)
    , m_model(context.clock)
{
    setObjectName(QStringLiteral("importDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    const QString title = tr("Import %1 into %2").arg(QFileInfo(file).fileName(), zone.nameIdn);
    setWindowTitle(title);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    auto *heading = Text::title(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(heading);

    auto *modes = new QVBoxLayout;
    modes->setSpacing(scaled(4));
    m_add = new QRadioButton(tr("Add what is missing; what is there stays as it is"), this);
    m_add->setObjectName(QStringLiteral("import.add"));
    m_add->setChecked(true);
    m_replace = new QRadioButton(tr("Make the zone say what the file says; the rest goes"), this);
    m_replace->setObjectName(QStringLiteral("import.replace"));
    modes->addWidget(m_add);
    modes->addWidget(m_replace);
    column->addLayout(modes);
    m_summary = Text::muted({}, this);
    m_summary->setObjectName(QStringLiteral("import.summary"));
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);

    auto *faults = new QVBoxLayout;
    faults->setSpacing(scaled(4));
    m_faultsTitle = new Text({}, Size::Body, Role::Bad, this);
    m_faultsTitle->setObjectName(QStringLiteral("import.faultsTitle"));
    m_faultsTitle->setWordWrap(true);
    m_faults = new QPlainTextEdit(this);
    m_faults->setObjectName(QStringLiteral("import.faults"));
    m_faults->setAccessibleName(tr("Lines that are not taken over"));
    m_faults->setReadOnly(true);
    m_faults->setTabChangesFocus(true);
    m_faultsTitle->hide();
    m_faults->hide();
    faults->addWidget(m_faultsTitle);
    faults->addWidget(m_faults);
    column->addLayout(faults);

    m_table = new ObjectTable(this);
    m_table->setObjectName(QStringLiteral("import.table"));
    m_table->setAccessibleName(tr("What differs"));
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setTicks(true);
    m_table->setModel(&m_model);
    m_table->setStretch(model::ChangeListModel::After, scaled(180));
    const std::tuple<int, int, int> widths[] = {{model::ChangeListModel::What, 120, 150},
                                                {model::ChangeListModel::Name, 190, 280},
                                                {model::ChangeListModel::Type, 60, 90},
                                                {model::ChangeListModel::Before, 160, 260}};
    for (const auto &[section, width, most] : widths) {
        m_table->setColumnWidth(section, scaled(width));
        m_table->setFollow(section, scaled(most));
    }
    m_table->setColumnHidden(model::ChangeListModel::When, true);
    m_table->setColumnHidden(model::ChangeListModel::By, true);
    m_table->setDense(context.settings.isDense());
    column->addWidget(m_table, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    m_count = Text::muted({}, this);
    m_count->setObjectName(QStringLiteral("import.count"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("import.cancel"));
    cancel->setAutoDefault(false);
    m_review = new QPushButton(tr("Review…"), this);
    m_review->setObjectName(QStringLiteral("import.review"));
    setWeight(m_review, Weight::Primary);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_review);
    column->addLayout(buttons);
    m_review->setDefault(true);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_review, &QPushButton::clicked, this, &ImportDialog::review);
    connect(m_replace, &QRadioButton::toggled, this, &ImportDialog::compare);
    connect(m_table, &ObjectTable::ticksChanged, this, &ImportDialog::showCount);
    resizeOnScreen(this, {scaled(860), scaled(620)});
    compare();
    m_table->setFocus();
}

work::ImportMode ImportDialog::mode() const
{
    return m_replace->isChecked() ? work::ImportMode::ReplaceAll : work::ImportMode::AddOnly;
}

void ImportDialog::compare()
{
    const quint64 asked = ++m_asked;
    m_table->setState(PageState::Loading, tr("Reading the file"));
    m_context.jobs.run(
        tr("Compare %1 with the zone").arg(QFileInfo(m_file).fileName()), {{}, true},
        [file = m_file, zone = m_zone, present = m_context.cache.records(m_scope, m_zone.name),
         mode = mode()](Progress &) -> Result<work::ZoneImport> {
            const auto content = contentOf(file);
            if (!content)
                return content.error();
            return work::importZone(*content, zone, present, mode);
        },
        this,
        [this, asked](const Result<work::ZoneImport> &import) {
            if (asked != m_asked)
                return;
            if (import) {
                show(*import);
                return;
            }
            m_model.setLines({});
            m_table->setState(PageState::Error, tr("The file cannot be read"),
                              import.error().code == u"no-zone-file"
                                  ? tr("It is too large to be a zone file.")
                                  : import.error().detail);
            showCount();
        });
}

void ImportDialog::show(const work::ZoneImport &import)
{
    QList<model::ChangeListModel::Line> rows;
    for (const work::ImportRow &row : import.rows)
        rows.append(
            {row.change(),
             {},
             {},
             true,
             row.line > 0 ? tr("Line %1 of the file").arg(row.line) : tr("It is not in the file")});
    m_model.setLines(rows, true);

    QStringList faults;
    for (const wire::ZoneFileFault &fault : import.faults)
        faults.append(fault.text());
    m_faultsTitle->setText(
        tr("%Ln line(s) cannot be taken over:", nullptr, int(import.faults.size())));
    m_faults->setPlainText(faults.join(u'\n'));
    const int lines = std::min<int>(int(faults.size()), linesShown);
    m_faults->setFixedHeight(lines * m_faults->fontMetrics().lineSpacing() + grid(1.5));
    m_faultsTitle->setVisible(!faults.isEmpty());
    m_faults->setVisible(!faults.isEmpty());

    QStringList words;
    if (import.same > 0)
        words.append(tr("%Ln record(s) of the file are there already.", nullptr, import.same));
    if (!import.leftOut.isEmpty())
        words.append(tr("%Ln are made by the host or by signing and left out.", nullptr,
                        int(import.leftOut.size())));
    if (import.boundTtls > 0)
        words.append(tr("%Ln TTL(s) are moved into the bounds of %1 and %2 seconds.", nullptr,
                        import.boundTtls)
                         .arg(QLocale().toString(mail::minTtl), QLocale().toString(mail::maxTtl)));
    m_summary->setText(words.join(u' '));
    m_summary->setVisible(!words.isEmpty());

    if (m_model.total() > 0)
        m_table->setState(PageState::Ready);
    else if (faults.isEmpty())
        m_table->setState(PageState::Empty, tr("Nothing differs"),
                          tr("The zone says already what the file says."));
    else
        m_table->setState(PageState::Empty, tr("Nothing can be taken over"),
                          tr("Correct the lines above in the file, then import it again."));
    showCount();
    if (m_model.rowCount() > 0)
        m_table->setCurrentRow(0);
}

void ImportDialog::showCount()
{
    const int ticked = m_model.tickedCount();
    m_count->setText(m_model.total() > 0
                         ? tr("%1 of %2 ticked")
                               .arg(QLocale().toString(ticked), QLocale().toString(m_model.total()))
                         : QString());
    m_review->setEnabled(ticked > 0);
    m_review->setToolTip(ticked > 0 ? QString() : tr("Tick what shall be taken over."));
}

void ImportDialog::review()
{
    mail::ChangeSet set;
    for (const auto &line : m_model.tickedLines())
        set.changes.append(line.change);
    set.changes = work::inImportOrder(set.changes);
    if (set.changes.isEmpty())
        return;
    set.title =
        tr("Import %Ln change(s) into %1", nullptr, int(set.changes.size())).arg(m_zone.nameIdn);
    QWidget *page = parentWidget();
    accept();
    m_context.changes.review(m_scope, set, page);
}

} // namespace ui
