package dev.kontor.bench.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Start line and framing of an HTTP/1.1 message.
 *
 * @param start request or status line
 * @param length of the body in bytes, 0 if none or chunked
 */
record Head(String start, int length, boolean chunked) {

  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  /** The next message's head, null at the orderly end of the connection. */
  static @Nullable Head read(InputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return null;
    }
    in.reset();
    String start = line(in);
    int length = 0;
    boolean chunked = false;
    String line = line(in);
    while (!line.isEmpty()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
      chunked = chunked || header.equals(CHUNKED);
      line = line(in);
    }
    return new Head(start, length, chunked);
  }

  /** One line without its end. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the connection ended inside a line");
      }
      line.append((char) next);
      next = in.read();
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }
}
