package org.ipsecworkbench.ikelogbrowser.event;

import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.workbench.Mark;

/** How much attention an event needs, in the order in which they do. */
enum EventKind {
    /** It tells of a failure. */
    FAILURE("Failure", Mark.FAILED),
    /** Windows logged it as critical, error or warning, and no table says that something failed. */
    WARNING("Warning", Mark.ATTENTION),
    /** It tells what happened. */
    INFORMATION("Information", Mark.NOT_COUNTED);

    private static final int CRITICAL_LEVEL = 1;
    private static final int WARNING_LEVEL = 3;

    private final String label;
    private final Mark mark;

    EventKind(String label, Mark mark) {
        this.label = label;
        this.mark = mark;
    }

    /** That of an event. */
    static EventKind of(ExplainedEvent event) {
        if (event.failure() != null) {
            return FAILURE;
        }
        int level = event.event().level();
        return level >= CRITICAL_LEVEL && level <= WARNING_LEVEL ? WARNING : INFORMATION;
    }

    String label() {
        return label;
    }

    /** Its icon, whose shape no other kind has. */
    Mark mark() {
        return mark;
    }
}
