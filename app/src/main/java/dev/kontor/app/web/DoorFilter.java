package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.engine.capture.Door;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;

/**
 * Hands what systems push to the hub, byte for byte, and answers what the hub answers. It stands
 * before Spring's machinery for controllers, which would cost a push as much as all the rest of the
 * way to the hub; only errors go on to it.
 */
final class DoorFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  /**
   * Who sends is known only once all is here, so what strangers may take is small enough for all of
   * them.
   */
  static final Intake.Limits LIMITS =
      new Intake.Limits(Door.LARGEST, 64 * 1024, 64 * 1024 * 1024, 1_000, Duration.ofSeconds(30));

  private static final String UNREADY = "The hub is not ready; send again.";
  private static final String CROWDED = "Too much arrives at this moment; send again.";

  private final transient HubGate gate;
  private final transient Intake intake;

  DoorFilter(HubGate gate, LongSupplier nanoTime) {
    this.gate = gate;
    this.intake = new Intake(LIMITS, nanoTime);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    String uri = request.getRequestURI();
    int end = uri.indexOf('/', 1);
    String connection = uri.substring(1, end < 0 ? uri.length() : end);
    if (connection.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      answer(response, receive(connection, request));
    }
  }

  private Received.Reply receive(String connection, HttpServletRequest request) throws IOException {
    Optional<Hub> hub = gate.hub();
    if (hub.isEmpty()) {
      return new Received.Reply(503, Map.of(), UNREADY);
    }
    if (request.getContentLengthLong() > LIMITS.most()) {
      return Received.Reply.of(413);
    }
    if (!Intake.isBrought(request)) {
      return hub.get().door().receive(connection, raw(connection, request, new byte[0]));
    }
    try (Intake.Body body = intake.read(request.getInputStream())) {
      return switch (body.verdict()) {
        case WHOLE -> hub.get().door().receive(connection, raw(connection, request, body.bytes()));
        case LARGE -> Received.Reply.of(413);
        case SLOW -> Received.Reply.of(408);
        case CROWDED -> new Received.Reply(503, Map.of(), CROWDED);
      };
    }
  }

  private static RawRequest raw(String connection, HttpServletRequest request, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(
          name.toLowerCase(Locale.ROOT),
          String.join(",", Collections.list(request.getHeaders(name))));
    }
    String path = request.getRequestURI().substring(1 + connection.length());
    String query = request.getQueryString();
    return new RawRequest(
        request.getMethod(),
        path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        headers,
        body);
  }

  private static void answer(HttpServletResponse response, Received.Reply reply)
      throws IOException {
    response.setStatus(reply.status());
    if (reply.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, NotReadyException.RETRY_AFTER);
    }
    reply.headers().forEach(response::setHeader);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
