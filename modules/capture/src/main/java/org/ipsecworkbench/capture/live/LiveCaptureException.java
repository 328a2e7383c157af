package org.ipsecworkbench.capture.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Nothing can be captured, or not any more. Its message is {@link LiveObstacle#text()}. */
public final class LiveCaptureException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient LiveObstacle obstacle;

    LiveCaptureException(LiveObstacle obstacle, @Nullable Throwable cause) {
        super(obstacle.text(), cause);
        this.obstacle = obstacle;
    }

    /** Why. */
    public LiveObstacle obstacle() {
        return obstacle;
    }
}
