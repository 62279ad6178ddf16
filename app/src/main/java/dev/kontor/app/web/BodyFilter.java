package dev.kontor.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what people and programs send whole before anybody looks at it: it is small and soon here.
 * Whoever is not signed in has nothing to send but a name and a password.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyFilter extends OncePerRequestFilter {

  /** Ten thousand ids and a long reason fit many times. */
  static final Intake.Limits KNOWN =
      new Intake.Limits(1024 * 1024, 64 * 1024, 32 * 1024 * 1024, 1_000, Duration.ofSeconds(20));

  static final Intake.Limits STRANGERS =
      new Intake.Limits(16 * 1024, 16 * 1024, 0, 64, Duration.ofSeconds(10));

  private static final String WAIT_SECONDS = "5";

  private final HubGate gate;
  private final Intake known;
  private final Intake strangers;

  BodyFilter(HubGate gate, LongSupplier nanoTime) {
    this.gate = gate;
    this.known = new Intake(KNOWN, nanoTime);
    this.strangers = new Intake(STRANGERS, nanoTime);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!Intake.isBrought(request)) {
      chain.doFilter(request, response);
      return;
    }
    boolean isKnown = !fitsStrangers(request) && isSignedIn(request);
    Intake.Limits limits = isKnown ? KNOWN : STRANGERS;
    if (request.getContentLengthLong() > limits.most()) {
      tooLarge(response, isKnown);
      return;
    }
    try (Intake.Body body = (isKnown ? known : strangers).read(request.getInputStream())) {
      switch (body.verdict()) {
        case WHOLE -> chain.doFilter(new ReadRequest(request, body.bytes()), response);
        case LARGE -> tooLarge(response, isKnown);
        case SLOW ->
            Refusal.write(
                response,
                HttpServletResponse.SC_REQUEST_TIMEOUT,
                "the body took longer than " + limits.patience().toSeconds() + " s");
        case CROWDED -> crowded(response);
      }
    }
  }

  /** Only of what does not fit it is asked, which costs a look, who sends it. */
  private boolean fitsStrangers(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length >= 0 && length <= STRANGERS.most() && strangers.hasPlace();
  }

  private boolean isSignedIn(HttpServletRequest request) {
    return gate.hub().flatMap(hub -> Callers.find(request, hub.access())).isPresent();
  }

  private static void tooLarge(HttpServletResponse response, boolean isKnown) throws IOException {
    Refusal.write(
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        isKnown
            ? "the body is larger than " + KNOWN.most() + " bytes; send it in parts"
            : "the body is larger than "
                + STRANGERS.most()
                + " bytes; sign in, or send a valid token, to send more");
  }

  private static void crowded(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
    Refusal.write(
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "too many send something at this moment; try again in " + WAIT_SECONDS + " s");
  }
}
