package org.ipsecworkbench.lab.program;

/** {@code fsutil file createnew NAME SIZE}: a file of zeros, as large as one likes. */
final class Fsutil implements Program {
    /** Bytes that such a file has at most. */
    static final long MAX_SIZE = 1L << 34;

    @Override
    public int run(Call call) {
        if (!call.word(0).equals("file") || !call.word(1).equals("createnew")) {
            call.out().say("Usage : fsutil file createnew <filename> <length>");
            return 1;
        }
        long size;
        try {
            size = Long.parseLong(call.argument(3));
        } catch (NumberFormatException e) {
            size = -1;
        }
        String path = call.shell().path(call.argument(2));
        if (size < 0
                || size > MAX_SIZE
                || !call.host()
                        .files()
                        .write(path, new byte[0], size, call.host().now())) {
            call.err().say("Error:  The parameter is incorrect.");
            return 1;
        }
        call.out().say("File {0} is created", path);
        return 0;
    }
}
