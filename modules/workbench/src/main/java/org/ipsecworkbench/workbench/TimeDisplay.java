package org.ipsecworkbench.workbench;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.prefs.Preferences;
import javax.swing.event.ChangeListener;
import org.openide.util.ChangeSupport;
import org.openide.util.NbBundle.Messages;
import org.openide.util.NbPreferences;

/**
 * How packet lists tell times, and so in which zone everything else tells them. One choice for all windows, kept between
 * runs. Safe for every thread.
 */
@Messages({
    "CTL_SinceFirst=Seconds Since &First Packet",
    "CTL_SincePrevious=Seconds Since &Previous Packet in the List",
    "CTL_Utc=Date and Time in &UTC",
    "CTL_Local=Date and Time of This &Machine"
})
public enum TimeDisplay {
    /** Seconds since the first packet of the capture; the default. */
    SINCE_FIRST(Bundle.CTL_SinceFirst()),
    /** Seconds since the packet in the row above, which a filter decides. */
    SINCE_PREVIOUS(Bundle.CTL_SincePrevious()),
    /** Date and time of day in UTC. */
    UTC(Bundle.CTL_Utc()),
    /** Date and time of day in the zone of this machine. */
    LOCAL(Bundle.CTL_Local());

    private static final String KEY = "timeDisplay";
    private static final ChangeSupport LISTENERS = new ChangeSupport(TimeDisplay.class);

    private static volatile TimeDisplay current = stored();

    private final String label;

    TimeDisplay(String label) {
        this.label = label;
    }

    /** What it is called in a menu, with its mnemonic. */
    public String label() {
        return label;
    }

    /** The zone of moments. */
    public ZoneId zone() {
        return this == LOCAL ? ZoneId.systemDefault() : ZoneOffset.UTC;
    }

    /** What the zone is called: {@code UTC}, {@code Europe/Berlin}. */
    public String zoneName() {
        return this == LOCAL ? zone().getId() : "UTC";
    }

    /** The one that was chosen. */
    public static TimeDisplay current() {
        return current;
    }

    /** Chooses one and tells the listeners, on this thread. */
    public static void choose(TimeDisplay display) {
        current = display;
        preferences().put(KEY, display.name());
        LISTENERS.fireChange();
    }

    /** Tells of every choice, on the thread that makes it. */
    public static void addChangeListener(ChangeListener listener) {
        LISTENERS.addChangeListener(listener);
    }

    /** Tells no more. */
    public static void removeChangeListener(ChangeListener listener) {
        LISTENERS.removeChangeListener(listener);
    }

    private static TimeDisplay stored() {
        String name = preferences().get(KEY, "");
        return Arrays.stream(values())
                .filter(display -> display.name().equals(name))
                .findFirst()
                .orElse(SINCE_FIRST);
    }

    private static Preferences preferences() {
        return NbPreferences.forModule(TimeDisplay.class);
    }
}
