package org.ipsecworkbench.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.datagram.DatagramPipeline;
import org.ipsecworkbench.capture.filter.Selector;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.scan.Growth;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.PackedCaptureFormat;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * An open capture file.
 *
 * <pre>{@code
 * try (Capture capture = Capture.open(Path.of("office.pcapng"), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
 *     capture.scan(ScanMonitor.NONE);
 *     System.out.println(capture.coverage().verdict().label());
 * }
 * }</pre>
 *
 * <p>A file that another program still writes can be followed: {@link #follow} reads what is appended as it comes.
 *
 * <p>Threads: {@link #scan} runs once, on the caller's thread and as many more as there are cores; {@link #follow}
 * likewise, instead of it or after it. Everything else may be called from any thread at any time, also while they run, and
 * then shows what was read so far. Closing ends a running scan; the file's mapping itself is released when the garbage
 * collector finds it.
 */
public final class Capture implements Closeable {
    /** Bytes of the file header of pcap; the others that can be followed are recognised by fewer. */
    private static final int LONGEST_HEADER = 24;

    private final Path file;
    private final CaptureFormat format;
    private final MappedSource source;
    /** Copies of packets that are in the file and not among the packets. */
    private final long copies;

    private final RecordReader reader;
    private final ProblemLog problems;
    private final int maxFragmentedDatagrams;
    private final Scan scan;
    private final PacketReader packets;
    private final AtomicBoolean scanned = new AtomicBoolean();
    /** Empty, or why the file was never one to follow. */
    private final String finished;

    private final AtomicBoolean reading = new AtomicBoolean();

    private Capture(
            Path file,
            CaptureFormat format,
            MappedSource source,
            boolean packed,
            long copies,
            CaptureLimits limits,
            ProblemLog problems)
            throws IOException {
        this.file = file;
        this.format = format;
        this.source = source;
        this.copies = copies;
        this.problems = problems;
        maxFragmentedDatagrams = limits.maxFragmentedDatagrams();
        reader = format.open(source, limits, problems);
        scan = new Scan(source, reader, limits, problems);
        packets = new PacketReader(source, reader, scan, limits.maxRecordBytes());
        if (packed) {
            finished = "A compressed file cannot be followed, since it is unpacked as a whole.";
        } else {
            finished = scan.canGoOn()
                    ? ""
                    : "This " + format.label() + " file cannot be followed: what comes behind its end now is not read.";
        }
    }

    /**
     * Opens a file and recognises its format by its content. Compressed files are unpacked to a temporary file first,
     * which is what the monitor is for.
     *
     * @throws CaptureFormatException if no format recognises it
     * @throws IOException if it cannot be read
     */
    public static Capture open(Path file, CaptureLimits limits, ScanMonitor monitor) throws IOException {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        Path unpacked = Unpacker.unpack(file, limits, problems, monitor);
        MappedSource source = unpacked == null ? map(file, limits) : mapAndDelete(unpacked, limits);
        if (source.size() == 0) {
            throw new CaptureFormatException(file
                    + (unpacked == null
                            ? " is empty: it has 0 bytes."
                            : " is damaged: nothing in it can be unpacked."));
        }
        CaptureFormat format = Formats.recognise(file, source);
        boolean isPacked = unpacked != null;
        long copies = 0;
        if (format instanceof PackedCaptureFormat packed && packed.isPacked(source)) {
            Unpacker.Unpacked whole = Unpacker.unpack(packed, source, limits, problems, monitor);
            source = mapAndDelete(whole.file(), limits);
            copies = whole.copies();
            isPacked = true;
        }
        return new Capture(file, format, source, isPacked, copies, limits, problems);
    }

    /**
     * Opens a file that another program may just have begun: waits while it is shorter than the header of a capture, which
     * most programs write with their first packets only. For {@link #follow}.
     *
     * @param monitor ends the waiting where it cancels; then the file is opened as it is
     * @throws CaptureFormatException if no format recognises it
     * @throws IOException if it cannot be read
     */
    public static Capture openToFollow(Path file, CaptureLimits limits, ScanMonitor monitor) throws IOException {
        while (Files.size(file) < LONGEST_HEADER && !monitor.cancelled()) {
            try {
                Thread.sleep(Growth.POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for the beginning of " + file);
            }
        }
        return open(file, limits, monitor);
    }

    private static MappedSource map(Path file, CaptureLimits limits) throws IOException {
        return MappedSource.map(file, limits.maxRecordBytes() + 4096);
    }

    private static MappedSource mapAndDelete(Path temporary, CaptureLimits limits) throws IOException {
        try {
            return map(temporary, limits);
        } finally {
            // The mapping keeps what it needs; where the system forbids this, the file goes when the program ends.
            temporary.toFile().deleteOnExit();
            Unpacker.deleteQuietly(temporary);
        }
    }

    /** The file as it was given to {@link #open}. */
    public Path file() {
        return file;
    }

    /** Key of the file format, such as {@code pcap}. */
    public String format() {
        return format.key();
    }

    /** Size of the (unpacked) file in bytes. */
    public long size() {
        return source.size();
    }

    /** Reads the whole file: indexes and counts every packet. Blocks until done or cancelled. Runs once. */
    public void scan(ScanMonitor monitor) {
        if (!scanned.compareAndSet(false, true)) {
            throw new IllegalStateException("scanned before");
        }
        read(() -> scan.run(monitor));
    }

    /**
     * Reads what was not read yet, then waits until more is appended and reads that, too. Blocks until the monitor cancels,
     * the capture is closed, the thread is interrupted, or nothing more can come: the file is damaged, became shorter, was
     * deleted, or its name was given to another file, which are problems then. What an append costs depends on its size,
     * not on the file's.
     *
     * <p>A record of which only the beginning is there is no problem while the file is followed, and one afterwards. The
     * coverage is {@linkplain Coverage#complete complete} when this returned and everything was read that the file had;
     * then it is the same as if the file had been scanned as it is. This may be called again, to go on; also after a scan
     * that was cancelled.
     *
     * @throws IllegalStateException if the capture is being read, or {@link #whyNotFollowed} says why not
     */
    public void follow(ScanMonitor monitor) {
        if (!whyNotFollowed().isEmpty()) {
            throw new IllegalStateException(whyNotFollowed());
        }
        scanned.set(true);
        read(() -> scan.follow(monitor));
    }

    /**
     * Why {@link #follow} cannot read on where the file ends now, as a sentence; empty where it can. Said of formats whose
     * files are finished as a whole, of compressed files, and behind damage or the end of a file that was replaced.
     */
    public String whyNotFollowed() {
        return finished.isEmpty() && !scan.canGoOn()
                ? "This file cannot be followed any further; its problems say why."
                : finished;
    }

    /**
     * The problem that the file, as far as it was read, ends in the middle of a record; null where it does not. Files that
     * are just being written often do, and then it is none.
     */
    public @Nullable Problem unfinishedEnd() {
        return problems.cutOff();
    }

    /** Whether the file has grown since it was read. */
    public boolean hasGrown() throws IOException {
        return finished.isEmpty() && Files.size(file) > source.size();
    }

    private void read(Runnable task) {
        if (!reading.compareAndSet(false, true)) {
            throw new IllegalStateException("is being read");
        }
        try {
            task.run();
        } finally {
            reading.set(false);
        }
    }

    /** What was read so far, judged. Costs some milliseconds for thousands of flows; not for the event thread. */
    public Coverage coverage() {
        return CoverageJudge.judge(format.key(), scan, copies, problems.problems());
    }

    /** How many packets can be asked for now. Grows while the scan runs. */
    public long packets() {
        return scan.pages().packets();
    }

    /**
     * One packet. Some microseconds; decodes the packet anew.
     *
     * @throws IndexOutOfBoundsException if there is no such packet (yet)
     */
    public Packet packet(long index) {
        return packets.packet(index);
    }

    /** A copy of the captured bytes of one packet from its link header on; empty where the file has lost them. */
    public ByteBuffer bytes(long index) {
        return packets.bytes(index);
    }

    /** One packet with all that is needed to write it elsewhere; an empty one where the file has lost it. */
    RawPacket raw(long index) {
        return packets.raw(index);
    }

    /**
     * What the file says about a packet beside its bytes, for people: the interface, the direction, comments, and for
     * Windows' event traces at which component of the network stack it was seen. Empty where the format has no room.
     */
    public List<String> notes(long index) {
        return packets.notes(index);
    }

    /**
     * The detail tree of one packet: what the capture says of it, then its layers from the outside in. Decodes the packet
     * anew, and for ESP judges what its flow shows; not for the event thread.
     *
     * @throws IndexOutOfBoundsException if there is no such packet (yet)
     */
    public List<Detail> details(long index) {
        return packets.details(index);
    }

    /** The {@link Flow#id()} of one packet: an array look-up, fit for filters over millions of packets. */
    public int flowOf(long index) {
        return scan.pages().flow(index);
    }

    /**
     * The packets that pass a filter, among those that were read so far. Uses all cores; not for the event thread. Most
     * filters are decided by flows and take some milliseconds per million packets; what asks for lengths, ports or sequence
     * numbers reads those packets anew, which takes up to some ten times as long.
     *
     * @param monitor may cancel, and then gets the selection among the packets that were dealt with; its progress is in
     *     bytes of the file
     */
    public PacketSelection select(PacketFilter filter, ScanMonitor monitor) {
        long among = packets();
        if (filter.isAll()) {
            return PacketSelection.all(among);
        }
        return PacketSelection.of(Selector.select(source, reader, scan, filter.node(), among, monitor));
    }

    /**
     * What UDP and TCP carry in the selected packets, in the order of the capture, with IP fragments put together. A
     * datagram whose fragments are not all there comes when nothing more is waited for, with its beginning; without its
     * first fragment it does not come. What ICMP errors quote of UDP is handed out too, and says so. Below a microsecond
     * each; not for the event thread.
     *
     * @param selection from this capture; fragments have the class of their datagram, so a filter by class has them all
     * @param monitor may cancel
     * @param consumer called on the caller's thread
     * @throws IOException if the file was changed since it was scanned
     */
    public void datagrams(PacketSelection selection, ScanMonitor monitor, Consumer<Datagram> consumer)
            throws IOException {
        datagrams(selection, monitor, (datagram, into) -> into.accept(datagram.copy()), consumer);
    }

    /**
     * What is made of the same datagrams, on all cores, in the same order.
     *
     * @param work gets each datagram, and where to put what it makes of it, which may be nothing or several things. Called
     *     by several threads at the same time. The payload is a part of the file: what is to stay has to be copied before
     *     it returns
     * @param consumer gets what was made, on the caller's thread
     * @param <T> what is made
     * @throws IOException if the file was changed since it was scanned
     * @throws java.util.concurrent.CancellationException if the caller's thread is interrupted
     */
    public <T> void datagrams(
            PacketSelection selection,
            ScanMonitor monitor,
            BiConsumer<Datagram, Consumer<T>> work,
            Consumer<T> consumer)
            throws IOException {
        new DatagramPipeline<>(source, reader, scan, maxFragmentedDatagrams, work, consumer).read(selection, monitor);
    }

    @Override
    public void close() {
        scan.stop();
    }
}
