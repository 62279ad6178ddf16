package dev.kontor.engine.http;

import dev.kontor.spi.WindowsUser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Connections that one Windows user signs in with NTLM, and that nobody else ever uses; as many as
 * there are calls at once.
 */
public final class WindowsConnections implements AutoCloseable {

  /** Servers forget a connection after two minutes; the hub before they do. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final WindowsUser user;
  private final Supplier<Wire> wires;
  private final Admission admission = new Admission(System::nanoTime);
  private final Deque<SignedLine> free = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  WindowsConnections(WindowsUser user, Supplier<Wire> wires) {
    this.user = user;
    this.wires = wires;
  }

  /**
   * As {@link Transport#send}. A request must state its timeout, which covers the sign-in as well.
   *
   * @param toll paid for each further request, before it leaves
   * @throws SignInRefusedException if the user is not let in
   */
  public HttpResponse<byte[]> send(HttpRequest request, Toll toll) throws IOException {
    SignedLine line = line();
    boolean answered = false;
    try {
      HttpResponse<byte[]> answer = line.send(request, toll);
      answered = true;
      return answer;
    } finally {
      if (answered && !closed) {
        free.push(line);
      } else {
        line.close();
      }
    }
  }

  /** The one used last, so that those of a busy time fall idle. */
  private SignedLine line() {
    SignedLine oldest = free.peekLast();
    while (oldest != null && oldest.isIdleFor(IDLE)) {
      if (free.removeLastOccurrence(oldest)) {
        oldest.close();
      }
      oldest = free.peekLast();
    }
    SignedLine last = free.poll();
    return last == null ? new SignedLine(user, wires.get(), admission) : last;
  }

  @Override
  public void close() {
    closed = true;
    free.forEach(SignedLine::close);
  }
}
