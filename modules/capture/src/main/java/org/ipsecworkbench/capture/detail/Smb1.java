package org.ipsecworkbench.capture.detail;

/** The header of SMB version 1 (MS-CIFS section 2.2.3.1). */
final class Smb1 {
    private static final String[] FLAGS = {
        "lock and read",
        "receive buffers posted",
        "",
        "no case",
        "canonical paths",
        "oplock",
        "oplock notify",
        "response"
    };
    private static final String[] FLAGS2 = {
        "long names",
        "extended attributes",
        "signed",
        "compressed",
        "signing required",
        "",
        "long names used",
        "",
        "",
        "",
        "reparse path",
        "extended security",
        "DFS",
        "paging",
        "NT status",
        "Unicode"
    };
    private static final Names COMMANDS = Names.of("""
            0x04 Close
            0x06 Delete
            0x08 Query information
            0x09 Set information
            0x10 Check directory
            0x24 Locking
            0x25 Transaction
            0x26 Transaction, secondary
            0x2b Echo
            0x2d Open
            0x2e Read
            0x2f Write
            0x32 Transaction 2
            0x33 Transaction 2, secondary
            0x34 Find close
            0x70 Tree connect
            0x71 Tree disconnect
            0x72 Negotiate
            0x73 Session setup
            0x74 Logoff
            0x75 Tree connect
            0xa0 NT transaction
            0xa2 NT create
            0xa4 NT cancel
            """);

    private Smb1() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("SMB", from, to);
        layer.hex("Protocol", 4);
        layer.littleEndian();
        int command = (int) layer.hex("Command", 1, COMMANDS);
        layer.hex("Status", 4, NtStatus.NAMES);
        int flags = (int) layer.show("Flags", 1, bits -> Words.with(Words.hex(bits, 2), Words.flags(bits, FLAGS)));
        layer.show("Flags 2", 2, bits -> Words.with(Words.hex(bits, 4), Words.flags(bits, FLAGS2)));
        layer.value(COMMANDS.get(command, "command") + ((flags & 0x80) != 0 ? " response" : " request"));
        layer.number("Process id, high", 2);
        layer.hex("Signature", 8);
        layer.skip(2);
        layer.number("Tree id", 2);
        layer.number("Process id", 2);
        layer.number("User id", 2);
        layer.number("Multiplex id", 2);
        layer.data("Body", layer.rest());
    }
}
