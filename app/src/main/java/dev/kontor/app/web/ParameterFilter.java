package dev.kontor.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses addresses whose path or parameters hold what a database cannot store. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ParameterFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (!Stream.of(parameter.getValue()).allMatch(PlainText::isPlain)) {
        refuse(response, parameter.getKey());
        return;
      }
    }
    if (!PlainText.isPlain(request.getServletPath())) {
      refuse(response, "path");
      return;
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletResponse response, String what) throws IOException {
    Refusal.write(
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        what,
        what + " holds a character that cannot be stored; leave it out");
  }
}
