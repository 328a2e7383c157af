package org.ipsecworkbench.ike.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes synthetic logs of the older form by the record that Windows' headers describe. No Windows wrote them. */
public final class SyntheticEvt {
    private static final int MAGIC = 0x654c664c;
    private static final int FIXED = 56;

    private SyntheticEvt() {}

    /** A log of events without the record that ends it. */
    public static byte[] log(List<SyntheticEvents.Event> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(buffer(48).putInt(48).putInt(MAGIC).putInt(1).putInt(1).array());
        for (int i = 0; i < events.size(); i++) {
            out.writeBytes(record(events.get(i), i + 1));
        }
        return out.toByteArray();
    }

    private static byte[] record(SyntheticEvents.Event event, int number) {
        byte[] names = (event.provider() + "\0SYNTHETIC\0").getBytes(StandardCharsets.UTF_16LE);
        byte[] values = (String.join("\0", event.values().values()) + "\0").getBytes(StandardCharsets.UTF_16LE);
        int length = (FIXED + names.length + values.length + 4 + 3) / 4 * 4;
        ByteBuffer record = buffer(length).putInt(length).putInt(MAGIC).putInt(number);
        record.putInt(1_100_000_000).putInt(1_100_000_000).putInt(event.id());
        record.putShort((short) 16).putShort((short) event.values().size());
        record.putInt(36, FIXED + names.length);
        record.position(FIXED);
        record.put(names).put(values);
        record.putInt(length - 4, length);
        return record.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
