package org.ipsecworkbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.session.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.lookup.ServiceProvider;

class FileOpeningTest {
    private static final List<Path> OPENED = new ArrayList<>();
    private static final List<Place> PLACES = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void expectFaults() {
        Logger.getLogger(FileOpening.class.getName()).setLevel(Level.OFF);
    }

    @BeforeEach
    void forget() {
        OPENED.clear();
        PLACES.clear();
        RecentFiles.clear();
    }

    @Test
    void aFaultyOpenerIsPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("a 'quoted' $(name).good"), "");
        assertNull(FileOpening.openNow(file, Place.ALL, true));
        assertEquals(List.of(file), OPENED);
    }

    @Test
    void whatWasOpenedIsRemembered() throws IOException {
        Path one = Files.writeString(folder.resolve("one.good"), "");
        Path two = Files.writeString(folder.resolve("two.good"), "");
        FileOpening.openNow(one, Place.ALL, true);
        FileOpening.openNow(two, Place.ALL, true);
        FileOpening.openNow(one, Place.ALL, true);
        assertEquals(List.of(one, two), RecentFiles.list());
    }

    @Test
    void aMissingFileIsToldAndForgotten() {
        Path file = folder.resolve("gone.good");
        RecentFiles.add(file);
        String fault = told(FileOpening.openNow(file, Place.ALL, true));
        assertTrue(fault.contains("gone.good"), fault);
        assertEquals(List.of(), RecentFiles.list());
    }

    @Test
    void whatNobodyOpensIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "");
        assertTrue(told(FileOpening.openNow(file, Place.ALL, true)).contains("notes.txt"));
        assertEquals(List.of(), OPENED);
    }

    @Test
    void anOpenerThatFailsSaysWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("x.failing"), "");
        assertTrue(told(FileOpening.openNow(file, Place.ALL, true)).contains("disk on fire"));
    }

    @Test
    void aPlaceIsHandedOnAndItsFileIsNoneOfTheLastOnes() throws IOException {
        Path file = Files.writeString(folder.resolve("part.good"), "");
        assertEquals("", FileOpening.openPart(file, Place.packet(17)));
        assertEquals(List.of(Place.packet(17)), PLACES);
        assertEquals(List.of(), RecentFiles.list());
    }

    private static String told(String fault) {
        assertNotNull(fault);
        return fault;
    }

    /** Throws whatever it is asked. */
    @ServiceProvider(service = FileOpener.class, position = 1)
    public static final class Faulty implements FileOpener {
        @Override
        public boolean opens(Path file) {
            throw new NoClassDefFoundError("made for a test");
        }

        @Override
        public void open(Path file) {
            throw new IllegalStateException("made for a test");
        }
    }

    /** Opens what is good. */
    @ServiceProvider(service = FileOpener.class, position = 2)
    public static final class Good implements FileOpener {
        @Override
        public boolean opens(Path file) {
            return !file.toString().endsWith(".txt");
        }

        @Override
        public void open(Path file) throws IOException {
            if (file.toString().endsWith(".failing")) {
                throw new IOException("disk on fire");
            }
            OPENED.add(file);
        }

        @Override
        public void open(Path file, Place place) throws IOException {
            open(file);
            PLACES.add(place);
        }
    }
}
