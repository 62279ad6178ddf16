package dev.kontor.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what people and programs send whole before anybody looks at it: it is small and soon here.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyFilter extends OncePerRequestFilter {

  /** Ten thousand ids and a long reason fit many times. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PIECE = 8 * 1024;

  private final LongSupplier nanoTime;

  BodyFilter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      tooLarge(response);
      return;
    }
    Optional<byte[]> body = read(request.getInputStream());
    if (body.isEmpty()) {
      Refusal.write(
          response,
          HttpServletResponse.SC_REQUEST_TIMEOUT,
          "the body took longer than " + PATIENCE.toSeconds() + " s");
    } else if (body.get().length > MOST_BYTES) {
      tooLarge(response);
    } else {
      chain.doFilter(new ReadRequest(request, body.get()), response);
    }
  }

  /** All of it, or more than is taken; empty if it comes too slowly. */
  Optional<byte[]> read(InputStream in) throws IOException {
    long began = nanoTime.getAsLong();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int n = in.read(piece); n >= 0 && body.size() <= MOST_BYTES; n = in.read(piece)) {
      body.write(piece, 0, n);
      if (nanoTime.getAsLong() - began > PATIENCE.toNanos()) {
        return Optional.empty();
      }
    }
    return Optional.of(body.toByteArray());
  }

  private static void tooLarge(HttpServletResponse response) throws IOException {
    Refusal.write(
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "the body is larger than " + MOST_BYTES + " bytes; send it in parts");
  }
}
