package dev.kontor.bench.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers each request with JSON, one thread per connection. */
public final class WireServer implements AutoCloseable {

  private static final int BACKLOG = 1_024;

  /** Makes the answer to one request. */
  @FunctionalInterface
  public interface Handler {
    byte[] answer(String path, byte[] body);
  }

  private final ServerSocket socket;
  private final Handler handler;

  public WireServer(Handler handler) throws IOException {
    this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    this.handler = handler;
    Thread.ofPlatform().daemon().name("accept").start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (Head head = Head.read(in); head != null; head = Head.read(in)) {
        byte[] body = in.readNBytes(head.length());
        String path = head.start().split(" ", 3)[1];
        connection.getOutputStream().write(framed(handler.answer(path, body)));
      }
    } catch (IOException gone) {
      // The other side ended the connection; there is nobody to tell.
    }
  }

  private static byte[] framed(byte[] json) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + json.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(json, 0, whole, head.length, json.length);
    return whole;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
