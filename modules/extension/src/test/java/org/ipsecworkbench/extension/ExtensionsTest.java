package org.ipsecworkbench.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ExtensionsTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void whatComesBackComesBack() throws Exception {
        assertEquals(7, Extensions.call(this, () -> 7));
        assertEquals(7, Extensions.call(this, Extensions.PATIENCE, () -> 7));
        assertEquals(Optional.of(7), Extensions.attempt(this, Extensions.PATIENCE, () -> 7));
    }

    @Test
    void aFaultNamesTheModule() {
        for (Throwable thrown : new Throwable[] {
            new IllegalStateException("no"), new NoClassDefFoundError("no"), new StackOverflowError("no")
        }) {
            ExtensionFault fault = assertThrows(
                    ExtensionFault.class,
                    () -> Extensions.call(this, Extensions.PATIENCE, () -> {
                        throw sneaky(thrown);
                    }));
            assertEquals(
                    "ExtensionsTest of the module org.ipsecworkbench.extension failed: "
                            + thrown.getClass().getSimpleName() + ": no",
                    fault.getMessage());
            assertEquals(thrown, fault.getCause());
        }
    }

    @Test
    void aModuleInAFileHasTheNameOfTheFile() {
        String module = Extensions.module(new AssertionFailedError());
        assertTrue(module.startsWith("opentest4j-"), module);
    }

    @Test
    void whatTheContractProvidesForStaysAsItIs() {
        IOException gone = new IOException("gone");
        assertEquals(
                gone,
                assertThrows(
                        IOException.class,
                        () -> Extensions.call(this, SHORT, () -> {
                            throw gone;
                        })));
    }

    @Test
    void whatHangsIsInterruptedAndLeftBehind() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        ExtensionFault fault = assertThrows(
                ExtensionFault.class,
                () -> Extensions.call(this, SHORT, () -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        return false;
                    }
                }));
        assertTrue(fault.getMessage().endsWith(" did not come back within 50 ms"), fault.getMessage());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aCallerThatIsInterruptedStaysSo() {
        Thread.currentThread().interrupt();
        assertThrows(
                ExtensionFault.class,
                () -> Extensions.call(this, Extensions.PATIENCE, () -> new CountDownLatch(1).await(1, TimeUnit.HOURS)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void anAttemptThatFailsIsEmpty() {
        assertFalse(Extensions.attempt(this, Extensions.PATIENCE, () -> Integer.valueOf("x"))
                .isPresent());
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
