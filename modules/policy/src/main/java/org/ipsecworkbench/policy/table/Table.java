package org.ipsecworkbench.policy.table;

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

    /** The rows of a table beside this class, each with the columns that are asked for. */
    public static List<String[]> rows(String resource, int columns) {
        InputStream in = Table.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the module");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> rows = lines.lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .map(line -> line.split("\t", -1))
                    .toList();
            for (String[] row : rows) {
                if (row.length != columns) {
                    throw new IllegalStateException(resource + " has a row of " + row.length + " columns: " + row[0]);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
