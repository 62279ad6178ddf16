package dev.kontor.app.web;

import dev.kontor.app.access.OidcSignIn;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.User;
import dev.kontor.engine.config.AdministrationConfig;
import dev.kontor.engine.config.OidcConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in at the configured identity provider. */
@RestController
class OidcController {

  /** Where a browser begins. */
  static final String BEGIN = "/api/session/oidc";

  private static final String BACK = BEGIN + "/return";

  /**
   * Ties the way back to the browser that began; other sites' links send it, unlike the session.
   */
  private static final String COOKIE = "kontor-oidc";

  private final HubGate gate;
  private final @Nullable URI url;
  private final Optional<OidcSignIn> provider;

  OidcController(HubGate gate, AdministrationConfig settings) {
    this.gate = gate;
    this.url = settings.url();
    @Nullable OidcConfig oidc = settings.oidc();
    this.provider = oidc == null ? Optional.empty() : Optional.of(new OidcSignIn(oidc));
  }

  /** Sends the browser to the identity provider. */
  @Open
  @GetMapping(BEGIN)
  ResponseEntity<Void> begin(HttpServletRequest request) {
    OidcSignIn oidc = provider();
    Duration wait = access().limit().begin(request.getRemoteAddr());
    if (wait.isPositive()) {
      throw RefusedException.tooManyBegun(wait);
    }
    String browser = access().keys().unguessable();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(
            HttpHeaders.SET_COOKIE,
            SessionCookie.of(COOKIE, BEGIN, browser, "Lax", request).build().toString())
        .header(HttpHeaders.LOCATION, oidc.begin(access().keys(), back(request), browser))
        .build();
  }

  /** Takes back whom the identity provider signed in. */
  @Open
  @GetMapping(BACK)
  ResponseEntity<Void> back(
      @RequestParam String state,
      @RequestParam(required = false) @Nullable String code,
      HttpServletRequest request) {
    OidcSignIn oidc = provider();
    if (code == null) {
      throw RefusedException.forbidden("the identity provider let nobody in");
    }
    String browser = Callers.cookie(request, COOKIE).orElse("");
    OidcSignIn.Person person = oidc.end(access().keys(), back(request), state, code, browser);
    if (person.roles().isEmpty()) {
      throw RefusedException.forbidden(
          "the identity provider gives " + person.name() + " no role here; see oidc.roles");
    }
    User user =
        access()
            .users()
            .fromProvider(
                person.issuer(), person.subject(), person.name(), person.display(), person.roles())
            .orElseThrow(() -> RefusedException.forbidden(person.name() + " is disabled here"));
    access().limit().ended(request.getRemoteAddr());
    return SessionCookie.home(access().sessions().begin(user.name(), "oidc"), request);
  }

  private String back(HttpServletRequest request) {
    boolean here = url == null || !request.getServerName().equals(url.getHost());
    return (here
            ? request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort()
            : String.valueOf(url))
        + BACK;
  }

  private OidcSignIn provider() {
    return provider.orElseThrow(
        () -> RefusedException.notFound("no identity provider is configured"));
  }

  private Access access() {
    return gate.hub().orElseThrow(NotReadyException::new).access();
  }
}
