package org.ipsecworkbench.captureviewer.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.openide.util.RequestProcessor;

/** Watches, once a second, how many packets the interfaces carry, where the system tells for free. */
final class Traffic {
    private static final int SECOND_MILLIS = 1000;

    private final RequestProcessor worker = new RequestProcessor("Traffic of the interfaces");
    private final RequestProcessor.Task task = worker.create(this::look);
    private final Supplier<List<LiveInterface>> interfaces;
    private final Consumer<Map<String, Long>> rates;
    private final Map<String, Long> before = new HashMap<>();
    private long time;
    private volatile boolean stopped;

    /** Tells packets a second by name, on the event dispatch thread. */
    Traffic(Supplier<List<LiveInterface>> interfaces, Consumer<Map<String, Long>> rates) {
        this.interfaces = interfaces;
        this.rates = rates;
    }

    void start() {
        task.schedule(0);
    }

    void stop() {
        stopped = true;
        task.cancel();
    }

    private void look() {
        Map<String, Long> now = new HashMap<>();
        long then = time;
        time = System.nanoTime();
        for (LiveInterface each : interfaces.get()) {
            OptionalLong packets = each.packets();
            if (packets.isPresent()) {
                Long last = before.put(each.name(), packets.getAsLong());
                if (last != null) {
                    now.put(each.name(), Math.round((packets.getAsLong() - last) * 1e9 / (time - then)));
                }
            }
        }
        SwingUtilities.invokeLater(() -> rates.accept(now));
        if (!stopped) {
            task.schedule(SECOND_MILLIS);
        }
    }
}
