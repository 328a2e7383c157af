package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/** The steps of a negotiation while its messages come. As small as can be: a capture has many thousands. */
final class Drafts {
    /** Places that a step names. */
    static final int MAX_EVIDENCE = 50;

    private static final long[] NO_MORE = new long[0];

    /** A step whose message may be repeated. */
    static final class Draft {
        private final Step.Direction direction;
        private final String summary;
        private final int exchange;
        private final int messageId;
        private final long length;
        private final @Nullable Instant time;
        private final long place;
        private long[] otherPlaces = NO_MORE;
        private @Nullable IkeMessage message;
        private @Nullable Instant lastTime;
        private int repeats;

        /**
         * A message that was seen for the first time.
         *
         * @param place number of the first packet of it
         */
        Draft(Step.Direction direction, String summary, IkeMessage message, @Nullable Instant time, long place) {
            this.direction = direction;
            this.summary = summary;
            exchange = message.exchange();
            messageId = message.messageId();
            length = message.length();
            this.time = time;
            lastTime = time;
            this.place = place;
        }

        private Draft(String summary, long place) {
            direction = Step.Direction.LOCAL;
            this.summary = summary;
            exchange = -1;
            messageId = 0;
            length = 0;
            time = null;
            this.place = place;
        }

        /** Keeps the payloads, too. */
        void keep(IkeMessage whole) {
            message = whole;
        }

        /** The same message came again. */
        void repeat(@Nullable Instant again) {
            repeats++;
            lastTime = again;
        }

        /** Notes where more of it was read, as far as there is room. */
        void add(List<Long> places) {
            int room = MAX_EVIDENCE - 1 - otherPlaces.length;
            if (room > 0 && !places.isEmpty()) {
                int known = otherPlaces.length;
                otherPlaces = Arrays.copyOf(otherPlaces, known + Math.min(room, places.size()));
                for (int i = known; i < otherPlaces.length; i++) {
                    otherPlaces[i] = places.get(i - known);
                }
            }
        }

        private boolean is(Step.Direction sentTo, IkeMessage other) {
            return direction == sentTo
                    && exchange == other.exchange()
                    && messageId == other.messageId()
                    && length == other.length();
        }

        private Step step(Source source) {
            List<Evidence> evidence = new ArrayList<>(1 + otherPlaces.length);
            evidence.add(Evidence.of(source, place));
            for (long other : otherPlaces) {
                evidence.add(Evidence.of(source, other));
            }
            return new Step(time, direction, summary, message, repeats, lastTime, evidence);
        }
    }

    private Draft[] drafts = new Draft[8];
    private int[] checksums = new int[8];
    private int size;

    int size() {
        return size;
    }

    /** The step of the same message, word for word; null where it is new. */
    @Nullable
    Draft find(Step.Direction direction, IkeMessage message, int checksum) {
        for (int i = 0; i < size; i++) {
            if (checksums[i] == checksum && drafts[i].is(direction, message)) {
                return drafts[i];
            }
        }
        return null;
    }

    void add(Draft draft, int checksum) {
        if (size == drafts.length) {
            drafts = Arrays.copyOf(drafts, 2 * size);
            checksums = Arrays.copyOf(checksums, 2 * size);
        }
        drafts[size] = draft;
        checksums[size++] = checksum;
    }

    /** What a host says of itself, or what is missing. */
    void local(String summary, List<Long> places) {
        Draft draft = new Draft(summary, places.get(0));
        draft.otherPlaces = places.stream().skip(1).mapToLong(Long::longValue).toArray();
        add(draft, 0);
    }

    /** When the first one was seen; null where it has no time or there is none. */
    @Nullable
    Instant start() {
        return size == 0 ? null : drafts[0].time;
    }

    List<Step> steps(Source source) {
        List<Step> steps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            steps.add(drafts[i].step(source));
        }
        return List.copyOf(steps);
    }
}
