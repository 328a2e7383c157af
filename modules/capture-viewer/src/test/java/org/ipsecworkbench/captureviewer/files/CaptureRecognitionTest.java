package org.ipsecworkbench.captureviewer.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.filesystems.LocalFileSystem;

class CaptureRecognitionTest {
    private static final Path SAMPLE = Path.of("src/main/samples/office-partly-protected.pcap");

    @TempDir
    private Path folder;

    private final LocalFileSystem disk = new LocalFileSystem();

    @BeforeEach
    void setUp() throws Exception {
        disk.setRootDirectory(folder.toFile());
    }

    @Test
    void theNameOfACaptureDoesNotMatter() throws Exception {
        Files.copy(SAMPLE, folder.resolve("office.txt"));
        Files.copy(SAMPLE, folder.resolve("office"));
        assertEquals(CaptureDataObject.MIME_TYPE, file("office.txt").getMIMEType());
        assertEquals(CaptureDataObject.MIME_TYPE, file("office").getMIMEType());
    }

    @Test
    void anotherFileIsNoneWhateverItsName() throws Exception {
        Files.writeString(folder.resolve("notes.pcap"), "These are only notes.");
        Files.createFile(folder.resolve("empty.pcap"));
        assertEquals("content/unknown", file("notes.pcap").getMIMEType());
        assertEquals("content/unknown", file("empty.pcap").getMIMEType());
    }

    @Test
    void whatIsNotOnADiskIsNotReadEvenIfItWereACapture() throws Exception {
        FileObject inMemory = FileUtil.createMemoryFileSystem().getRoot().createData("office.pcap");
        try (OutputStream out = inMemory.getOutputStream()) {
            Files.copy(SAMPLE, out);
        }
        assertNull(new CaptureRecognition().findMIMEType(inMemory));
    }

    private FileObject file(String name) {
        FileObject file = disk.findResource(name);
        assertNotNull(file, name);
        return file;
    }
}
