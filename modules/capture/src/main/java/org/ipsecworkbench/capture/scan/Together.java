package org.ipsecworkbench.capture.scan;

import java.util.ArrayList;
import java.util.List;

/** Work of several threads that the caller takes part in and waits for. */
public final class Together {
    private Together() {}

    /**
     * Does all of it at the same time, the last on the caller's thread; returns when everything is done. A caller that was
     * interrupted still is afterwards.
     *
     * @param name of the threads, which get a number behind it
     * @param onInterrupt makes the work end soon
     */
    public static void run(String name, List<Runnable> work, Runnable onInterrupt) {
        List<Thread> helpers = new ArrayList<>();
        for (Runnable one : work.subList(0, work.size() - 1)) {
            Thread helper = new Thread(one, name + "-" + (helpers.size() + 1));
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        work.get(work.size() - 1).run();
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    onInterrupt.run();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
