package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code w32tm}: the clock against that of the domain controller. The status has the form of a sample; the rest is
 * unverified.
 */
final class W32tm implements Program {
    private static final int MAX_SAMPLES = 100;

    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public int run(Call call) throws IOException {
        if (call.has("/resync")) {
            synchronized (call.host().network().lock()) {
                call.host().setClockOffset(Duration.ZERO);
                call.host().network().settle();
            }
            call.out().say("Sending resync command to local computer");
            call.out().say("The command completed successfully.");
            return 0;
        }
        if (call.has("/stripchart")) {
            return stripchart(call);
        }
        if (call.has("/query") && call.has("/status") && !call.host().version().isLegacy()) {
            return status(call);
        }
        call.err().say("The parameter is incorrect. (0x80070057)");
        return 87;
    }

    private static int status(Call call) {
        WindowsHost host = call.host();
        call.out().pair("Leap Indicator:", 0, " ", Words.of(host.language(), "0(no warning)"));
        call.out().pair("Stratum:", 0, " ", Words.of(host.language(), "3 (secondary reference - syncd by (S)NTP)"));
        call.out().pair("Precision:", 0, " ", "-23 (119.209ns per tick)");
        call.out().pair("Root Delay:", 0, " ", "0.0062216s");
        call.out().pair("Root Dispersion:", 0, " ", "7.7702346s");
        call.out().pair("ReferenceId:", 0, " ", "0x0A390002 (source IP:  " + Domain.CONTROLLER_ADDRESS + ")");
        call.out()
                .pair(
                        "Last Successful Sync Time:",
                        0,
                        " ",
                        host.format(
                                host.now().minusSeconds(600),
                                host.language().date() + " " + host.language().longTime()));
        call.out().pair("Source:", 0, " ", Domain.CONTROLLER + "." + Domain.NAME);
        call.out().pair("Poll Interval:", 0, " ", "10 (1024s)");
        return 0;
    }

    private static int stripchart(Call call) throws IOException {
        WindowsHost host = call.host();
        String target = call.option("/computer:");
        String count = call.option("/samples:");
        int samples;
        try {
            samples = count == null ? 1 : Math.min(Integer.parseInt(count), MAX_SAMPLES);
        } catch (NumberFormatException e) {
            call.err().say("The parameter is incorrect. (0x80070057)");
            return 87;
        }
        Duration offset;
        synchronized (host.network().lock()) {
            WindowsHost other = target == null ? null : host.network().host(target);
            offset = (other == null ? Duration.ZERO : other.clockOffset()).minus(host.clockOffset());
        }
        call.out().say("Tracking {0} [{1}:123].", target == null ? "" : target, Domain.CONTROLLER_ADDRESS);
        call.out().say("Collecting {0} samples.", samples);
        call.out()
                .say(
                        "The current time is {0}.",
                        host.format(
                                host.now(),
                                host.language().date() + " " + host.language().longTime()));
        double seconds = offset.toMillis() / 1000.0;
        for (int i = 0; i < samples; i++) {
            if (i > 0) {
                call.out().flush();
                call.terminal().pause(Duration.ofSeconds(2));
            }
            call.out()
                    .line(host.format(host.now(), "HH:mm:ss") + ", "
                            + String.format(Locale.ROOT, "%s%010.7fs", seconds < 0 ? "-" : "+", Math.abs(seconds)));
        }
        return 0;
    }
}
