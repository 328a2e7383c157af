package org.ipsecworkbench.ike.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table among the resources: UTF-8, a row per line, columns between tabs; lines that begin with # are comments. */
public final class Table {
    private Table() {}

    /** The rows of a resource beside a class. */
    public static List<String[]> rows(Class<?> beside, String resource) {
        InputStream in = beside.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the module");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
