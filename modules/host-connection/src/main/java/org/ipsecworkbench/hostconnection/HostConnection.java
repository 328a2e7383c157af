package org.ipsecworkbench.hostconnection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsecworkbench.hostconnection.spi.Transport;
import org.ipsecworkbench.hostconnection.spi.TransportProvider;
import org.jspecify.annotations.Nullable;
import org.openide.util.Lookup;

/** A host that was reached and can be asked. One thread at a time; only a {@link Cancellation} comes from others. */
public final class HostConnection implements AutoCloseable {
    private static final RemoteCommand OEM_PAGE = RemoteCommand.program(
            "reg", "query", "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage", "/v", "OEMCP");
    private static final Pattern PAGE = Pattern.compile("OEMCP\\s+REG_SZ\\s+(\\d{3,5})");

    private final HostAddress address;
    private final Transport transport;
    private final String action;
    private @Nullable Charset oem;

    private HostConnection(HostAddress address, Transport transport, String action) {
        this.address = address;
        this.transport = transport;
        this.action = action;
    }

    /** Reaches a host, and cannot be cancelled meanwhile. */
    public static HostConnection open(HostAddress address, Credentials credentials, ConnectionOptions options)
            throws ConnectionException {
        return open(address, credentials, options, StepListener.NONE);
    }

    /**
     * Reaches a host, up to where commands can be run.
     *
     * @param credentials stay with the caller, who closes them after the connection
     */
    public static HostConnection open(
            HostAddress address, Credentials credentials, ConnectionOptions options, StepListener steps)
            throws ConnectionException {
        Transport transport = provider(address.scheme()).open(address, credentials, options, steps);
        return new HostConnection(address, transport, options.action());
    }

    private static TransportProvider provider(String scheme) throws ConnectionException {
        List<? extends TransportProvider> all = List.copyOf(Lookup.getDefault().lookupAll(TransportProvider.class));
        for (TransportProvider provider : all) {
            if (provider.scheme().equals(scheme)) {
                return provider;
            }
        }
        String known = all.stream().map(TransportProvider::scheme).sorted().collect(Collectors.joining(", "));
        throw new ConnectionException(new Failure(
                ConnectionStep.RESOLVE,
                FailureCause.NOT_AVAILABLE,
                "Nothing here reaches hosts by " + scheme + ".",
                "Use one of: " + known + "."));
    }

    /** The address that was reached. */
    public HostAddress address() {
        return address;
    }

    /** How far the host's clock is ahead of this machine's; empty where it is not known. */
    public Optional<Duration> clockOffset() {
        return transport.clockOffset();
    }

    /** Whether the host says that it is simulated, as those of the lab do, in whatever process that runs. */
    public boolean isSimulated() {
        return transport.isSimulated();
    }

    /**
     * Runs a command to its end and keeps all that it prints.
     *
     * @throws ConnectionException where the command was not started; what goes wrong later is told by the transcript
     */
    public Transcript run(RemoteCommand command) throws ConnectionException {
        return run(command, OutputListener.NONE, new Cancellation());
    }

    /**
     * Runs a command to its end, tells of output as it comes, and keeps it up to {@link RemoteCommand#kept}. The transcript
     * is without pre-shared keys; what the listener is told is as it came.
     */
    public Transcript run(RemoteCommand command, OutputListener listener, Cancellation cancellation)
            throws ConnectionException {
        return run(command, charset(command.encoding()), listener, cancellation);
    }

    private Transcript run(RemoteCommand command, Charset charset, OutputListener listener, Cancellation cancellation)
            throws ConnectionException {
        Kept output = new Kept(command.kept());
        Kept errors = new Kept(command.kept());
        Instant started = Instant.now();
        AuditTrail.Entry entry = new AuditTrail.Entry(
                started, address.toString(), action, command.redactedLine(), Redaction.of(command.script()));
        AuditTrail.sent(entry);
        Transcript transcript;
        try {
            Ending ending = transport.run(
                    command,
                    (isError, bytes) -> {
                        (isError ? errors : output).add(bytes);
                        listener.take(isError, bytes);
                    },
                    cancellation);
            transcript = new Transcript(
                    entry.host(),
                    entry.line(),
                    started,
                    Instant.now(),
                    ending,
                    Redaction.of(output.bytes(), charset),
                    Redaction.of(errors.bytes(), charset),
                    output.isTruncated || errors.isTruncated,
                    charset,
                    transport.clockOffset());
        } catch (ConnectionException e) {
            AuditTrail.failed(entry, e.failure());
            throw e;
        }
        AuditTrail.ended(entry, transcript);
        return transcript;
    }

    /** Blocks of bytes, so that much output is not copied again and again, and that many small pieces cost no more. */
    private static final class Kept {
        private static final int BLOCK = 64 << 10;

        private final int most;
        private final List<byte[]> blocks = new ArrayList<>();
        private int size;
        private boolean isTruncated;

        Kept(int most) {
            this.most = most;
        }

        void add(byte[] piece) {
            int room = Math.min(piece.length, most - size);
            isTruncated |= room < piece.length;
            for (int done = 0; done < room; ) {
                if (size % BLOCK == 0) {
                    blocks.add(new byte[BLOCK]);
                }
                int length = Math.min(room - done, BLOCK - size % BLOCK);
                System.arraycopy(piece, done, blocks.get(size / BLOCK), size % BLOCK, length);
                size += length;
                done += length;
            }
        }

        /** All of it; the blocks are given up. */
        byte[] bytes() {
            byte[] all = new byte[size];
            for (int at = 0; at < size; at += BLOCK) {
                System.arraycopy(blocks.get(at / BLOCK), 0, all, at, Math.min(BLOCK, size - at));
            }
            blocks.clear();
            return all;
        }
    }

    /** The character set in which programs of this host print; may ask the host the first time. */
    public Charset charset(RemoteCommand.Encoding encoding) throws ConnectionException {
        return switch (encoding) {
            case UTF_8 -> transport.isUtf8() ? StandardCharsets.UTF_8 : oem();
            case UTF_16 -> StandardCharsets.UTF_16LE;
            case OEM -> oem();
        };
    }

    /** The page that programs use which ignore the shell's; ASCII where the host does not tell, so that nothing is guessed. */
    private Charset oem() throws ConnectionException {
        if (oem == null) {
            Transcript transcript = run(OEM_PAGE, StandardCharsets.US_ASCII, OutputListener.NONE, new Cancellation());
            Matcher page = PAGE.matcher(transcript.outputText());
            oem = CodePages.charset(page.find() ? Integer.parseInt(page.group(1)) : 0);
        }
        return oem;
    }

    @Override
    public void close() {
        transport.close();
    }
}
