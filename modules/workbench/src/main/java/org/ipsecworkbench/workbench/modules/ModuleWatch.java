package org.ipsecworkbench.workbench.modules;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.modules.ModuleInstall;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;

/**
 * Watches that no added module keeps the workbench from starting, or its windows from answering. The module system validates
 * every module before it starts the first one, so that the watch is there before anything of others runs.
 *
 * <p>One that hangs while the workbench starts is disabled, and the workbench starts anew without it. One that keeps windows
 * from answering is interrupted, which helps where it waits, and named. Where that does not help, nothing does but to end the
 * workbench, after which it starts without that module.
 */
@Messages({
    "# {0} - a line for each of them",
    "MSG_NotStarted=Added modules that did not start were disabled:\n\n{0}\n\n"
            + "Tools > Options > Modules shows those that may not run, and removes them. Tools > Plugins > Installed removes or"
            + " enables the others."
})
public final class ModuleWatch extends ModuleInstall {
    /** How long one module may be at work before there is a window, or before a window answers. */
    static final int PATIENCE_SECONDS = 20;

    /** That of a process which was ended, and is to be started again where the launcher can. */
    private static final int RESTART = 5;

    @Serial
    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(ModuleWatch.class.getName());
    private static final String NOT_WATCHED = "Added modules are not watched";
    private static final CountDownLatch READY = new CountDownLatch(1);

    /** Begins to watch. */
    @Override
    public void validate() {
        String userDirectory = System.getProperty("netbeans.user");
        if (GraphicsEnvironment.isHeadless() || userDirectory == null || userDirectory.equals("memory")) {
            return;
        }
        Path user = Path.of(userDirectory);
        try {
            NotStarted notStarted = new NotStarted(user);
            Thread watch = new Thread(() -> watch(user, notStarted), "watch of added modules");
            watch.setDaemon(true);
            watch.start();
        } catch (IOException e) {
            LOG.log(Level.WARNING, NOT_WATCHED, e);
        }
    }

    /** Tells the watch when windows are there, and the user what happened at the last start. */
    @Override
    public void restored() {
        Logger.getLogger("").addHandler(new FaultNotice());
        if (!GraphicsEnvironment.isHeadless()) {
            WindowManager.getDefault().invokeWhenUIReady(READY::countDown);
        }
    }

    private static void watch(Path user, NotStarted notStarted) {
        try {
            Patience patience = new Patience(PATIENCE_SECONDS);
            while (!READY.await(1, TimeUnit.SECONDS)) {
                Optional<AddedModule> module = patience.lost(atWork(Thread.getAllStackTraces(), AddedModule.in(user)));
                if (module.isPresent()) {
                    startWithout(module.get(), user, notStarted);
                }
            }
            tell(notStarted);
            while (true) {
                Thread.sleep(1000);
                watchWindows(user, notStarted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.WARNING, NOT_WATCHED, e);
        }
    }

    /** The module that a start waits for: on the main thread, in windows, or in the tasks that modules have for the start. */
    private static Optional<AddedModule> atWork(Map<Thread, StackTraceElement[]> stacks, List<AddedModule> modules) {
        return stacks.entrySet().stream()
                .filter(stack -> isOfStart(stack.getKey().getName(), stack.getValue()))
                .flatMap(stack -> AddedModule.onStack(stack.getValue(), modules).stream())
                .findFirst();
    }

    private static boolean isOfStart(String thread, StackTraceElement[] stack) {
        if (thread.equals("main") || thread.startsWith("AWT-EventQueue")) {
            return true;
        }
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().startsWith("org.netbeans.core.startup.")) {
                return true;
            }
        }
        return false;
    }

    private static void startWithout(AddedModule module, Path user, NotStarted notStarted) throws IOException {
        module.disable(user);
        notStarted.note(NotStarted.Hang.START, module);
        Files.writeString(user.resolve("var/restart"), "");
        // Nothing else ends a start that is stuck: hooks for the end would wait for it.
        Runtime.getRuntime().halt(RESTART);
    }

    private static void tell(NotStarted notStarted) {
        try {
            List<String> told = notStarted.tell();
            if (!told.isEmpty()) {
                String text = Bundle.MSG_NotStarted(String.join("\n", told));
                LOG.log(Level.INFO, text);
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(text, NotifyDescriptor.WARNING_MESSAGE));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Which added modules did not start cannot be read", e);
        }
    }

    /** Returns when windows answered. */
    private static void watchWindows(Path user, NotStarted notStarted) throws InterruptedException, IOException {
        CountDownLatch answered = new CountDownLatch(1);
        EventQueue.invokeLater(answered::countDown);
        Patience patience = new Patience(PATIENCE_SECONDS);
        Optional<AddedModule> disabled = Optional.empty();
        while (!answered.await(1, TimeUnit.SECONDS)) {
            List<AddedModule> modules = AddedModule.in(user);
            Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
            for (Map.Entry<Thread, StackTraceElement[]> stack : stacks.entrySet()) {
                if (!stack.getKey().getName().startsWith("AWT-EventQueue")) {
                    continue;
                }
                Optional<AddedModule> module = patience.lost(AddedModule.onStack(stack.getValue(), modules));
                if (module.isPresent()) {
                    stack.getKey().interrupt();
                    if (disabled.isEmpty()) {
                        blame(module.get(), stack.getValue(), stacks);
                        module.get().disable(user);
                        notStarted.note(NotStarted.Hang.WINDOWS, module.get());
                        disabled = module;
                    }
                }
            }
        }
        if (disabled.isPresent()) {
            disabled.get().enable(user);
            notStarted.forget();
        }
    }

    private static void blame(AddedModule module, StackTraceElement[] where, Map<Thread, StackTraceElement[]> stacks) {
        StringBuilder threads = new StringBuilder("What all threads were at:");
        stacks.forEach((thread, stack) -> {
            threads.append("\n\"").append(thread.getName()).append("\" ").append(thread.getState());
            for (StackTraceElement frame : stack) {
                threads.append("\n    at ").append(frame);
            }
        });
        LOG.log(Level.INFO, threads.toString());
        RuntimeException fault = new IllegalStateException("Windows did not answer for " + PATIENCE_SECONDS
                + " s because of the module " + module.codeName()
                + ". Where they still do not, end the workbench; it starts without the module then");
        fault.setStackTrace(where);
        LOG.log(Level.WARNING, fault.getMessage(), fault);
    }
}
