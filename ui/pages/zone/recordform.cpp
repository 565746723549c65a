// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/recordform.h"

#include "app/wire/dns/recordrules.h"
#include "app/wire/dns/zonetext.h"
#include "ui/pages/zone/recordwords.h"
#include "ui/widgets/formgrid.h"
#include "ui/widgets/theme.h"

#include "app/model/text.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using wire::RecordType;

constexpr int ttlPresets[] = {60, 300, 1800, 3600, 4 * 3600, 12 * 3600, 86'400};
// Parts with a field of their own for each meaning of their number, in the order of the form.
constexpr const char *lineParts[] = {"address", "priority", "weight", "port",
                                     "host",    "key_tag",  "value",  "digest"};
constexpr const char *choiceParts[] = {"algorithm", "digest_type",   "usage",
                                       "selector",  "matching_type", "flags"};

bool isShortPart(const QByteArray &part)
{
    return part == "priority" || part == "weight" || part == "port" || part == "key_tag";
}

// What stands for a part that is wrong while the others are checked.
QString sampleOf(const wire::PartRule &rule, RecordType type)
{
    switch (rule.kind) {
    case wire::PartKind::Address:
        return type == RecordType::AAAA ? QStringLiteral("::1") : QStringLiteral("127.0.0.1");
    case wire::PartKind::Host:
    case wire::PartKind::Name:
        return QStringLiteral("host.example");
    case wire::PartKind::Tag:
        return QStringLiteral("issue");
    default:
        return QStringLiteral("0");
    }
}

QString withUnderscore(const QString &word)
{
    const QString text = word.trimmed().toLower();
    return text.isEmpty() || text.startsWith(u'_') || text.startsWith(u'*') ? text : u'_' + text;
}

bool hasServiceName(RecordType type) { return type == RecordType::SRV || type == RecordType::TLSA; }

} // namespace

RecordForm::RecordForm(const mail::MailSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_grid = new FormGrid(this);
    column->addWidget(m_grid);
    column->addStretch(1);
    makeRows();
    showType();
}

QLineEdit *RecordForm::addLine(const QString &row, FormGrid::Width width)
{
    auto *field = new QLineEdit(m_grid);
    field->setObjectName(QStringLiteral("record.") + row);
    m_grid->addRow(row, row, field, {}, width);
    connect(field, &QLineEdit::textEdited, this, [this, row] { touched(row); });
    return field;
}

QComboBox *RecordForm::addChoice(const QString &row, FormGrid::Width width)
{
    auto *field = new QComboBox(m_grid);
    field->setObjectName(QStringLiteral("record.") + row);
    m_grid->addRow(row, row, field, {}, width);
    connect(field, &QComboBox::currentIndexChanged, this, [this, row] {
        if (!m_isFilling)
            touched(row);
    });
    return field;
}

void RecordForm::makeRows()
{
    m_isFilling = true;
    m_type = addChoice(QStringLiteral("type"));
    for (const RecordType one : wire::writableTypes())
        m_type->addItem(typeText(one), int(one));
    m_type->setMaxVisibleItems(m_type->count());
    m_preset = addChoice(QStringLiteral("preset"));
    m_preset->addItem(tr("Choose a service, or type it below"));
    for (const ServicePreset &preset : servicePresets(m_settings))
        m_preset->addItem(preset.name);
    m_preset->setMaxVisibleItems(m_preset->count());
    m_service = addLine(QStringLiteral("service"));
    m_protocol = addChoice(QStringLiteral("protocol"));
    m_protocol->setEditable(true);
    m_protocol->addItems({QStringLiteral("_tcp"), QStringLiteral("_udp"), QStringLiteral("_tls")});
    connect(m_protocol, &QComboBox::editTextChanged, this, [this] {
        if (!m_isFilling)
            touched(QStringLiteral("protocol"));
    });
    m_source = addLine(QStringLiteral("source"));
    for (const char *part : {"address", "priority", "weight", "port", "host", "key_tag"})
        m_lines.insert(part,
                       addLine(QLatin1String(part), isShortPart(part) ? FormGrid::Width::Short
                                                                      : FormGrid::Width::Usual));
    for (const char *part : choiceParts)
        m_choices.insert(part, addChoice(QLatin1String(part), FormGrid::Width::Wide));
    m_tag = addChoice(QStringLiteral("tag"));
    m_tag->setEditable(true);
    m_tag->addItem(tr("issue"), QStringLiteral("issue"));
    for (const char *tag : {"issuewild", "iodef", "issuemail", "contactemail"})
        m_tag->addItem(QLatin1String(tag), QLatin1String(tag));
    connect(m_tag, &QComboBox::editTextChanged, this, [this] {
        if (!m_isFilling)
            touched(QStringLiteral("tag"));
    });
    for (const char *part : {"value", "digest"})
        m_lines.insert(part, addLine(QLatin1String(part), FormGrid::Width::Wide));
    m_text = new QPlainTextEdit(m_grid);
    m_text->setObjectName(QStringLiteral("record.text"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(scaled(110));
    m_grid->addRow(QStringLiteral("text"), tr("Text"), m_text, {}, FormGrid::Width::Wide);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFilling)
            touched(QStringLiteral("text"));
    });
    m_ttl = addChoice(QStringLiteral("ttl"));
    m_ttl->setEditable(true);
    m_ttl->setInsertPolicy(QComboBox::NoInsert);
    for (const int seconds : ttlPresets)
        m_ttl->addItem(model::ttlText(seconds), seconds);
    connect(m_ttl, &QComboBox::editTextChanged, this, [this] {
        if (!m_isFilling)
            touched(QStringLiteral("ttl"));
    });
    m_grid->setLabel(QStringLiteral("type"), tr("Type"));
    m_grid->setLabel(QStringLiteral("preset"), tr("For"));
    m_grid->setLabel(QStringLiteral("protocol"), tr("Protocol"));
    m_grid->setLabel(QStringLiteral("source"), tr("Name"));
    m_grid->setLabel(QStringLiteral("ttl"), tr("TTL"));
    m_grid->setHint(QStringLiteral("ttl"),
                    tr("How long whoever asked keeps the answer. Seconds, or a time such as 1h."));
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling)
            showType();
    });
    connect(m_preset, &QComboBox::activated, this, &RecordForm::fillFromPreset);
    m_isFilling = false;
}

RecordType RecordForm::type() const { return RecordType(m_type->currentData().toInt()); }

void RecordForm::setZone(const mail::Zone &zone)
{
    m_zone = zone;
    m_source->setPlaceholderText(tr("empty: %1 itself").arg(zone.nameIdn));
    check();
}

void RecordForm::setRecord(const mail::ZoneRecord &record)
{
    m_isFilling = true;
    m_record = record;
    m_touched.clear();
    const auto known = wire::typeFromWord(record.type.toLatin1()).value_or(RecordType::A);
    m_type->setCurrentIndex(std::max(0, m_type->findData(int(known))));
    m_preset->setCurrentIndex(0);
    QString source = record.source;
    QStringList labels = source.split(u'.');
    m_service->clear();
    m_protocol->setCurrentText(hasServiceName(known) ? QStringLiteral("_tcp") : QString());
    if (hasServiceName(known) && labels.size() >= 2 && labels.at(0).startsWith(u'_') &&
        labels.at(1).startsWith(u'_')) {
        m_service->setText(labels.takeFirst());
        m_protocol->setCurrentText(labels.takeFirst());
        source = labels.join(u'.');
    } else if (hasServiceName(known) && !source.isEmpty()) {
        m_protocol->setCurrentText({}); // another kind of name: it stands as it is
    }
    m_source->setText(source.isEmpty() ? QString() : wire::nameForPeople(source.toUtf8()));

    Parts values;
    if (auto data = wire::dataFrom(known, record.target); data && !record.target.isEmpty())
        for (const wire::ValuePart &part : wire::partsOf({{}, known, 0, *std::move(data)}))
            values.insert(part.name, part.value);
    const bool isNew = record.target.isEmpty();
    const wire::RecordRules rules = wire::rulesOf(known);
    for (qsizetype i = 0; i < rules.count; ++i) {
        const QByteArray part = rules.first[i].name;
        showPart(known, part, isNew ? usualPart(known, part) : values.value(part));
    }
    if (known == RecordType::TXT)
        m_text->setPlainText(record.target);
    const int seconds = record.ttl.value_or(mail::usualTtl);
    const int preset = m_ttl->findData(seconds);
    if (preset >= 0)
        m_ttl->setCurrentIndex(preset);
    else
        m_ttl->setEditText(QString::number(seconds));
    m_isFilling = false;
    showType();
}

void RecordForm::showPart(RecordType type, const QByteArray &part, const QString &value)
{
    if (auto *line = m_lines.value(part)) {
        const bool isName = part == "host" && value != u".";
        line->setText(isName ? wire::nameForPeople(value.toUtf8()) : value);
    } else if (auto *choice = m_choices.value(part)) {
        choice->clear();
        for (const NumberWord &word : partWords(type, part))
            choice->addItem(word.text, word.number);
        int at = choice->findData(value.toInt());
        if (at < 0 && !value.isEmpty()) { // a number without a meaning here stays what it is
            choice->addItem(value, value.toInt());
            at = choice->count() - 1;
        }
        choice->setCurrentIndex(std::max(0, at));
    } else if (part == "tag") {
        m_tag->setCurrentText(value);
    }
}

// Which rows there are, and what they are called.
void RecordForm::showType()
{
    const RecordType now = type();
    const wire::RecordRules rules = wire::rulesOf(now);
    QSet<QByteArray> has;
    for (qsizetype i = 0; i < rules.count; ++i)
        has.insert(rules.first[i].name);
    const auto show = [&](const QByteArray &part) {
        const QString row = QLatin1String(part);
        const bool isShown = has.contains(part);
        if (isShown) {
            m_grid->setLabel(row, partLabel(now, part));
            m_grid->setHint(row, partHint(now, part));
        }
        m_grid->setRowVisible(row, isShown);
    };
    const bool wasFilling = m_isFilling;
    m_isFilling = true;
    for (const char *part : lineParts)
        show(part);
    for (const char *part : choiceParts) {
        QComboBox *choice = m_choices.value(part);
        const QString was = choice->currentData().toString();
        const bool isOther = choice->property("type").toInt() != int(now);
        if (has.contains(part) && (isOther || choice->count() == 0)) {
            const bool isOfRecord = m_record.type.toLatin1() == wire::typeWord(now);
            showPart(now, part, isOfRecord && !was.isEmpty() ? was : usualPart(now, part));
            choice->setProperty("type", int(now));
        }
        show(part);
    }
    for (const char *part : {"priority", "weight", "tag"})
        if (has.contains(part) && m_record.type.toLatin1() != wire::typeWord(now)) {
            const QString usual = usualPart(now, part);
            if (part == QByteArrayView("tag") ? m_tag->currentText().isEmpty()
                                              : !m_touched.contains(QLatin1String(part)))
                showPart(now, part, usual);
        }
    show("tag");
    show("text");
    const bool isNamed = hasServiceName(now);
    m_grid->setRowVisible(QStringLiteral("preset"), now == RecordType::SRV);
    m_grid->setRowVisible(QStringLiteral("service"), isNamed);
    m_grid->setRowVisible(QStringLiteral("protocol"), isNamed);
    if (isNamed && m_record.id == 0 && m_protocol->currentText().isEmpty())
        m_protocol->setCurrentText(QStringLiteral("_tcp"));
    m_grid->setLabel(QStringLiteral("service"),
                     now == RecordType::SRV ? tr("Service") : tr("Port"));
    m_grid->setHint(QStringLiteral("service"),
                    now == RecordType::SRV ? tr("As it is registered, such as _imaps.")
                                           : tr("Its number, 25 for mail between servers."));
    m_grid->setLabel(QStringLiteral("source"), now == RecordType::TLSA ? tr("Host") : tr("Name"));
    m_grid->setHint(QStringLiteral("type"), typeHint(now));
    m_isFilling = wasFilling;
    check();
}

void RecordForm::fillFromPreset(int index)
{
    if (index <= 0)
        return;
    const ServicePreset preset = servicePresets(m_settings).value(index - 1);
    m_isFilling = true;
    m_service->setText(preset.service);
    m_protocol->setCurrentText(preset.protocol);
    m_lines.value("priority")->setText(QString::number(preset.priority));
    m_lines.value("weight")->setText(QString::number(preset.weight));
    m_lines.value("port")->setText(QString::number(preset.port));
    if (!preset.host.isEmpty())
        m_lines.value("host")->setText(preset.host);
    m_isFilling = false;
    touched(QStringLiteral("service"));
}

bool RecordForm::isOfService() const { return hasServiceName(type()); }

QString RecordForm::source() const
{
    const QString name = m_source->text().trimmed();
    if (!isOfService())
        return name;
    QStringList labels;
    for (const QString &label :
         {withUnderscore(m_service->text()), withUnderscore(m_protocol->currentText())})
        if (!label.isEmpty())
            labels.append(label);
    if (!name.isEmpty() && name != u"@" && name != u".")
        labels.append(name);
    return labels.join(u'.');
}

QString RecordForm::typedText() const
{
    const QString typed = m_text->toPlainText();
    const QStringList lines = typed.split(u'\n');
    // Strings in quotation marks, one to a line, as many services tell them.
    if (typed.trimmed().startsWith(u'"'))
        return lines.join(u' ').simplified();
    return lines.join(QString()).trimmed();
}

RecordForm::Parts RecordForm::parts() const
{
    Parts values;
    for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it)
        values.insert(it.key(), it.value()->text().trimmed());
    for (auto it = m_choices.cbegin(); it != m_choices.cend(); ++it)
        values.insert(it.key(), it.value()->currentData().toString());
    values.insert("tag", m_tag->currentText().trimmed());
    values.insert("text", typedText());
    return values;
}

QString RecordForm::targetFrom(RecordType type, const Parts &parts)
{
    if (type == RecordType::TXT)
        return parts.value("text");
    QStringList words;
    const wire::RecordRules rules = wire::rulesOf(type);
    for (qsizetype i = 0; i < rules.count; ++i) {
        const wire::PartRule &rule = rules.first[i];
        const QString value = parts.value(rule.name);
        words.append(rule.kind == wire::PartKind::String && !value.isEmpty()
                         ? QString::fromUtf8(wire::quotedText(value.toUtf8()))
                         : value);
    }
    return words.join(u' ').trimmed();
}

int RecordForm::ttl() const
{
    const QString text = m_ttl->currentText().trimmed();
    if (const int at = m_ttl->findText(text); at >= 0)
        return m_ttl->itemData(at).toInt();
    QString plain = text;
    plain.remove(QLocale().groupSeparator());
    const auto seconds = wire::secondsFrom(plain.toUtf8());
    return seconds && *seconds <= quint32(mail::maxTtl) * 100 ? int(*seconds) : -1;
}

mail::ZoneRecord RecordForm::record() const
{
    mail::ZoneRecord record = m_record;
    record.zone = m_zone.name;
    record.service = m_zone.service;
    record.type = QString::fromLatin1(wire::typeWord(type()));
    const QByteArray zone = m_zone.name.toUtf8();
    const auto owner = wire::ownerFrom(source(), zone);
    record.source = owner ? wire::sourceOf(*owner, zone) : source();
    const QString typed = targetFrom(type(), parts());
    auto data = wire::dataFrom(type(), typed);
    record.target = data ? wire::targetOf({{}, type(), 0, *std::move(data)}) : typed;
    record.ttl = ttl();
    return record;
}

// Part after part: one that is wrong gives way to a sample, so that the next one is looked at, too.
void RecordForm::check()
{
    if (m_isFilling)
        return;
    m_faults.clear();
    const auto owner = wire::ownerFrom(source(), m_zone.name.toUtf8());
    if (!owner && !m_zone.name.isEmpty())
        m_faults.insert(QStringLiteral("source"), owner.error().detail);
    if (isOfService() && m_service->text().trimmed().isEmpty() &&
        !m_protocol->currentText().trimmed().isEmpty())
        m_faults.insert(QStringLiteral("service"), type() == RecordType::SRV
                                                       ? tr("The name of the service is missing.")
                                                       : tr("The port is missing."));
    const int seconds = ttl();
    if (seconds < mail::minTtl || seconds > mail::maxTtl)
        m_faults.insert(QStringLiteral("ttl"), tr("The TTL must be between %1 and %2 seconds.")
                                                   .arg(QLocale().toString(mail::minTtl),
                                                        QLocale().toString(mail::maxTtl)));
    Parts values = parts();
    const wire::RecordRules rules = wire::rulesOf(type());
    for (qsizetype round = 0; round <= rules.count; ++round) {
        // An empty part would let the next one take its place.
        QByteArray wrong;
        QString why;
        for (qsizetype i = 0; i < rules.count && wrong.isEmpty(); ++i)
            if (values.value(rules.first[i].name).isEmpty()) {
                wrong = rules.first[i].name;
                why = wire::dnsSentence(rules.first[i].sentence);
            }
        if (wrong.isEmpty()) {
            const auto data = wire::dataFrom(type(), targetFrom(type(), values));
            if (data)
                break;
            wrong = data.error().field.toLatin1();
            why = data.error().detail;
        }
        const wire::PartRule *rule = nullptr;
        for (qsizetype i = 0; i < rules.count; ++i)
            if (wrong == rules.first[i].name)
                rule = &rules.first[i];
        if (!rule) // of the value as a whole
            rule = &rules.first[rules.count - 1];
        const QString row = QLatin1String(rule->name);
        if (m_faults.contains(row))
            break;
        m_faults.insert(row, why);
        if (rule->kind == wire::PartKind::Hex || rule->kind == wire::PartKind::Text)
            break; // it is the last
        values.insert(rule->name, sampleOf(*rule, type()));
    }
    tell();
}

void RecordForm::tell()
{
    for (const QString &row : m_grid->rows())
        m_grid->setFault(row, m_touched.contains(row) ? m_faults.value(row) : QString());
    tellName();
    if (type() == RecordType::TXT)
        tellText();
}

void RecordForm::tellName()
{
    const auto owner = wire::ownerFrom(source(), m_zone.name.toUtf8());
    m_grid->setHint(QStringLiteral("source"),
                    owner ? tr("Full name: %1").arg(wire::nameForPeople(*owner)) : QString());
}

void RecordForm::tellText()
{
    const QString typed = typedText();
    auto data = wire::dataFrom(RecordType::TXT, typed);
    const auto *strings = data ? std::get_if<wire::TxtData>(&*data) : nullptr;
    if (!strings) {
        m_grid->setHint(QStringLiteral("text"), {});
        return;
    }
    qsizetype bytes = 0;
    QStringList sizes;
    for (const QByteArray &string : *strings) {
        bytes += string.size();
        sizes.append(QLocale().toString(string.size()));
    }
    QString hint = strings->size() == 1
                       ? tr("%Ln bytes, sent as one string.", nullptr, int(bytes))
                       : tr("%1 bytes, sent as %2 strings: %3.")
                             .arg(QLocale().toString(bytes), QLocale().toString(strings->size()),
                                  QLocale().createSeparatedList(sizes));
    if (m_text->toPlainText().contains(u'\n'))
        hint += u' ' + tr("Line breaks are left out.");
    m_grid->setHint(QStringLiteral("text"), hint);
}

void RecordForm::touched(const QString &row)
{
    m_touched.insert(row);
    if (row == u"source" || row == u"protocol") // they make the name together
        m_touched.insert(QStringLiteral("source"));
    check();
    emit changed();
}

void RecordForm::showAllFaults()
{
    for (const QString &row : m_grid->rows())
        m_touched.insert(row);
    tell();
    for (const QString &row : m_grid->rows())
        if (m_faults.contains(row)) {
            if (QWidget *field = m_grid->field(row))
                field->setFocus();
            break;
        }
}

bool RecordForm::refuse(const QString &field, const QString &sentence)
{
    QString row = field;
    if (field == u"target") {
        const wire::RecordRules rules = wire::rulesOf(type());
        row = QLatin1String(rules.first[rules.count - 1].name);
    }
    if (!m_grid->hasField(row))
        return false;
    m_grid->setFault(row, sentence);
    if (QWidget *at = m_grid->field(row))
        at->setFocus();
    return true;
}

void RecordForm::lockName(const QString &reason)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_service, m_protocol, m_source}) {
        field->setEnabled(false);
        field->setToolTip(reason);
    }
    m_preset->setEnabled(false);
}

void RecordForm::lockType(const QString &reason)
{
    m_type->setEnabled(false);
    m_type->setToolTip(reason);
}

QWidget *RecordForm::firstField() const
{
    if (m_record.id == 0)
        return m_type;
    if (type() == RecordType::TXT)
        return m_text;
    const wire::RecordRules rules = wire::rulesOf(type());
    for (qsizetype i = 0; i < rules.count; ++i)
        if (auto *line = m_lines.value(rules.first[i].name))
            return line;
    return m_source;
}

} // namespace ui
