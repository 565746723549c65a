<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ModelText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message numerus="yes">
        <source>The service limits requests: going on in %n second(s)</source>
        <translation>
            <numerusform>The service limits requests: going on in %n second</numerusform>
            <numerusform>The service limits requests: going on in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddUser</name>
    <message numerus="yes">
        <source>Give %Ln people access to %1</source>
        <translation>
            <numerusform>Give %Ln person access to %1</numerusform>
            <numerusform>Give %Ln people access to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people more now use %1.</source>
        <translation>
            <numerusform>%Ln person more now uses %1.</numerusform>
            <numerusform>%Ln people more now use %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddressesPage</name>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were copied.</source>
        <translation>
            <numerusform>%Ln address was copied.</numerusform>
            <numerusform>%Ln addresses were copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln addresses</source>
        <translation>
            <numerusform>Delete %Ln address</numerusform>
            <numerusform>Delete %Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln addresses</source>
        <translation>
            <numerusform>Export %Ln address</numerusform>
            <numerusform>Export %Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were written to %1.</source>
        <translation>
            <numerusform>%Ln address was written to %1.</numerusform>
            <numerusform>%Ln addresses were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A note has at most %n characters.</source>
        <translation>
            <numerusform>A note has at most %n character.</numerusform>
            <numerusform>A note has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filters, %n on</source>
        <translation>
            <numerusform>Filters, %n on</numerusform>
            <numerusform>Filters, %n on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln addresses used</source>
        <translation>
            <numerusform>%1 of %Ln address used</numerusform>
            <numerusform>%1 of %Ln addresses used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkBar</name>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation>
            <numerusform>%Ln ticked</numerusform>
            <numerusform>%Ln ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChainDrawing</name>
    <message numerus="yes">
        <source>Key %1, %2, %n bits</source>
        <translation>
            <numerusform>Key %1, %2, %n bit</numerusform>
            <numerusform>Key %1, %2, %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChangeWords</name>
    <message numerus="yes">
        <source>%Ln addresses were created.</source>
        <translation>
            <numerusform>%Ln address was created.</numerusform>
            <numerusform>%Ln addresses were created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were deleted.</source>
        <translation>
            <numerusform>%Ln address was deleted.</numerusform>
            <numerusform>%Ln addresses were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were changed.</source>
        <translation>
            <numerusform>%Ln address was changed.</numerusform>
            <numerusform>%Ln addresses were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users were added.</source>
        <translation>
            <numerusform>%Ln user was added.</numerusform>
            <numerusform>%Ln users were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users were removed.</source>
        <translation>
            <numerusform>%Ln user was removed.</numerusform>
            <numerusform>%Ln users were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rights of %Ln users were changed.</source>
        <translation>
            <numerusform>The rights of %Ln user were changed.</numerusform>
            <numerusform>The rights of %Ln users were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln devices were added.</source>
        <translation>
            <numerusform>%Ln device was added.</numerusform>
            <numerusform>%Ln devices were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln devices were disconnected.</source>
        <translation>
            <numerusform>%Ln device was disconnected.</numerusform>
            <numerusform>%Ln devices were disconnected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln devices were changed.</source>
        <translation>
            <numerusform>%Ln device was changed.</numerusform>
            <numerusform>%Ln devices were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were created.</source>
        <translation>
            <numerusform>%Ln record was created.</numerusform>
            <numerusform>%Ln records were created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were deleted.</source>
        <translation>
            <numerusform>%Ln record was deleted.</numerusform>
            <numerusform>%Ln records were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were changed.</source>
        <translation>
            <numerusform>%Ln record was changed.</numerusform>
            <numerusform>%Ln records were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln zones were created.</source>
        <translation>
            <numerusform>%Ln zone was created.</numerusform>
            <numerusform>%Ln zones were created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln zones were deleted.</source>
        <translation>
            <numerusform>%Ln zone was deleted.</numerusform>
            <numerusform>%Ln zones were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln zones were changed.</source>
        <translation>
            <numerusform>%Ln zone was changed.</numerusform>
            <numerusform>%Ln zones were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln DKIM keys were made.</source>
        <translation>
            <numerusform>%Ln DKIM key was made.</numerusform>
            <numerusform>%Ln DKIM keys were made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln DKIM keys were deleted.</source>
        <translation>
            <numerusform>%Ln DKIM key was deleted.</numerusform>
            <numerusform>%Ln DKIM keys were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln DKIM keys were changed.</source>
        <translation>
            <numerusform>%Ln DKIM key was changed.</numerusform>
            <numerusform>%Ln DKIM keys were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects are as before.</source>
        <translation>
            <numerusform>%Ln object is as before.</numerusform>
            <numerusform>%Ln objects are as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes were made.</source>
        <translation>
            <numerusform>%Ln change was made.</numerusform>
            <numerusform>%Ln changes were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Changes</name>
    <message numerus="yes">
        <source>%Ln staged change(s)</source>
        <translation>
            <numerusform>%Ln staged change</numerusform>
            <numerusform>%Ln staged changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s) discarded</source>
        <translation>
            <numerusform>%Ln staged change discarded</numerusform>
            <numerusform>%Ln staged changes discarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln changes were not made.</source>
        <translation>
            <numerusform>%1 %Ln change was not made.</numerusform>
            <numerusform>%1 %Ln changes were not made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s) were applied.</source>
        <translation>
            <numerusform>%Ln staged change was applied.</numerusform>
            <numerusform>%Ln staged changes were applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not.</source>
        <translation>
            <numerusform>%Ln was not.</numerusform>
            <numerusform>%Ln were not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CreateAddress</name>
    <message numerus="yes">
        <source>All %Ln people of the organisation get access, with the rights that new users get here.</source>
        <translation>
            <numerusform>The one person of the organisation gets access, with the rights that new users get here.</numerusform>
            <numerusform>All %Ln people of the organisation get access, with the rights that new users get here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have access.</source>
        <translation>
            <numerusform>%Ln person has access.</numerusform>
            <numerusform>%Ln people have access.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeviceStep</name>
    <message numerus="yes">
        <source>The name has at most %n characters.</source>
        <translation>
            <numerusform>The name has at most %n character.</numerusform>
            <numerusform>The name has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DkimTab</name>
    <message numerus="yes">
        <source>%n signature(s) verify.</source>
        <translation>
            <numerusform>%n signature verifies.</numerusform>
            <numerusform>%n signatures verify.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DomainsPage</name>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln domain(s)</source>
        <translation>
            <numerusform>Check %Ln domain</numerusform>
            <numerusform>Check %Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) could not be checked.</source>
        <translation>
            <numerusform>%Ln domain could not be checked.</numerusform>
            <numerusform>%Ln domains could not be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) were checked.</source>
        <translation>
            <numerusform>%Ln domain was checked.</numerusform>
            <numerusform>%Ln domains were checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::GeneralTab</name>
    <message numerus="yes">
        <source>%n characters too many; not saved.</source>
        <translation>
            <numerusform>%n character too many; not saved.</numerusform>
            <numerusform>%n characters too many; not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryTab</name>
    <message numerus="yes">
        <source>Restore %Ln deleted record(s)…</source>
        <translation>
            <numerusform>Restore %Ln deleted record…</numerusform>
            <numerusform>Restore %Ln deleted records…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln change(s) back…</source>
        <translation>
            <numerusform>Take %Ln change back…</numerusform>
            <numerusform>Take %Ln changes back…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln line(s) cannot be taken over:</source>
        <translation>
            <numerusform>%Ln line cannot be taken over:</numerusform>
            <numerusform>%Ln lines cannot be taken over:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the file are there already.</source>
        <translation>
            <numerusform>%Ln record of the file is there already.</numerusform>
            <numerusform>%Ln records of the file are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are made by the host or by signing and left out.</source>
        <translation>
            <numerusform>%Ln is made by the host or by signing and left out.</numerusform>
            <numerusform>%Ln are made by the host or by signing and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln TTL(s) are moved into the bounds of %1 and %2 seconds.</source>
        <translation>
            <numerusform>%Ln TTL is moved into the bounds of %1 and %2 seconds.</numerusform>
            <numerusform>%Ln TTLs are moved into the bounds of %1 and %2 seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln change(s) into %1</source>
        <translation>
            <numerusform>Import %Ln change into %1</numerusform>
            <numerusform>Import %Ln changes into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JournalPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its rows cannot be undone.</source>
        <translation>
            <numerusform>%Ln of its rows cannot be undone.</numerusform>
            <numerusform>%Ln of its rows cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tries the %Ln rows again that failed.</source>
        <translation>
            <numerusform>Tries the row again that failed.</numerusform>
            <numerusform>Tries the %Ln rows again that failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tries the %Ln rows again that are not known to be done.</source>
        <translation>
            <numerusform>Tries the row again that is not known to be done.</numerusform>
            <numerusform>Tries the %Ln rows again that are not known to be done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LooksTab</name>
    <message numerus="yes">
        <source>%Ln record(s) differ from the state accepted on %1.</source>
        <translation>
            <numerusform>%Ln record differs from the state accepted on %1.</numerusform>
            <numerusform>%Ln records differ from the state accepted on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 And %n more.</source>
        <translation>
            <numerusform>%1 And %n more.</numerusform>
            <numerusform>%1 And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>Discard %Ln staged change(s)?</source>
        <translation>
            <numerusform>Discard %Ln staged change?</numerusform>
            <numerusform>Discard %Ln staged changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are still being applied. Close anyway?</source>
        <translation>
            <numerusform>%Ln change is still being applied. Close anyway?</numerusform>
            <numerusform>%Ln changes are still being applied. Close anyway?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s) that were not applied are discarded. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln staged change that was not applied is discarded. This cannot be undone.</numerusform>
            <numerusform>%Ln staged changes that were not applied are discarded. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Messages</name>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was too much at once. It can go on in %n second(s).</source>
        <translation>
            <numerusform>That was too much at once. It can go on in %n second.</numerusform>
            <numerusform>That was too much at once. It can go on in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can still be created.</source>
        <translation>
            <numerusform>%Ln can still be created.</numerusform>
            <numerusform>%Ln can still be created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deletes %Ln addresses with all their mail.</source>
        <translation>
            <numerusform>Deletes %Ln address with all its mail.</numerusform>
            <numerusform>Deletes %Ln addresses with all their mail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NameStep</name>
    <message numerus="yes">
        <source>All %n addresses of this mail service are in use. Delete one or raise the number first.</source>
        <translation>
            <numerusform>The one address of this mail service is in use. Delete one or raise the number first.</numerusform>
            <numerusform>All %n addresses of this mail service are in use. Delete one or raise the number first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Letters, digits, hyphen, underscore and dot; up to %n characters.</source>
        <translation>
            <numerusform>Letters, digits, hyphen, underscore and dot; up to %n character.</numerusform>
            <numerusform>Letters, digits, hyphen, underscore and dot; up to %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many.</source>
        <translation>
            <numerusform>%n character too many.</numerusform>
            <numerusform>%n characters too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewTab</name>
    <message numerus="yes">
        <source>Shows the %Ln changes before any is made.</source>
        <translation>
            <numerusform>Shows the %Ln change before it is made.</numerusform>
            <numerusform>Shows the %Ln changes before any is made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PeopleEditor</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PublishDialog</name>
    <message numerus="yes">
        <source>%n record(s) not seen yet.</source>
        <translation>
            <numerusform>%n record not seen yet.</numerusform>
            <numerusform>%n records not seen yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordForm</name>
    <message numerus="yes">
        <source>%Ln bytes, sent as one string.</source>
        <translation>
            <numerusform>%Ln byte, sent as one string.</numerusform>
            <numerusform>%Ln bytes, sent as one string.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordsTab</name>
    <message numerus="yes">
        <source>%Ln value(s) copied.</source>
        <translation>
            <numerusform>%Ln value copied.</numerusform>
            <numerusform>%Ln values copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records</source>
        <translation>
            <numerusform>Delete %Ln record</numerusform>
            <numerusform>Delete %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln records</source>
        <translation>
            <numerusform>Export %Ln record</numerusform>
            <numerusform>Export %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were written to %1.</source>
        <translation>
            <numerusform>%Ln record was written to %1.</numerusform>
            <numerusform>%Ln records were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln change(s). Nothing is done before you agree.</source>
        <translation>
            <numerusform>%Ln change. Nothing is done before you agree.</numerusform>
            <numerusform>%Ln changes. Nothing is done before you agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Security</name>
    <message numerus="yes">
        <source>All %n points are in order.</source>
        <translation>
            <numerusform>%n point is in order.</numerusform>
            <numerusform>All %n points are in order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n points are in order. To be looked at: %2.</source>
        <translation>
            <numerusform>%1 of %n point is in order. To be looked at: %2.</numerusform>
            <numerusform>%1 of %n points are in order. To be looked at: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpfDrawing</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lookup(s)</source>
        <translation>
            <numerusform>%n lookup</numerusform>
            <numerusform>%n lookups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them find(s) nothing</source>
        <translation>
            <numerusform>%n of them finds nothing</numerusform>
            <numerusform>%n of them find nothing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpfStep</name>
    <message numerus="yes">
        <source>The record has %n bytes; beyond 450 an answer may not fit into one packet.</source>
        <translation>
            <numerusform>The record has %n byte; beyond 450 an answer may not fit into one packet.</numerusform>
            <numerusform>The record has %n bytes; beyond 450 an answer may not fit into one packet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpfTab</name>
    <message numerus="yes">
        <source>%n address range(s) could send no more: %1.</source>
        <translation>
            <numerusform>%n address range could send no more: %1.</numerusform>
            <numerusform>%n address ranges could send no more: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SPF of %n address(es)</source>
        <translation>
            <numerusform>SPF of %n address</numerusform>
            <numerusform>SPF of %n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StagedBar</name>
    <message numerus="yes">
        <source>%Ln change(s) staged, not applied yet.</source>
        <translation>
            <numerusform>%Ln change staged, not applied yet.</numerusform>
            <numerusform>%Ln changes staged, not applied yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TypeChips</name>
    <message numerus="yes">
        <source>%1: %Ln record(s)</source>
        <translation>
            <numerusform>%1: %Ln record</numerusform>
            <numerusform>%1: %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ZonePage</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
</TS>
