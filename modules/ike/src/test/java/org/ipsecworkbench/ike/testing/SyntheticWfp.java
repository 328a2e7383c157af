package org.ipsecworkbench.ike.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;

/**
 * Makes synthetic lists of the filtering platform with the element names that the structures in Windows' headers lead to
 * expect, and cabinets around them. No Windows wrote them: no real list with failures or SAs is known to this project.
 */
public final class SyntheticWfp {
    private static final int BLOCK = 32_768;

    private SyntheticWfp() {}

    /** A list of net events. */
    public static String netEvents(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<netEvents numItems=\"1\">\n" + items + "</netEvents>\n";
    }

    private static String header(String protocol) {
        return "<header><timeStamp>2026-01-02T03:04:05.678Z</timeStamp><flags numItems=\"1\">"
                + "<item>FWPM_NET_EVENT_FLAG_IP_VERSION_SET</item></flags><ipVersion>FWP_IP_VERSION_V4</ipVersion><ipProtocol>"
                + protocol
                + "</ipProtocol><localAddrV4>192.0.2.1</localAddrV4><remoteAddrV4>192.0.2.2</remoteAddrV4></header>";
    }

    /** A main mode that failed. */
    public static String mainModeFailure(String code, String state, String flags) {
        return "<item>" + header("17")
                + "<type>FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE</type><ikeMmFailure><failureErrorCode>"
                + code + "</failureErrorCode><failurePoint>IPSEC_FAILURE_ME</failurePoint><flags>" + flags
                + "</flags><keyingModuleType>IKEEXT_KEY_MODULE_IKE</keyingModuleType><mmState>" + state
                + "</mmState><saRole>IKEEXT_SA_ROLE_INITIATOR</saRole><mmAuthMethod>IKEEXT_PRESHARED_KEY</mmAuthMethod>"
                + "<mmId>0</mmId><mmFilterId>7</mmFilterId></ikeMmFailure></item>\n";
    }

    /** A packet that the driver dropped. */
    public static String drop() {
        return "<item>" + header("50") + "<type>FWPM_NET_EVENT_TYPE_IPSEC_KERNEL_DROP</type><ipsecDrop>"
                + "<failureStatus>13910</failureStatus><direction>FWP_DIRECTION_INBOUND</direction><spi>1</spi></ipsecDrop></item>\n";
    }

    /** A state with one IKE SA, its pair of SAs, a counter, and the second root that real ones have. */
    public static String state() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<wfpstate>\n"
                + "<timeStamp>2026-01-02T03:04:05.678Z</timeStamp>"
                + "<layers numItems=\"1\"><item><layer><layerKey>FWPM_LAYER_IPSEC_KM_DEMUX_V4</layerKey></layer></item></layers>"
                + "<ikeextStatistics><ikeStatistics><errorFrequencyTable numItems=\"2\">"
                + "<item><error>ERROR_IPSEC_IKE_TIMED_OUT</error><frequency>7</frequency></item>"
                + "<item><error>ERROR_IPSEC_IKE_NO_POLICY</error><frequency>0</frequency></item>"
                + "</errorFrequencyTable><v4Statistics><totalMainModesStarted>3</totalMainModesStarted>"
                + "<totalAcquires>0</totalAcquires></v4Statistics><v6Statistics><totalAcquires>0</totalAcquires></v6Statistics>"
                + "</ikeStatistics></ikeextStatistics><ipsecStatistics><aggregateDropPacketStatistics>"
                + "<invalidClearTextInbound>5</invalidClearTextInbound></aggregateDropPacketStatistics></ipsecStatistics>"
                + "<ikeextSas numItems=\"1\"><item><saId>9</saId><keyModuleType>IKEEXT_KEY_MODULE_IKE</keyModuleType>"
                + "<ikeTraffic><localV4Address>192.0.2.1</localV4Address><remoteV4Address>192.0.2.2</remoteV4Address></ikeTraffic>"
                + "<cookiePair><initiator>0123456789abcdef</initiator><responder>fedcba9876543210</responder></cookiePair>"
                + "</item></ikeextSas>"
                + "<ipsecSaContexts numItems=\"1\"><item><id>3</id><inboundSa><traffic><localV4Address>192.0.2.1</localV4Address>"
                + "<remoteV4Address>192.0.2.2</remoteV4Address></traffic><saBundle><mmSaId>9</mmSaId><saList numItems=\"1\"><item>"
                + "<spi>3249710068</spi></item></saList></saBundle></inboundSa><outboundSa><saBundle><saList numItems=\"1\"><item>"
                + "<spi>3405691582</spi></item></saList></saBundle></outboundSa></item></ipsecSaContexts>\n</wfpstate>\n"
                + "<firewallState>\n<dynamicKeywordAddresses/>\n</firewallState>\n";
    }

    /** A cabinet of one folder, stored or packed with MSZIP; names and contents take turns. */
    public static byte[] cabinet(boolean isPacked, Object... files) {
        return cabinet(isPacked ? 1 : 0, all -> isPacked ? mszip(all) : stored(all), files);
    }

    /** The same packed with LZX in a window of 32 kB. */
    public static byte[] lzxCabinet(SyntheticLzx.Kind kind, Object... files) {
        return cabinet(3 | SyntheticLzx.WINDOW_BITS << 8, all -> new SyntheticLzx(all).pack(kind), files);
    }

    private static byte[] cabinet(int method, Function<byte[], List<byte[]>> packing, Object... files) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (int i = 0; i < files.length; i += 2) {
            byte[] data = (byte[]) files[i + 1];
            ByteBuffer entry = buffer(16).putInt(data.length).putInt(content.size());
            entries.writeBytes(entry.array());
            entries.writeBytes((files[i] + "\0").getBytes(StandardCharsets.ISO_8859_1));
            content.writeBytes(data);
        }
        byte[] all = content.toByteArray();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        List<byte[]> packed = packing.apply(all);
        for (int i = 0; i < packed.size(); i++) {
            blocks.writeBytes(buffer(8)
                    .putInt(0)
                    .putShort((short) packed.get(i).length)
                    .putShort((short) Math.min(BLOCK, all.length - i * BLOCK))
                    .array());
            blocks.writeBytes(packed.get(i));
        }
        int dataAt = 36 + 8 + entries.size();
        ByteBuffer header = buffer(44).put("MSCF".getBytes(StandardCharsets.ISO_8859_1));
        header.putInt(8, dataAt + blocks.size())
                .putInt(16, 44)
                .put(24, (byte) 3)
                .put(25, (byte) 1);
        header.putShort(26, (short) 1).putShort(28, (short) (files.length / 2));
        header.putInt(36, dataAt).putShort(40, (short) packed.size()).putShort(42, (short) method);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(entries.toByteArray());
        out.writeBytes(blocks.toByteArray());
        return out.toByteArray();
    }

    private static List<byte[]> stored(byte[] all) {
        List<byte[]> blocks = new ArrayList<>();
        for (int at = 0; at < all.length; at += BLOCK) {
            blocks.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + BLOCK)));
        }
        return blocks;
    }

    private static List<byte[]> mszip(byte[] all) {
        List<byte[]> blocks = stored(all);
        for (int i = 0; i < blocks.size(); i++) {
            blocks.set(i, mszip(all, i * BLOCK, blocks.get(i)));
        }
        return blocks;
    }

    private static byte[] mszip(byte[] all, int at, byte[] block) {
        Deflater deflater = new Deflater(9, true);
        if (at > 0) {
            deflater.setDictionary(all, at - BLOCK, BLOCK);
        }
        deflater.setInput(block);
        deflater.finish();
        byte[] packed = new byte[2 * BLOCK];
        packed[0] = 'C';
        packed[1] = 'K';
        int size = deflater.deflate(packed, 2, packed.length - 2);
        deflater.end();
        return Arrays.copyOf(packed, size + 2);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
