package org.ipsecworkbench.capture.detail;

/** Headers of SMB 2 and 3 (MS-SMB2 sections 2.2.1, 2.2.41 and 2.2.42). */
final class Smb2 {
    private static final int HEADER = 64;
    private static final int RESPONSE = 0x1;
    private static final int ASYNCHRONOUS = 0x2;
    private static final int SIGNED = 0x8;
    private static final String[] FLAGS = {"response", "asynchronous", "related", "signed"};
    private static final long PRIORITY = 0x70;
    private static final long DFS = 0x10000000L;
    private static final long REPLAY = 0x20000000L;

    private static final Names COMMANDS = Names.of("""
            0 Negotiate
            1 Session setup
            2 Logoff
            3 Tree connect
            4 Tree disconnect
            5 Create
            6 Close
            7 Flush
            8 Read
            9 Write
            10 Lock
            11 Ioctl
            12 Cancel
            13 Echo
            14 Query directory
            15 Change notify
            16 Query info
            17 Set info
            18 Oplock break
            19 Server to client notification
            """);

    private Smb2() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("SMB2", from, to);
        layer.hex("Protocol", 4);
        layer.littleEndian();
        int size = (int) layer.number("Header length", 2, "byte");
        if (layer.ok() && size != HEADER) {
            layer.wrong("not " + HEADER);
        }
        layer.number("Credit charge", 2);
        boolean response = (layer.peek(8, 4) & RESPONSE) != 0;
        if (response) {
            layer.hex("Status", 4, NtStatus.NAMES);
        } else {
            layer.number("Channel sequence", 2);
            layer.skip(2);
        }
        int command = (int) layer.number("Command", 2, COMMANDS);
        layer.number(response ? "Credits granted" : "Credits requested", 2);
        long flags = layer.show("Flags", 4, Smb2::flags);
        int next = (int) layer.show("Next command", 4, offset -> offset == 0 ? "0 (none)" : Words.bytes(offset));
        if (layer.at() >= from + 20) {
            layer.value(COMMANDS.get(command, "command")
                    + (response ? " response" : " request")
                    + ((flags & SIGNED) != 0 ? ", signed" : ""));
        }
        layer.number("Message id", 8);
        if ((flags & ASYNCHRONOUS) != 0) {
            layer.hex("Asynchronous id", 8);
        } else {
            layer.number("Process id", 4);
            layer.hex("Tree id", 4);
        }
        layer.hex("Session id", 8);
        layer.bytes("Signature", 16);
        boolean chained = next >= HEADER && next < to - from && layer.ok();
        if (next != 0 && !chained && layer.ok()) {
            layer.remark("next command leads beyond the message");
        }
        int end = chained ? from + next : to;
        layer.data("Body", end >= Dissection.FAR ? layer.rest() : end - layer.at());
        if (chained) {
            packet.next(Smb2::dissect, end, to);
        }
    }

    private static String flags(long flags) {
        String names = Words.flags(flags, FLAGS)
                + ((flags & PRIORITY) != 0 ? ", priority " + ((flags & PRIORITY) >>> 4) : "")
                + ((flags & DFS) != 0 ? ", DFS" : "")
                + ((flags & REPLAY) != 0 ? ", replay" : "");
        return Words.with(Words.hex(flags, 8), names.startsWith(", ") ? names.substring(2) : names);
    }

    /** SMB 3 encrypts whole messages behind a header of their own. */
    static void transformed(Dissection packet, int from, int to) {
        Layer layer = packet.layer("SMB3 transform header", from, to);
        layer.value("encrypted by SMB: application encryption, not IPsec");
        layer.hex("Protocol", 4);
        layer.littleEndian();
        layer.bytes("Signature", 16);
        layer.bytes("Nonce", 16);
        layer.number("Original message size", 4, "byte");
        layer.skip(2);
        layer.hex("Flags", 2, Names.of("0x0001 Encrypted"));
        layer.hex("Session id", 8);
        layer.data("Encrypted data", layer.rest());
    }

    static void compressed(Dissection packet, int from, int to) {
        Layer layer = packet.layer("SMB2 compression header", from, to);
        layer.hex("Protocol", 4);
        layer.littleEndian();
        layer.number("Original size", 4, "byte");
        layer.number("Algorithm", 2, Names.of("0 None\n1 LZNT1\n2 LZ77\n3 LZ77 and Huffman\n4 Pattern\n5 LZ4"));
        layer.hex("Flags", 2, Names.of("0x0001 Chained"));
        layer.number("Offset or length", 4, "byte");
        layer.data("Compressed data", layer.rest());
    }
}
