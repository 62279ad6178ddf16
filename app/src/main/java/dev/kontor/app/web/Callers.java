package dev.kontor.app.web;

import dev.kontor.engine.access.Access;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Finds out who calls: by the token a program sends, or by the cookie of a browser. */
final class Callers {

  /** The cookie's name. */
  static final String COOKIE = "kontor-session";

  /** Sent with what a page asks for by itself; does not keep the session alive. */
  static final String UNATTENDED = "X-Kontor-Unattended";

  private static final String BEARER = "Bearer ";

  private Callers() {}

  /** Empty if nobody is signed in, or the token or session has ended. */
  static Optional<Caller> find(HttpServletRequest request, Access access) {
    @Nullable String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? access.tokens().find(authorization.substring(BEARER.length()).strip()).map(Caller::of)
          : Optional.empty();
    }
    boolean attended = request.getHeader(UNATTENDED) == null && !isStream(request);
    return cookie(request, COOKIE)
        .flatMap(secret -> access.sessions().find(secret, attended).map(u -> Caller.of(u, secret)));
  }

  /** Browsers open a stream anew by themselves, and cannot send a header of ours with it. */
  private static boolean isStream(HttpServletRequest request) {
    @Nullable String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
