package org.ipsecworkbench.captureviewer.files;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.filesystems.MIMEResolver;
import org.openide.util.lookup.ServiceProvider;

/**
 * Tells captures from other files by their first bytes, never by their names, with every installed format.
 *
 * <p>The platform asks for each file of a folder that is listed, in the background, and keeps the answer. Only regular
 * files of a disk are read: a pipe would never answer, and the platform's own settings are none.
 */
@ServiceProvider(service = MIMEResolver.class)
public final class CaptureRecognition extends MIMEResolver {
    private static final Logger LOG = Logger.getLogger(CaptureRecognition.class.getName());

    /** For the registration. */
    public CaptureRecognition() {
        super(CaptureDataObject.MIME_TYPE);
    }

    @Override
    public @Nullable String findMIMEType(FileObject file) {
        try {
            return isOnDisk(file) && isCapture(file) ? CaptureDataObject.MIME_TYPE : null;
        } catch (IOException e) {
            LOG.log(Level.FINE, "not recognised: " + file, e);
            return null;
        }
    }

    private static boolean isOnDisk(FileObject file) throws IOException {
        if (file.getFileSystem().isDefault()) {
            return false;
        }
        File onDisk = FileUtil.toFile(file);
        return onDisk != null && onDisk.isFile();
    }

    private static boolean isCapture(FileObject file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return Formats.recognise(in) != null;
        }
    }
}
