package org.ipsecworkbench.capture.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.ScanMonitor;

/** A JVM of its own: for what a class loads, and for what a process may not. */
final class LiveProcess {
    private LiveProcess() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "read" -> read(Path.of(arguments[1]));
            case "list" -> list();
            case "fill" -> fill(Path.of(arguments[1]));
            case "vanish" -> vanish(arguments[1], Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void read(Path file) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            capture.details(0);
            PacketFilter.Valid filter = (PacketFilter.Valid) PacketFilter.parse("frame.len > 1");
            capture.select(filter.filter(), ScanMonitor.NONE);
            Coverage coverage = capture.coverage();
            System.out.println(coverage.packets() + " packets, " + coverage.verdict() + ", " + coverage.problems());
        }
    }

    private static void list() {
        try {
            LiveInterface.list().stream()
                    .filter(each -> each.name().equals("lo"))
                    .forEach(lo -> System.out.println(lo.name() + " " + lo.addresses() + " "
                            + (lo.obstacle() == null ? "" : lo.obstacle().text())));
        } catch (LiveCaptureException e) {
            System.out.println(e.obstacle().reason() + " " + e.getMessage());
        }
    }

    private static void fill(Path file) throws Exception {
        try (Loopback traffic = new Loopback();
                LiveCapture live = LiveCapture.start(LiveOptions.of("lo").withFilter(traffic.filter()), file)) {
            while (live.isRunning()) {
                traffic.send(1000);
            }
            told(live);
        }
        read(file);
    }

    private static void vanish(String name, Path file) throws Exception {
        try (LiveCapture live = LiveCapture.start(LiveOptions.of(name), file)) {
            new ProcessBuilder("ip", "link", "delete", name).inheritIO().start().waitFor();
            if (live.await(Duration.ofSeconds(20))) {
                told(live);
            }
        }
    }

    private static void told(LiveCapture live) {
        LiveCaptureException failure = live.failure();
        System.out.println(failure == null ? "no failure" : failure.obstacle().reason() + " " + failure.getMessage());
    }

    /** Runs it behind a command such as {@code setpriv …}, and returns what it and the JVM print. */
    static String run(List<String> before, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Without it newer JVMs warn of native code, among what the test reads.
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LiveProcess.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
