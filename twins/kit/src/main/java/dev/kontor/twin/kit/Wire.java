package dev.kontor.twin.kit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Between the JDK server's exchange and a twin's Call and Answer. */
final class Wire {
  private Wire() {}

  static Call read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    String rawQuery = exchange.getRequestURI().getRawQuery();
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        QueryString.decoded(rawQuery),
        rawQuery == null ? "" : rawQuery,
        Map.copyOf(headers),
        exchange.getRequestBody().readAllBytes(),
        exchange.getRemoteAddress().toString(),
        exchange.getRequestURI().getRawPath());
  }

  static void write(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bare = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), bare ? -1 : answer.body().length);
    if (!bare) {
      exchange.getResponseBody().write(answer.body());
    }
  }
}
