package dev.kontor.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** The cookie by which a browser is known: no script reads it, no other site makes it be sent. */
final class SessionCookie {

  private SessionCookie() {}

  static String of(String secret, HttpServletRequest request) {
    return of(Callers.COOKIE, "/", secret, "Strict", request).build().toString();
  }

  static String ended(HttpServletRequest request) {
    return of(Callers.COOKIE, "/", "", "Strict", request).maxAge(Duration.ZERO).build().toString();
  }

  /** To the first page, signed in. */
  static ResponseEntity<Void> home(String secret, HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, of(secret, request))
        .header(HttpHeaders.LOCATION, "/")
        .build();
  }

  static ResponseCookie.ResponseCookieBuilder of(
      String name, String path, String value, String sameSite, HttpServletRequest request) {
    return ResponseCookie.from(name, value)
        .path(path)
        .httpOnly(true)
        .sameSite(sameSite)
        .secure(request.isSecure());
  }
}
