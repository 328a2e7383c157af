package org.ipsecworkbench.diagnosisguide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.openide.util.NbBundle.Messages;

/**
 * Captures that were read for a diagnosis. Immutable.
 *
 * @param evidence what they hold
 * @param files where they are, by the names that findings give them
 * @param notRead those that cannot be read, in words
 */
@Messages({"# {0} - file", "# {1} - reason", "LBL_NotReadCapture={0} cannot be read: {1}"})
record Traffic(List<CaptureEvidence> evidence, Map<String, Path> files, List<String> notRead) {
    static final Traffic NONE = new Traffic(List.of(), Map.of(), List.of());

    /**
     * Reads captures to their ends; not for the event thread.
     *
     * @param captures by their names
     */
    static Traffic read(Map<String, Path> captures, ScanMonitor monitor) {
        List<CaptureEvidence> read = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        captures.forEach((name, file) -> {
            try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT.withoutIndex(), monitor)) {
                capture.scan(monitor);
                read.add(new CaptureEvidence(name, capture.coverage()));
            } catch (IOException e) {
                failed.add(Bundle.LBL_NotReadCapture(file, String.valueOf(e.getMessage())));
            }
        });
        return new Traffic(List.copyOf(read), Map.copyOf(captures), List.copyOf(failed));
    }

    /** Files by their names, or by their paths where several have the same name. */
    static Map<String, Path> named(List<Path> files) {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            named.put(named.containsKey(name) ? file.toString() : name, file);
        }
        return named;
    }

    Optional<Path> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
