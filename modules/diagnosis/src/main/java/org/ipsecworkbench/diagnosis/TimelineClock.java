package org.ipsecworkbench.diagnosis;

import java.time.Duration;

/**
 * How far a clock was ahead of the one by which a {@link Timeline} tells times, which is that of the machine that took the answers
 * of the hosts; without answers, that of the first piece of evidence. One offset for all of its times: clocks drift by less than
 * what they are off.
 *
 * @param name of the host, or of the file where its host is not known or it has a clock of its own
 * @param isHost whether it is the clock of a host
 * @param offset was taken off its times; negative where it was behind
 * @param isKnown whether anything tells the offset; otherwise it is zero
 * @param basis what tells it, for people, without a full stop
 */
public record TimelineClock(String name, boolean isHost, Duration offset, boolean isKnown, String basis) {}
