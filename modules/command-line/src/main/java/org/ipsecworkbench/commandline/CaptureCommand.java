package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ipsecworkbench.capture.live.LiveCapture;
import org.ipsecworkbench.capture.live.LiveCaptureException;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.ipsecworkbench.capture.live.LiveOptions;
import org.ipsecworkbench.capture.live.LiveOptions.Ring;
import org.ipsecworkbench.capture.live.LiveOptions.Stop;
import org.ipsecworkbench.capture.live.LiveStatistics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb capture}: captures on this machine, then says how far IPsec protects what passed. */
@Command(
        description = "Capture on an interface of this machine, and say which host pairs are protected by IPsec."
                + " Ctrl+C ends it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that counts is encrypted",
            "1:nothing could be captured",
            "2:wrong usage",
            "3:something is in clear, readable, or cannot be told; or packets were lost",
            "4:the capture ended before it was told to"
        })
final class CaptureCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int MEGABYTE = 1_000_000;
    private static final Duration REFRESH = Duration.ofMillis(250);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--list", description = "List the interfaces of this machine instead.")
    private boolean list;

    @Option(names = "--interface", paramLabel = "I", description = "Capture on this one.")
    private @Nullable String interfaceName;

    @Option(names = "--filter", paramLabel = "BPF", description = "Only what passes: pcap-filter(7).")
    private String filter = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Save there, as pcapng; default: ipsecwb-DATE-TIME.pcapng.")
    private @Nullable Path output;

    @Option(names = "--duration", paramLabel = "S", description = "End after S seconds.")
    private double duration;

    @Option(names = "--packets", paramLabel = "N", description = "End after N packets.")
    private long packets;

    @Option(names = "--size", paramLabel = "MB", description = "End after so many megabytes.")
    private double size;

    @Option(names = "--ring-files", paramLabel = "N", description = "Keep the newest N files.")
    private int ringFiles;

    @Option(names = "--ring-size", paramLabel = "MB", description = "Begin a new file after so many megabytes.")
    private double ringSize;

    @Option(names = "--snaplen", paramLabel = "N", description = "Keep N bytes of each packet; default: all.")
    private int snapLength = LiveOptions.MAX_SNAP_LENGTH;

    @Option(names = "--buffer", paramLabel = "MB", description = "Buffer for bursts; default: ${DEFAULT-VALUE}")
    private int buffer = LiveOptions.DEFAULT_BUFFER_BYTES >> 20;

    @Option(names = "--no-promiscuous", description = "Only what is meant for this machine.")
    private boolean notPromiscuous;

    @Option(names = "--no-report", description = "Print only where the capture was saved.")
    private boolean noReport;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        if (list == (interfaceName != null)) {
            throw usage(list ? "--list and --interface exclude each other." : "Which --interface? --list names them.");
        }
        try {
            return interfaceName == null ? list() : capture(options(interfaceName));
        } catch (LiveCaptureException e) {
            err().println("ipsecwb: " + e.getMessage());
            return 1;
        }
    }

    private int list() throws IOException {
        List<LiveInterface> interfaces = LiveInterface.list();
        Output.print(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                InterfaceList.json(interfaces, out);
            } else {
                InterfaceList.text(interfaces, out);
            }
        });
        return interfaces.stream().anyMatch(each -> each.obstacle() == null) ? 0 : 3;
    }

    private LiveOptions options(String name) {
        if (ringFiles > 0 && ringSize == 0) {
            throw usage("--ring-files needs --ring-size.");
        }
        try {
            return new LiveOptions(
                    name,
                    filter,
                    snapLength,
                    !notPromiscuous,
                    Math.multiplyExact(buffer, 1 << 20),
                    new Ring(ringFiles, Math.round(ringSize * MEGABYTE)),
                    new Stop(Duration.ofMillis(Math.round(duration * 1000)), packets, Math.round(size * MEGABYTE)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw usage("These options do not fit: " + e.getMessage() + ".");
        }
    }

    private int capture(LiveOptions options) throws IOException {
        Path file = output == null
                ? Path.of("ipsecwb-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".pcapng")
                : output;
        try (LiveCapture live = LiveCapture.start(options, file)) {
            Interruption.endsOnly(live::stop);
            err().println("ipsecwb: capturing on " + options.interfaceName() + "; Ctrl+C ends it");
            follow(live);
            return report(live);
        }
    }

    private static void follow(LiveCapture live) {
        boolean shown = false;
        try {
            while (!live.await(REFRESH)) {
                if (Terminal.isError()) {
                    shown = true;
                    System.err.print("\r" + words(live.statistics()) + "\u001b[K");
                    System.err.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (shown) {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }

    private int report(LiveCapture live) throws IOException {
        LiveStatistics statistics = live.statistics();
        LiveCaptureException failure = live.failure();
        if (failure != null) {
            err().println("ipsecwb: " + failure.getMessage());
        }
        err().println("ipsecwb: " + words(statistics));
        List<Path> files = live.files();
        int outcome = 0;
        if (noReport) {
            Output.print(spec(), (out, colours) -> {
                for (Path file : files) {
                    out.write(file + System.lineSeparator());
                }
            });
        } else {
            files.forEach(file -> err().println("ipsecwb: saved as " + file));
            List<Result> results =
                    files.stream().map(file -> Result.of(file.toString(), file)).toList();
            Output.print(spec(), (out, colours) -> Result.write(results, format, out, colours));
            outcome = Result.exitCode(results);
        }
        return failure != null ? 4 : statistics.lost() > 0 ? 3 : outcome;
    }

    private static String words(LiveStatistics now) {
        String text = String.format(
                Locale.ROOT,
                "%,d packets in %.1f s",
                now.packets(),
                now.elapsed().toMillis() / 1000.0);
        return now.lost() == 0
                ? text
                : text
                        + String.format(
                                Locale.ROOT, "; %,d packets were LOST, so what was captured is not all", now.lost());
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }
}
