package org.ipsecworkbench.lab.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a host records at the moment: each recorder has one session at most, as on Windows. They end when the host restarts. */
public final class Recordings {
    private final Map<Recorder, String> files = new EnumMap<>(Recorder.class);

    /** What records. */
    public enum Recorder {
        /** {@code pktmon}. */
        PACKET_MONITOR,
        /** {@code netsh trace}. */
        TRACE,
        /** {@code netsh wfp capture}. */
        FILTERING_PLATFORM
    }

    /** Starts to record into a file, which is there once it is stopped; false where the recorder is at work already. */
    public boolean start(Recorder recorder, String file) {
        return files.putIfAbsent(recorder, file) == null;
    }

    /** The file that is recorded into; empty where the recorder is not at work. */
    public Optional<String> file(Recorder recorder) {
        return Optional.ofNullable(files.get(recorder));
    }

    /** Stops to record; the file that was recorded into, empty where the recorder was not at work. */
    public Optional<String> stop(Recorder recorder) {
        return Optional.ofNullable(files.remove(recorder));
    }

    void forget() {
        files.clear();
    }
}
