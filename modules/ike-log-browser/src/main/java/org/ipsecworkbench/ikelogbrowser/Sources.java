package org.ipsecworkbench.ikelogbrowser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;
import org.openide.util.RequestProcessor;

/**
 * The files of one window: reads each, puts together what they say of the same negotiations, and tells the window. Notices
 * files that are changed after they were read. On the event dispatch thread.
 */
final class Sources {
    private static final int WATCH_MILLIS = 2000;

    /** What the window does with them. */
    interface View {
        /** Shows what at least one of them says. */
        void show(Gathered all);

        /** Something has changed that is not in what they say. */
        void changed();
    }

    /** A file of the window. */
    static final class File {
        final Path path;
        final String name;
        private ReportLoad load;
        private LogTime time = LogTime.ofThisMachine();
        private Stamp stamp = Stamp.of(Path.of(""));
        private @Nullable Reading reading;
        private boolean grown;

        private File(Path path, String name, ReportLoad load) {
            this.path = path;
            this.name = name;
            this.load = load;
        }

        /** How far it is; null until that is known. */
        @Nullable
        Reading reading() {
            return reading;
        }

        /** What it says so far; null where it says nothing. */
        @Nullable
        FileContents said() {
            return reading instanceof Reading.Ended last
                    ? last.said()
                    : reading instanceof Reading.Following now ? now.said() : null;
        }

        /** Whether it was changed after it was read. */
        boolean isGrown() {
            return grown;
        }

        /** How the stamps of its lines are read, where it is a log. */
        LogTime time() {
            return time;
        }

        boolean isOakley() {
            FileContents contents = said();
            return contents != null && contents.contents().report().source().kind() == Source.Kind.OAKLEY;
        }
    }

    private final View view;
    private final RequestProcessor worker = new RequestProcessor("Putting negotiations together", 1);
    private final RequestProcessor.Task watch = worker.create(this::watch);
    private final Map<Path, File> files = new LinkedHashMap<>();
    private DecryptionKeys keys = DecryptionKeys.NONE;
    private int generation;
    private volatile List<File> watched = List.of();
    private volatile boolean closed;

    Sources(View view) {
        this.view = view;
        watch.schedule(WATCH_MILLIS);
    }

    /** Begins to read a file; does nothing where it is there already. */
    void add(Path path) {
        if (files.containsKey(path)) {
            return;
        }
        String name = name(path);
        File file = new File(path, name, new ReportLoad(path, name, LogTime.ofThisMachine(), keys, reading -> {}));
        files.put(path, file);
        watched = List.copyOf(files.values());
        read(file);
    }

    /** The file's name, with as much of its folders as it takes to tell it from the others. */
    private String name(Path path) {
        int names = path.getNameCount();
        for (int from = names - 1; from > 0; from--) {
            String name = path.subpath(from, names).toString();
            if (files.values().stream().noneMatch(file -> file.name.equals(name))) {
                return name;
            }
        }
        return path.toString();
    }

    private void read(File file) {
        boolean follows = file.reading instanceof Reading.Following;
        file.load.close();
        file.grown = false;
        ReportLoad[] own = new ReportLoad[1];
        own[0] = new ReportLoad(file.path, file.name, file.time, keys, reading -> told(file, own[0], reading));
        file.load = own[0];
        worker.post(() -> {
            Stamp now = Stamp.of(file.path);
            SwingUtilities.invokeLater(() -> {
                if (file.load == own[0] && !closed) {
                    file.stamp = now;
                    own[0].start();
                    if (follows) {
                        own[0].follow(true);
                    }
                }
            });
        });
    }

    private void told(File file, ReportLoad from, Reading reading) {
        if (file.load != from) {
            return;
        }
        FileContents before = file.said();
        file.reading = reading;
        FileContents now = file.said();
        if (reading instanceof Reading.Following) {
            file.grown = false;
        }
        if (!Objects.equals(now, before)) {
            gather();
        }
        view.changed();
    }

    /** Puts together what is there; a newer result overtakes an older one. */
    private void gather() {
        int number = ++generation;
        List<Gathered.Part> parts = new ArrayList<>();
        for (File file : files.values()) {
            FileContents said = file.said();
            if (said != null) {
                parts.add(new Gathered.Part(file.path, said));
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        worker.post(() -> {
            Gathered all = Gathered.of(parts);
            SwingUtilities.invokeLater(() -> {
                if (number == generation && !closed) {
                    view.show(all);
                }
            });
        });
    }

    /** In the background, every two seconds. */
    private void watch() {
        if (closed) {
            return;
        }
        for (File file : watched) {
            Stamp now = Stamp.of(file.path);
            SwingUtilities.invokeLater(() -> compare(file, now));
        }
        watch.schedule(WATCH_MILLIS);
    }

    private void compare(File file, Stamp now) {
        if (closed || !(file.reading instanceof Reading.Ended)) {
            // While it is followed it is read as it grows.
            file.stamp = file.reading instanceof Reading.Following ? now : file.stamp;
            return;
        }
        if (!file.grown && now.size() > 0 && !now.equals(file.stamp)) {
            file.grown = true;
            view.changed();
        }
    }

    /** Reads the files that were changed since, or that could not be read, from their beginning. */
    void readAgain() {
        readAgain(file -> file.grown || file.reading instanceof Reading.Failed);
    }

    /** Reads all captures anew, with keys for what is encrypted in them. */
    void decrypt(DecryptionKeys newKeys) {
        keys = newKeys;
        readAgain(file -> !file.isOakley());
    }

    /** Reads a log anew with another time zone or year; does nothing where it has these. */
    void setTime(File file, LogTime time) {
        if (!file.time.equals(time)) {
            file.time = time;
            read(file);
            view.changed();
        }
    }

    private void readAgain(Predicate<File> which) {
        files.values().stream().filter(which).forEach(this::read);
        view.changed();
    }

    /** Follows all logs, or ends that. */
    void follow(boolean on) {
        files.values().stream().filter(File::isOakley).forEach(file -> file.load.follow(on));
    }

    /** Ends all reading; what was read so far stays. */
    void cancel() {
        files.values().forEach(file -> file.load.cancel());
    }

    /** Ends all reading and tells no more. */
    void close() {
        closed = true;
        files.values().forEach(file -> file.load.close());
    }

    /** All files, in the order in which they were added. */
    List<File> files() {
        return List.copyOf(files.values());
    }

    DecryptionKeys keys() {
        return keys;
    }
}
