<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Apply</name>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalHosts</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send emails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the auto-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set redirections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write sorting rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose special folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block and approve senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add and manage devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore emails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP and POP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everyone in the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message numerus="yes">
        <source>The service limits requests: going on in %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>%1 of %2 addresses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>A domain name has letters, digits and hyphens, and no part begins or ends with a hyphen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part of a domain name has at most 63 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A domain name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A domain name has no two dots in a row, and none at its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A domain name has at least one dot: example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This domain name has a character that no domain may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A domain name has at most 253 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Manages mail services: addresses, people, devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the private mail host in DIR and show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep settings, cache and journal in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say more on standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drive the program through its main job; pictures and report.txt go to DIR.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model::AccessModel</name>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model::AddressModel</name>
    <message>
        <source>Limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spam filter off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes, counted on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POP3: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model::ChangeModel</name>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model::DeviceModel</name>
    <message>
        <source>Without user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will get a new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No user&apos;s rights bind it: it can send although some users may not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model::FindingModel</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model::JournalModel</name>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this was being applied. What is not marked as done may have been done or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>Change the rights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can send; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can read but not send; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 access to %2: %3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allow “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take away “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rights of %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: change %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 with all its mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the access of %1 to %2 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all devices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the device %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new password for %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Accounts</name>
    <message>
        <source>Keep the token in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the token of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has no token for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the addresses of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AddDevice</name>
    <message>
        <source>Add a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the device %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating a password for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can now log in to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without copying the password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not shown again. When it is lost, make a new one for this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AddUser</name>
    <message>
        <source>Who shall use %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 access to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Give %n people access to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now uses %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people more now use %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not all was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AddressPage</name>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted, here or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer. A password is made and shown at once, so it has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account uses this address as its login, so it cannot be shared further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AddressesPage</name>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create device password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export these rows to CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses were not refreshed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses were not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing contains “%1”, neither in the address nor in its note or users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No addresses yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the first one (Ctrl+N).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note of %1 was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note of %1 is now “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln addresses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln addresses</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkBar</name>
    <message>
        <source>Untick all (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Changes</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 done, %3 not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer. Staged for later: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged for later: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It was undone already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do or to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all addresses of all services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an action, a page or an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the names of all addresses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CreateAddress</name>
    <message>
        <source>Create an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get access with all rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has access yet, and there is no password. Mail for the address is received and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer. The address will be created after a review when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but not all was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It receives mail now. It has no password and no user: add a device password or a user when you need to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail programs need a device password of their own. Auto-replies and filters are on the page of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a device password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DevicePassword</name>
    <message>
        <source>This password is shown once. Copy it into the mail program now; when it is lost, make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mail service does not tell its server and ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 port (SSL/TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 port (STARTTLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in with the full address for receiving and for sending; the password is the same for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DeviceStep</name>
    <message>
        <source>Which device or program is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every device gets a password of its own, so that one can be disconnected without touching the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as “Ana’s phone” or “Printer, 2nd floor”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the device a name that you will recognise later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The name has at most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeviceUserStep</name>
    <message>
        <source>Who uses it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person&apos;s rights bind a device without user: it can always send, even when the right to send is taken from everybody. For printers, scanners and programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not send from this address: the device will fetch mail, but the server refuses its sending and the program asks for a password again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is bound by the rights of %1: when the right to send is taken away, the device can no longer send.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DevicesTab</name>
    <message>
        <source>Each device has a password of its own for reading and sending with a mail program. Web mail is not affected by what is done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new password and cuts the current connection. The device can come back with the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the device, its password and its connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes every device password of this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer. A password is made and shown at once, so it has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can log in with a mail program. Add a device to get a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The devices were not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new password for %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current connection is cut and the old password is refused at once. The device can come back when the new password is typed into its mail program. Other devices are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password for %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all devices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all devices of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n devices lose their password and their connection at once. This cannot be undone: each one needs a new password. The address stays in the web mail of its users; take the users away for that.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all devices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n devices of %1 were disconnected. Web mail goes on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingList</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FirstStart</name>
    <message>
        <source>The mail host could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host ended before it was ready. Its last words:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Mailwright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail host on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private host with real mailboxes, for trying things out and for rehearsing changes. It answers only on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Mailwright server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own mail host that runs the Mailwright daemon. You need its address and a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infomaniak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail services in your Infomaniak organisation. You need an API token with the scopes for your profile and for mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring, never in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when the server&apos;s certificate was signed by an authority of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses, people and devices of your mail services in one place. Where is your mail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is your mail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the mail host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first time this takes some seconds: it makes its own certificates and directories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a Mailwright server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Infomaniak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s administrator gives you both. The connection is tested before anything is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a token in your Infomaniak Manager under Developer, API tokens, with the scopes user_info and mail. This connection follows the published API; it was not tried against the live service while it was built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the address of the server, as in https://mail.example.org:8443.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers there. Check the address, the port and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted. If an authority of your own signed it, give its file below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this token. It may have expired; make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is good, but it has no right to see a mail service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers there, but it is not a mail service of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::GeneralTab</name>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody here sees the same mailbox. A right takes effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the address is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last IMAP login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last POP3 login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redirection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spam filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ad filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account uses this address as its login, so it cannot be shared further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits to be applied. Was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody uses this address. It receives mail, but it is visible nowhere until you add a user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The users of this address were not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not let this user be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights of %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 away from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many; not saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note of %1 was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note of %1 is now “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::JobTray</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::JournalPage</name>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change that you make is listed here, with what it was before, and can be undone where that is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was done, so there is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: what was lost cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of its rows cannot be undone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tries the %n rows again that failed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete, after a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LocalHosts</name>
    <message>
        <source>The mail host runs on Linux only. Run it there, and choose “A Mailwright server”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the mail host on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program mailwrightd was not found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>No keyring answers on this computer. The token is forgotten when Mailwright ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail host could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard staged changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Discard %n staged change(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They were not applied. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token and what was read from it are removed from this computer. Addresses and mail stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail service here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers, but your token sees no mail service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail host on this computer is being started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the mail host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first time this takes some seconds: it makes its own certificates and directories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Mailwright</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Messages</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User of an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain (as sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights of a new user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spam filter on new addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad filter on new addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (as sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has access at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last IMAP login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last POP3 login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited (is a login)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spam filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP, TLS from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP, STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POP3, TLS from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POP3, STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP, TLS from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP, STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters (ManageSieve)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mail service does not offer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no right to do this. An administrator of the organisation can give it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token may only read. Sign in with a token that may change things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every address that the offer allows is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing further was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server of that name. Check the address and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safe connection: the server&apos;s certificate is not trusted. Check the address, or give the file of the authority that signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer. What is shown is what was last known; changes can be staged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service refused the sign-in. The token is wrong or has expired; enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more. Refresh to see what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed it in the meantime, or the name is taken. Look at it as it is now, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value was refused. The details say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was refused. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>That was too much at once. It can go on in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>That was too much at once. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service answered something that cannot be understood. Nothing was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer could not save it. Check that the disk is not full and can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailwright made a mistake. The details help to report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this cannot be done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a possible address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are not enough free addresses: the offer allows %1, and %2 are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n can still be created.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not exist, as far as is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer what it was when this was planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the values as they are now before you apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Deletes %n addresses with all their mail.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deletes %1 with all its mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of mail will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail programs of this user can no longer send, and will ask for a password: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not bound by this: %1. A device without a user can go on sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect it, or give it a new password for a user, if it must not send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-replies are still sent: they have a right of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ends mail programs only. People keep reading %1 on the web until they are removed as users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old password stops working at once: enter the new one in every mail program that used it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs: there is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already so: nothing will be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mail service does not allow it (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::NameStep</name>
    <message>
        <source>What is the address called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n addresses of this mail service are in use. Delete one or raise the number first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part before @%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Letters, digits, hyphen, underscore and dot; up to %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1@%2 exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: what is shown is what was last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::NoteCell</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A note has at most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ObjectTable</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OutcomeDialog</name>
    <message>
        <source>%1 done, %2 not. What was done stays done; the rows that were not can be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PageHeader</name>
    <message>
        <source>Further actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PeopleEditor</name>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already uses this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people of the organisation are not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person to see what they may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rights begin with the defaults of this mail service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the person to give them access with these rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the person first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PeopleStep</name>
    <message>
        <source>Who has access?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only me (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address appears in your web mail. Others can be added later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each with rights of their own; they all see the same mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address receives mail at once, but it has no password and no user, and is visible nowhere until you add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one person, or decide later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ProtocolStep</name>
    <message>
        <source>How does it fetch mail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail stays on the server; all devices show the same folders and the same state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail is downloaded from the inbox to one device; folders and sent mail stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP and POP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only while a program changes from one to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of the two on one address, never both: POP3 takes away what IMAP devices still want to see, and “leave a copy on the server” downloads everything again. Sending is included with each of them, as far as the user may send.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ResultPage</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ReviewDialog</name>
    <message>
        <source>Review the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer. Stage it now; it is reviewed again before it is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s). Nothing is done before you agree.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in it cannot be done; see above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail service does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage for later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ReviewStep</name>
    <message>
        <source>This will be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is marked above stands against it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Rights</name>
    <message>
        <source>Write, reply and forward, in web mail and with this person&apos;s devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can send from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer send from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up out-of-office and other automatic answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the auto-replies of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the auto-replies of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit signatures and reply addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the signatures of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the signatures of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send copies of incoming mail to other addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the redirections of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the redirections of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add and remove further names of this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the aliases of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the aliases of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the spam filter and the ad filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the filters of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the filters of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort incoming mail automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the rules of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the rules of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which folders hold sent mail, drafts, spam and deleted mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can configure the folders of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer configure the folders of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block and approve senders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the blocked and approved senders of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the blocked and approved senders of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add devices and make new device passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can manage the devices of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer manage the devices of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what was done on this address, when and by whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can see the history of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer see the history of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring messages back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can restore emails of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer restore emails of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RightsEditor</name>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service does not tell the right, so it cannot be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SecretView</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the password; the clipboard is cleared after a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Stage</name>
    <message>
        <source>This did not come within a minute: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no button “%1” that can be pressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1” that can be typed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StagedBar</name>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) staged, not applied yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Toggle</name>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Tour</name>
    <message>
        <source>The mail host is ready and its list of addresses empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard asks for a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong name is told while it is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First contact for customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard asks who has access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to give access to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person is chosen, with rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard says what it will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address shows its user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The devices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard asks which device it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard asks who uses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard asks how it reads mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of %1 is shown once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard asks for the second name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second address has no user yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second address exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail goes from one address to the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP login over TLS as %1 with the password of “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2”, to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission as %1 to an address that does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission as %1 in the name of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP over TLS as %1: the message is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail servers answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The toggle of the right to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right to send is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2”, whose user may not send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP as %1 with the same password: reading is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2”, which is without user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail servers refused what they shall refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right to send is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2” after Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The undone change works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create addresses of the departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices, incoming and outgoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications; deleted after six months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank and tax office only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the web site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reception desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For journalists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelve addresses were created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All addresses are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list in the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter finds as it is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal tells what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of an address in the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The devices of an address in the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The devices in the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of an address in the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal in the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list in the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message of the tour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted; folders: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted; “%1” read, %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message did not arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the mail servers answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of it happened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::UserRow</name>
    <message>
        <source>never used it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show each right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this user from the address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can still send, because they have no user: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer send: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-replies that are switched on go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the right to send, this person can still read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the right to send, these devices of this person stop sending: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without user, and so not bound by it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-replies go on; they are a right of their own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Wizard</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been created or changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
