package org.ipsecworkbench.capture.detail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.ScanMonitor;

/** Detail trees in tests. */
final class Trees {
    private Trees() {}

    /** The trees of the packets of a capture, all or the first ones. */
    static List<List<Detail>> of(Path file, int most) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            List<List<Detail>> trees = new ArrayList<>();
            for (long i = 0; i < Math.min(most, capture.packets()); i++) {
                trees.add(capture.details(i));
            }
            return trees;
        }
    }

    /** One packet's tree; its number as people count. */
    static List<Detail> of(Path file, long number) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.details(number - 1);
        }
    }

    /** A tree as text: place, name, value, and what is not sound. */
    static String text(List<Detail> tree) {
        StringBuilder text = new StringBuilder();
        append(text, tree, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, List<Detail> details, int depth) {
        for (Detail detail : details) {
            String place =
                    detail.hasPlace() ? String.format(Locale.ROOT, "%d+%d", detail.offset(), detail.length()) : "";
            text.append(String.format(Locale.ROOT, "%-9s", place)).append("  ".repeat(depth));
            text.append(detail.name());
            text.append(detail.value().isEmpty() ? "" : ": " + detail.value());
            text.append(detail.state() == Detail.State.SOUND ? "" : " [" + detail.state() + "]");
            text.append('\n');
            append(text, detail.children(), depth + 1);
        }
    }

    /** Every line of some trees that a test holds for, from the outside in. */
    static List<Detail> all(List<Detail> tree, Predicate<Detail> wanted) {
        List<Detail> found = new ArrayList<>();
        for (Detail detail : tree) {
            if (wanted.test(detail)) {
                found.add(detail);
            }
            found.addAll(all(detail.children(), wanted));
        }
        return found;
    }

    /** The values at a path of names below the tree, such as {@code IPv4/Flags/Don't fragment}. */
    static List<Detail> at(List<Detail> tree, String path) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        return all(tree, detail -> detail.name().equals(name)).stream()
                .flatMap(detail -> slash < 0 ? Stream.of(detail) : below(detail, path.substring(slash + 1)))
                .toList();
    }

    private static Stream<Detail> below(Detail detail, String path) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        return detail.children().stream()
                .filter(child -> child.name().equals(name))
                .flatMap(child -> slash < 0 ? Stream.of(child) : below(child, path.substring(slash + 1)));
    }
}
