package dev.kontor.bench.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One kept-alive connection that posts and reads one answer at a time. Not thread-safe. */
public final class WireClient implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final String head;

  /**
   * @param target where every request goes
   */
  public WireClient(URI target) throws IOException {
    this.socket = new Socket(InetAddress.getByName(target.getHost()), target.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.head = "POST " + target.getPath() + " HTTP/1.1\r\nHost: " + target.getAuthority() + "\r\n";
  }

  /**
   * @return the answer's status
   */
  public int post(byte[] body, Map<String, String> headers) throws IOException {
    StringBuilder text = new StringBuilder(head);
    text.append("Content-Type: application/json\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    text.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    socket.getOutputStream().write(whole);
    return answer();
  }

  private int answer() throws IOException {
    Head answer = Head.read(in);
    if (answer == null) {
      throw new EOFException("the connection was closed instead of answered");
    }
    if (answer.chunked()) {
      skipChunks();
    } else {
      in.skipNBytes(answer.length());
    }
    return Integer.parseInt(answer.start().substring(9, 12));
  }

  private void skipChunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(Head.line(in).strip(), 16);
      in.skipNBytes(size + 2L);
    } while (size > 0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
