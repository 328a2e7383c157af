package org.ipsecworkbench.capture.live;

import java.time.Duration;

/**
 * What to capture, and until when.
 *
 * @param interfaceName {@link LiveInterface#name()}
 * @param filter in the language of libpcap; empty for every packet
 * @param snapLength so many bytes of each packet are kept, 1 to {@value #MAX_SNAP_LENGTH}
 * @param promiscuous whether the interface shall also hand over what is not meant for this machine
 * @param bufferBytes what the operating system may hold back until it is read. A burst that is larger is lost
 * @param ring whether the capture is spread over several files
 * @param stop when it ends by itself
 */
public record LiveOptions(
        String interfaceName,
        String filter,
        int snapLength,
        boolean promiscuous,
        int bufferBytes,
        Ring ring,
        Stop stop) {
    /** The longest packet that libpcap hands over, in bytes. */
    public static final int MAX_SNAP_LENGTH = 262_144;

    /** A tenth of a second of a saturated gigabit link, twice over: the reader is held up by disks, not by counting. */
    public static final int DEFAULT_BUFFER_BYTES = 32 << 20;

    /**
     * Several files that follow one another.
     *
     * @param files how many are kept, the newest; 0 keeps all
     * @param bytesPerFile none gets larger, except by a single packet that is larger; 0 for one file that grows without end
     */
    public record Ring(int files, long bytesPerFile) {
        /** One file. */
        public static final Ring NONE = new Ring(0, 0);

        /** Refuses numbers below 0, and files without a size. */
        public Ring {
            if (files < 0 || bytesPerFile < 0 || (files > 0 && bytesPerFile == 0)) {
                throw new IllegalArgumentException("a ring of " + files + " files of " + bytesPerFile + " bytes");
            }
        }

        /** Whether there is more than one file. */
        public boolean isOn() {
            return bytesPerFile > 0;
        }
    }

    /**
     * When a capture ends by itself; whatever comes first. 0 means never.
     *
     * @param duration time since the start
     * @param packets packets that were written
     * @param bytes bytes that were written, over all files
     */
    public record Stop(Duration duration, long packets, long bytes) {
        /** Only when it is told to. */
        public static final Stop NEVER = new Stop(Duration.ZERO, 0, 0);

        /** Refuses limits below nothing. */
        public Stop {
            if (duration.isNegative() || packets < 0 || bytes < 0) {
                throw new IllegalArgumentException("stop after " + duration + ", " + packets + ", " + bytes);
            }
        }
    }

    /** Refuses what no capture can be started with. */
    public LiveOptions {
        if (interfaceName.isEmpty()) {
            throw new IllegalArgumentException("no interface");
        }
        if (snapLength < 1 || snapLength > MAX_SNAP_LENGTH) {
            throw new IllegalArgumentException("snap length " + snapLength);
        }
        if (bufferBytes < 1) {
            throw new IllegalArgumentException("buffer of " + bufferBytes + " bytes");
        }
    }

    /** Whole packets of one interface, promiscuous, into one file, until stopped. */
    public static LiveOptions of(String interfaceName) {
        return new LiveOptions(interfaceName, "", MAX_SNAP_LENGTH, true, DEFAULT_BUFFER_BYTES, Ring.NONE, Stop.NEVER);
    }

    /** The same with another capture filter. */
    public LiveOptions withFilter(String other) {
        return new LiveOptions(interfaceName, other, snapLength, promiscuous, bufferBytes, ring, stop);
    }

    /** The same with another length that is kept of each packet, in bytes. */
    public LiveOptions withSnapLength(int other) {
        return new LiveOptions(interfaceName, filter, other, promiscuous, bufferBytes, ring, stop);
    }

    /** The same, with packets for other machines or without. */
    public LiveOptions withPromiscuous(boolean other) {
        return new LiveOptions(interfaceName, filter, snapLength, other, bufferBytes, ring, stop);
    }

    /** The same with another buffer of the system, in bytes. */
    public LiveOptions withBufferBytes(int other) {
        return new LiveOptions(interfaceName, filter, snapLength, promiscuous, other, ring, stop);
    }

    /** The same with another ring of files. */
    public LiveOptions withRing(Ring other) {
        return new LiveOptions(interfaceName, filter, snapLength, promiscuous, bufferBytes, other, stop);
    }

    /** The same with another end. */
    public LiveOptions withStop(Stop other) {
        return new LiveOptions(interfaceName, filter, snapLength, promiscuous, bufferBytes, ring, other);
    }
}
