// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/spfwizard.h"

#include "app/wire/dns/zonetext.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int lookupLimit = 10; // RFC 7208, section 4.6.4

bool names(const check::SpfTerm &term) // a sender, not the end and not a modifier
{
    return term.kind != check::SpfTerm::Kind::All && !term.isModifier();
}

} // namespace

SpfStep::SpfStep(const work::DomainLook &look, QWidget *parent)
    : RecordStep(tr("Who sends mail for %1?").arg(wire::nameForPeople(look.report.domain)),
                 tr("Continue"), parent)
    , m_look(look)
{
    setEditors(makeSimple(), tr("Recommended: what is there, with what this mail service needs"),
               makeExpert(), tr("A record of my own"));
    judge();
}

QWidget *SpfStep::firstField() const
{
    return isExpert() ? static_cast<QWidget *>(m_text) : m_more;
}

QWidget *SpfStep::makeSimple()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(grid(3), 0, 0, 0);
    column->setSpacing(scaled(6));
    const auto changed = [this] {
        m_touched = true;
        judge();
    };
    QList<QByteArray> offered;
    for (const QString &term : m_look.basis.facts.spf)
        offered.append(term.toUtf8());
    const qsizetype needed = offered.size();
    for (const check::SpfTerm &term : m_look.report.spf.record.terms)
        if (names(term) && !offered.contains(term.text))
            offered.append(term.text);
    for (qsizetype i = 0; i < offered.size(); ++i) {
        const QString text = QString::fromUtf8(offered.at(i));
        auto *tick = new QCheckBox(i < needed ? tr("%1 – this mail service").arg(text) : text, box);
        tick->setObjectName(QStringLiteral("spf.term.%1").arg(text));
        tick->setChecked(true);
        connect(tick, &QCheckBox::toggled, this, changed);
        m_terms.append({tick, offered.at(i)});
        column->addWidget(tick);
    }
    m_more = new QLineEdit(box);
    m_more->setObjectName(QStringLiteral("spf.more"));
    m_more->setAccessibleName(tr("Further senders"));
    m_more->setPlaceholderText(
        tr("Further senders, such as include:spf.example.net or ip4:192.0.2.25"));
    connect(m_more, &QLineEdit::textChanged, this, changed);
    column->addWidget(m_more);
    column->addSpacing(grid());
    column->addWidget(new Text(tr("Everybody else"), Size::Body, Role::Text, box));
    m_end = new QButtonGroup(this);
    const std::pair<char, QString> ends[] = {
        {'-', tr("is refused (-all). Safest, when all senders are listed")},
        {'~', tr("is marked as suspicious (~all). While you find out who sends")},
        {'?', tr("is not judged (?all). Protects from nothing")}};
    const check::SpfTerm *all = m_look.report.spf.record.find(check::SpfTerm::Kind::All);
    const char recommended = check::recommendedSpf(m_look.report, m_look.basis).end;
    const char chosen = recommended                                  ? recommended
                        : all && all->qualifier != '+'               ? all->qualifier
                        : check::prefersStrict(m_look.report.domain) ? '-'
                                                                     : '~';
    for (const auto &[qualifier, text] : ends) {
        auto *choice = new QRadioButton(text, box);
        choice->setObjectName(QStringLiteral("spf.end.%1").arg(QLatin1Char(qualifier)));
        choice->setChecked(qualifier == chosen);
        m_end->addButton(choice, qualifier);
        column->addWidget(choice);
    }
    column->addStretch();
    connect(m_end, &QButtonGroup::idToggled, this, changed);
    return box;
}

QWidget *SpfStep::makeExpert()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("spf.text"));
    m_text->setAccessibleName(tr("SPF record"));
    m_text->setFont(fixedFont());
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(90));
    const QByteArray now = m_look.report.spf.record.text;
    m_text->setPlainText(QString::fromUtf8(
        now.isEmpty()
            ? check::spfProposal({}, check::recommendedSpf(m_look.report, m_look.basis)).record
            : now));
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_touched = true;
        judge();
    });
    return m_text;
}

check::SpfWish SpfStep::wish() const
{
    check::SpfWish wish;
    for (const auto &[tick, term] : m_terms)
        (tick->isChecked() ? wish.terms : wish.without).append(term);
    for (const QString &word : m_more->text().simplified().split(u' ', Qt::SkipEmptyParts))
        wish.terms.append(word.toUtf8());
    wish.end = char(m_end->checkedId());
    return wish;
}

QByteArray SpfStep::record() const
{
    if (isExpert())
        return m_text->toPlainText().simplified().toUtf8();
    QList<QByteArray> published;
    for (const QByteArray &text : m_look.report.spf.texts)
        published.append(text);
    return check::spfProposal(published, wish()).record;
}

check::Proposal SpfStep::proposal() const
{
    return isExpert() ? check::spfReplacement(m_look.report, m_look.basis, record())
                      : check::spfRepair(m_look.report, m_look.basis, wish());
}

QString SpfStep::faultOfMore() const
{
    for (const QString &word : m_more->text().simplified().split(u' ', Qt::SkipEmptyParts)) {
        const check::SpfRecord alone = check::parseSpf("v=spf1 " + word.toUtf8());
        if (!alone.problems.isEmpty() || alone.terms.isEmpty())
            return tr("“%1” is not a sender: %2.")
                .arg(word, alone.problems.isEmpty() ? tr("it says nothing")
                                                    : alone.problems.constFirst().reason);
        if (!names(alone.terms.constFirst()))
            return tr("“%1” does not name a sender.").arg(word);
    }
    return {};
}

void SpfStep::judge()
{
    if (!m_text || !m_more)
        return; // not built yet
    const QByteArray text = record();
    QString fault = isExpert() ? QString() : faultOfMore();
    QStringList remarks;
    const check::SpfRecord parsed = check::parseSpf(text);
    if (fault.isEmpty() && !check::isSpfText(text))
        fault = tr("An SPF record begins with “v=spf1”.");
    if (fault.isEmpty() && !parsed.problems.isEmpty()) {
        const check::SpfProblem &problem = parsed.problems.constFirst();
        fault = tr("“%1”: %2 (RFC 7208, section %3).")
                    .arg(QString::fromUtf8(problem.term), problem.reason, problem.section);
    }
    const int own =
        int(std::count_if(parsed.terms.cbegin(), parsed.terms.cend(),
                          [](const check::SpfTerm &term) { return term.costsLookup(); }));
    // What stood in the record before is known with all that it leads to.
    int lookups = own;
    for (const check::SpfBranch &branch : m_look.report.spf.branches)
        for (const check::SpfTerm &term : parsed.terms)
            if (term.text == branch.term.text && branch.lookups > 0)
                lookups += branch.lookups - 1;
    if (lookups > lookupLimit)
        remarks.append(tr("The record needs %1 lookups; receivers allow %2 and treat it as broken.")
                           .arg(lookups)
                           .arg(lookupLimit));
    const check::SpfTerm *all = parsed.find(check::SpfTerm::Kind::All);
    if (all && all->qualifier == '+')
        remarks.append(tr("“%1” lets everybody send.").arg(QString::fromUtf8(all->text)));
    if (!all && !parsed.find(check::SpfTerm::Kind::Redirect) && fault.isEmpty())
        remarks.append(tr("Without “-all” or “~all” at its end the record protects from nothing."));
    if (text.size() > 450)
        remarks.append(
            tr("The record has %n bytes; beyond 450 an answer may not fit into one packet.",
               nullptr, int(text.size())));
    for (const QByteArray &dropped : check::spfProposal(m_look.report.spf.texts, {}).dropped)
        if (!isExpert())
            remarks.append(tr("“%1” is no SPF and is left out.").arg(QString::fromUtf8(dropped)));
    if (fault.isEmpty() && proposal().isEmpty())
        fault = tr("This is what is published already.");
    setPreview(QString::fromUtf8(text), fault, remarks);
}

SpfWizard::SpfWizard(Context &context, const store::Scope &scope, const work::DomainLook &look,
                     work::MakeDns dns, QWidget *parent)
    : RecordWizard(context, scope, tr("SPF"), new SpfStep(look), look, std::move(dns), parent)
{
    setObjectName(QStringLiteral("spfWizard"));
}

} // namespace ui
