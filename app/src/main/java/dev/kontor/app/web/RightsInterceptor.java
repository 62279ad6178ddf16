package dev.kontor.app.web;

import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to its controller only if the caller has the right the controller needs.
 */
final class RightsInterceptor implements HandlerInterceptor {

  /** Where controllers find the caller. */
  static final String CALLER = RightsInterceptor.class.getName();

  /** Proves that a request comes from the page and not from another site. */
  static final String CSRF = "X-Kontor-Csrf";

  private static final Set<DispatcherType> AGAIN =
      Set.of(DispatcherType.ASYNC, DispatcherType.ERROR);

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final HubGate gate;
  private final ObjectProvider<Rights> rights;

  RightsInterceptor(HubGate gate, ObjectProvider<Rights> rights) {
    this.gate = gate;
    this.rights = rights;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What goes on or went wrong was refused or let through before, and files are for everybody.
    if (AGAIN.contains(request.getDispatcherType())
        || handler instanceof ResourceHttpRequestHandler) {
      return true;
    }
    Rights.Rule rule = rule(handler);
    if (!rule.open() && !(rule.exceptHere() && isProgramHere(request))) {
      Access access = gate.hub().orElseThrow(NotReadyException::new).access();
      Caller caller = Callers.find(request, access).orElseThrow(RefusedException::notSignedIn);
      check(caller, rule.rights());
      checkOwn(caller, request, access);
      request.setAttribute(CALLER, caller);
    }
    return true;
  }

  private Rights.Rule rule(Object handler) {
    if (handler instanceof HandlerMethod method) {
      return rights
          .getObject()
          .of(method)
          .orElseThrow(() -> RefusedException.forbidden("nobody may call this address that way"));
    }
    throw RefusedException.forbidden("nobody may call this address that way");
  }

  /** One that shows a token goes by it. */
  private static boolean isProgramHere(HttpServletRequest request) {
    return Here.is(request) && request.getHeader("Authorization") == null;
  }

  private static void check(Caller caller, Set<Right> needed) {
    if (caller.mustChangePassword() && !needed.isEmpty()) {
      throw RefusedException.forbidden("change your password first");
    }
    Set<Right> missing = EnumSet.noneOf(Right.class);
    missing.addAll(needed);
    missing.removeAll(caller.rights());
    if (!missing.isEmpty()) {
      throw RefusedException.forbidden(
          "the right " + Right.words(missing) + " is missing; an administrator gives it by role");
    }
  }

  /** A browser sends its cookie with what other sites make it send, but not this header. */
  private static void checkOwn(Caller caller, HttpServletRequest request, Access access) {
    @Nullable String secret = caller.secret();
    if (secret == null || READING.contains(request.getMethod())) {
      return;
    }
    @Nullable String given = request.getHeader(CSRF);
    if (given == null || !same(given, access.sessions().csrf(secret))) {
      throw RefusedException.forbidden(
          "the header " + CSRF + " is missing or wrong; send csrf of GET /api/session");
    }
  }

  private static boolean same(String given, String right) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
