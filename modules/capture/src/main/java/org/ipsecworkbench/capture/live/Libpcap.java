package org.ipsecworkbench.capture.live;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.judge.Addresses;
import org.ipsecworkbench.capture.live.LiveObstacle.Reason;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** The only door to the native library: what it says becomes our values, and what it refuses our exceptions. */
final class Libpcap {
    /** The system hands packets over in groups, at the latest after so long. */
    static final int READ_TIMEOUT_MILLIS = 50;

    /** Enough to be opened, for an interface that is only asked for its link type. */
    private static final int SMALL = 1 << 16;

    private static final int ERROR_NO_SUCH_DEVICE = -5;
    private static final int ERROR_PERMISSION_DENIED = -8;
    private static final int ERROR_INTERFACE_NOT_UP = -9;
    private static final int ERROR_PROMISCUOUS_PERMISSION_DENIED = -11;

    static {
        // Npcap keeps out of the way of the WinPcap that may lie in the system's own folder.
        String root = System.getenv("SystemRoot");
        if (root != null && System.getProperty("jna.library.path") == null) {
            System.setProperty("jna.library.path", root + "\\System32\\Npcap");
        }
    }

    private Libpcap() {}

    private interface Call<T> {
        T run() throws PcapNativeException, LiveCaptureException;
    }

    static List<LiveInterface> interfaces() throws LiveCaptureException {
        return call("The interfaces of this machine", () -> {
            List<LiveInterface> interfaces = new ArrayList<>();
            for (PcapNetworkInterface each : Pcaps.findAllDevs()) {
                interfaces.add(describe(each));
            }
            return List.copyOf(interfaces);
        });
    }

    private static LiveInterface describe(PcapNetworkInterface each) {
        int linkType = LiveInterface.UNKNOWN_LINK_TYPE;
        String link = "";
        LiveObstacle obstacle = null;
        LiveOptions glance = LiveOptions.of(each.getName())
                .withSnapLength(SMALL)
                .withPromiscuous(false)
                .withBufferBytes(SMALL);
        try (PcapHandle handle = open(glance)) {
            linkType = linkType(handle);
            link = LinkTypes.name(linkType);
        } catch (LiveCaptureException e) {
            obstacle = e.obstacle();
        }
        return new LiveInterface(
                each.getName(),
                Objects.requireNonNullElse(each.getDescription(), ""),
                each.getAddresses().stream()
                        .map(address -> text(address.getAddress()))
                        .toList(),
                each.isLoopBack(),
                each.isUp(),
                linkType,
                link,
                obstacle);
    }

    static String text(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? Addresses.text(bytes.getLong(), bytes.getLong())
                : address.getHostAddress();
    }

    static String mistake(String filter, int linkType) throws LiveCaptureException {
        int known = linkType == LiveInterface.UNKNOWN_LINK_TYPE ? LinkTypes.ETHERNET : linkType;
        return call("The filter", () -> {
            try (PcapHandle none =
                    Pcaps.openDead(DataLinkType.getInstance(toNative(known)), LiveOptions.MAX_SNAP_LENGTH)) {
                none.compileFilter(filter, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN)
                        .free();
                return "";
            } catch (PcapNativeException e) {
                return words(e);
            } catch (NotOpenException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** An interface that hands over packets when asked and never waits for them. The caller closes it. */
    static PcapHandle open(LiveOptions options) throws LiveCaptureException {
        String name = options.interfaceName();
        PcapHandle handle = call(
                name,
                () -> new PcapHandle.Builder(name)
                        .snaplen(options.snapLength())
                        .promiscuousMode(
                                options.promiscuous() ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
                        .timeoutMillis(READ_TIMEOUT_MILLIS)
                        .bufferSize(options.bufferBytes())
                        .timestampPrecision(TimestampPrecision.NANO)
                        .build());
        boolean ready = false;
        try {
            prepare(handle, options);
            ready = true;
            return handle;
        } finally {
            if (!ready) {
                handle.close();
            }
        }
    }

    private static void prepare(PcapHandle handle, LiveOptions options) throws LiveCaptureException {
        if (!options.filter().isBlank()) {
            String mistake = mistake(options.filter(), linkType(handle));
            if (!mistake.isEmpty()) {
                throw refused(
                        Reason.BAD_FILTER, "The capture filter “" + options.filter() + "”: " + mistake + ".", "", null);
            }
        }
        try {
            handle.setFilter(options.filter(), BpfCompileMode.OPTIMIZE);
            handle.setBlockingMode(BlockingMode.NONBLOCKING);
        } catch (PcapNativeException e) {
            throw failure(options.interfaceName(), e);
        } catch (NotOpenException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T call(String what, Call<T> call) throws LiveCaptureException {
        try {
            return call.run();
        } catch (PcapNativeException e) {
            throw failure(what, e);
        } catch (LinkageError e) {
            throw refused(
                    Reason.NO_LIBRARY,
                    "The library that captures packets, " + (isWindows() ? "Npcap" : "libpcap") + ", cannot be loaded: "
                            + firstLine(e) + ".",
                    Remedy.library(System.getProperty("os.name", "")),
                    e);
        }
    }

    static LiveCaptureException failure(String interfaceName, PcapNativeException e) {
        Integer code = e.getReturnCode();
        return switch (code == null ? 0 : code) {
            case ERROR_PERMISSION_DENIED, ERROR_PROMISCUOUS_PERMISSION_DENIED ->
                refused(
                        Reason.NO_RIGHTS,
                        "You may not capture on " + interfaceName + " (" + words(e) + ").",
                        Remedy.rights(System.getProperty("os.name", ""), System.getProperty("java.home", "")),
                        e);
            case ERROR_NO_SUCH_DEVICE ->
                refused(Reason.NO_SUCH_INTERFACE, "There is no interface " + interfaceName + ".", "", e);
            case ERROR_INTERFACE_NOT_UP -> refused(Reason.INTERFACE_DOWN, interfaceName + " is switched off.", "", e);
            default -> refused(Reason.OTHER, interfaceName + ": " + words(e) + ".", "", e);
        };
    }

    /** An interface that does not hand over packets any more. */
    static LiveCaptureException ended(String interfaceName, PcapNativeException e) {
        return refused(Reason.INTERFACE_DOWN, "The capture on " + interfaceName + " ended: " + words(e) + ".", "", e);
    }

    static LiveCaptureException refused(Reason reason, String what, String remedy, @Nullable Throwable cause) {
        return new LiveCaptureException(new LiveObstacle(reason, what, remedy), cause);
    }

    private static String words(PcapNativeException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "no reason given");
        return message.replaceFirst("^Error occurred(?: in \\w+)?: ", "").replaceFirst("\\.$", "");
    }

    private static String firstLine(@Nullable Throwable e) {
        String message = e == null ? null : e.getMessage();
        return message == null
                ? String.valueOf(e)
                : message.lines().findFirst().orElse("").replaceFirst("[.:]$", "");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    /** The registry's number of what an interface hands over; libpcap's own numbers depend on the system for three. */
    static int linkType(PcapHandle handle) {
        int number = handle.getDlt().value();
        return switch (number) {
            case 11 -> 100; // ATM
            case 12, 14 -> 101; // raw IP
            default -> number;
        };
    }

    private static int toNative(int linkType) {
        return switch (linkType) {
            case 100 -> 11;
            case 101 -> DataLinkType.RAW.value();
            default -> linkType;
        };
    }
}
