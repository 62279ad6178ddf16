package dev.kontor.app.web;

import dev.kontor.engine.config.AdministrationConfig;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other sites away from the administration: a page elsewhere can make a person's browser send
 * requests here. It is known by two names, this machine's own and the address of the configuration;
 * a foreign name is how rebound DNS shows itself.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SameSiteFilter extends OncePerRequestFilter {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final String HEALTH = "/health/";
  private static final String METRICS = "/metrics";

  private final @Nullable URI url;

  SameSiteFilter(AdministrationConfig settings) {
    this.url = settings.url();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    AnswerHeaders.set(response);
    if (!isCalledRight(request)) {
      Refusal.write(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "this is not known under that address; call it by administration.url of the configuration,"
              + " through one of administration.proxies, or from this machine");
    } else if (!isOwn(request)) {
      Refusal.write(
          response, HttpServletResponse.SC_FORBIDDEN, "a page of another site may not call this");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Supervisors, and programs that fetch metrics with a token, may call it as they like. */
  private boolean isCalledRight(HttpServletRequest request) {
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    String path = request.getRequestURI();
    return (LOOPBACK.contains(host) && Here.isLoopback(request.getRemoteAddr()))
        || path.startsWith(HEALTH)
        || (path.equals(METRICS) && request.getHeader("Authorization") != null)
        || (url != null
            && host.equals(url.getHost())
            && request.getScheme().equals(url.getScheme()));
  }

  private boolean isOwn(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site) && !request.getMethod().equals("GET")) {
      return false;
    }
    @Nullable String origin = request.getHeader("Origin");
    return origin == null || origin.equals(own(request));
  }

  private String own(HttpServletRequest request) {
    String host = request.getServerName();
    return url == null || LOOPBACK.contains(host.toLowerCase(Locale.ROOT))
        ? request.getScheme() + "://" + host + ":" + request.getServerPort()
        : origin(url);
  }

  /** As browsers write it, without the scheme's own port. */
  private static String origin(URI url) {
    boolean usual = url.getPort() < 0 || url.getPort() == 443;
    return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
  }
}
