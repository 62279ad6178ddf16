package dev.kontor.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other sites away from the administration: a page elsewhere can make the browser of a person
 * at this machine send requests to loopback.
 */
class SameSiteFilter extends OncePerRequestFilter {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isLoopback(request.getServerName()) || !isOwn(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    AnswerHeaders.set(response);
    chain.doFilter(request, response);
  }

  /** A foreign name that resolves to loopback is how rebound DNS shows itself. */
  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.equals("::1");
  }

  private static boolean isOwn(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site) && !request.getMethod().equals("GET")) {
      return false;
    }
    @Nullable String origin = request.getHeader("Origin");
    return origin == null || origin.equals(own(request));
  }

  private static String own(HttpServletRequest request) {
    String host = request.getServerName();
    return URI.create(request.getScheme() + "://" + host + ":" + request.getServerPort())
        .toString();
  }
}
