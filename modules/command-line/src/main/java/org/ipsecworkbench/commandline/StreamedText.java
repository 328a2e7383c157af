package org.ipsecworkbench.commandline;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.ipsecworkbench.hostconnection.OutputListener;

/** Prints the output of a command as it comes; a character that is split between pieces waits for its rest. */
final class StreamedText implements OutputListener {
    private final PrintWriter out;
    private final CharsetDecoder decoder;
    private byte[] rest = new byte[0];

    StreamedText(PrintWriter out, Charset charset) {
        this.out = out;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public void take(boolean isError, byte[] bytes) {
        if (isError) {
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(rest.length + bytes.length)
                .put(rest)
                .put(bytes)
                .flip();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(in.remaining() * decoder.maxCharsPerByte()) + 1);
        decoder.decode(in, text, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        out.print(text.flip());
        out.flush();
    }
}
