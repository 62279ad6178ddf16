package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands what systems push to the hub, byte for byte, and answers what the hub answers. */
@RestController
class DoorController {

  /** A notice is a few kilobytes; Business Central sends at most 1,000 entries at once. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final String UNREADY = "The hub is not ready; send again.";

  private final HubGate gate;

  DoorController(HubGate gate) {
    this.gate = gate;
  }

  @RequestMapping({"/{connection}", "/{connection}/**"})
  ResponseEntity<byte[]> receive(@PathVariable String connection, HttpServletRequest request)
      throws IOException {
    Optional<Hub> hub = gate.hub();
    if (hub.isEmpty()) {
      return answer(new Received.Reply(503, Map.of("Retry-After", "5"), UNREADY));
    }
    if (request.getContentLengthLong() > MOST_BYTES) {
      return answer(Received.Reply.of(413));
    }
    byte[] body = body(request);
    return body.length > MOST_BYTES
        ? answer(Received.Reply.of(413))
        : answer(hub.get().door().receive(connection, raw(connection, request, body)));
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(MOST_BYTES + 1);
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

  private static ResponseEntity<byte[]> answer(Received.Reply reply) {
    ResponseEntity.BodyBuilder response = ResponseEntity.status(reply.status());
    reply.headers().forEach(response::header);
    return response.body(reply.body().getBytes(StandardCharsets.UTF_8));
  }
}
