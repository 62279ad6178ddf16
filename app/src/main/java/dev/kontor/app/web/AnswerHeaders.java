package dev.kontor.app.web;

import jakarta.servlet.http.HttpServletResponse;

/** What browsers may do with the administration's answers: show them on its own page, once. */
final class AnswerHeaders {

  private AnswerHeaders() {}

  static void set(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; connect-src 'self'; style-src 'self'; script-src 'self'; font-src 'self';"
            + " img-src 'self' data:; manifest-src 'self'; form-action 'none'; frame-ancestors 'none';"
            + " base-uri 'none'");
    // A link that signs in once stands in an address.
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
