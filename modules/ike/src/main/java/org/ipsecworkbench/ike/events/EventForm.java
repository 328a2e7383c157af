package org.ipsecworkbench.ike.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.xml.TextInput;

/** The form of a file of events, told by how it begins. */
public enum EventForm {
    /** The binary log of Windows Vista and later. */
    EVTX,
    /** The binary log of Windows 2000, XP and 2003. */
    EVT,
    /** XML of the event schema. */
    XML,
    /** A table: of Event Viewer, PowerShell or Log Parser. */
    CSV,
    /** A copy from Event Viewer, or lines that Snare sent by syslog. */
    TEXT,
    /** No events. */
    NONE;

    /** Bytes of a file's beginning that tell its form. */
    public static final int HEAD = 1 << 16;

    private static final String EVTX_MAGIC = "ElfFile\0";
    private static final Pattern ELEMENT = Pattern.compile("<(\\w+:)?Event[\\s>]");
    private static final Pattern HEADER = Pattern.compile("(?m)^(Log Name|Event Type|Event ID):\\s");

    /** The form of what begins like this. */
    public static EventForm of(byte[] head) {
        if (new String(head, 0, Math.min(EVTX_MAGIC.length(), head.length), StandardCharsets.ISO_8859_1)
                .equals(EVTX_MAGIC)) {
            return EVTX;
        }
        if (head.length >= EvtFile.HEADER && head[0] == EvtFile.HEADER && isEvt(head)) {
            return EVT;
        }
        String text = TextInput.decode(head).replace('\r', '\n').stripLeading();
        if (text.startsWith("<") && ELEMENT.matcher(text).find()) {
            return XML;
        }
        if (text.contains(SnareLine.MARK)) {
            return TEXT;
        }
        if (CsvColumns.of(TextInput.decode(head)) != null) {
            return CSV;
        }
        boolean isText = HEADER.matcher(text).find() || Labels.idOf(text) != 0;
        return isText ? TEXT : NONE;
    }

    private static boolean isEvt(byte[] head) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) == EvtFile.MAGIC;
    }
}
