package dev.kontor.app.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.app.access.OneTimeLink;
import dev.kontor.app.access.Passwords;
import dev.kontor.app.access.SignIn;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.AccessException;
import dev.kontor.engine.access.User;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by password or by a link that opens once, and out again. */
@RestController
class SessionController {

  private final HubGate gate;
  private final Passwords passwords;

  SessionController(HubGate gate, Passwords passwords) {
    this.gate = gate;
    this.passwords = passwords;
  }

  /**
   * Who signs in.
   *
   * @param user the name
   * @param password the password
   */
  record SigningIn(@Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "SigningIn[]";
    }
  }

  /**
   * Another password.
   *
   * @param old the one that holds
   * @param chosen the new one
   */
  record Choosing(
      @Nullable String old,
      @JsonProperty("new") @Schema(description = "at least 12 characters, without the user's name")
          @Nullable String chosen) {
    @Override
    public String toString() {
      return "Choosing[]";
    }
  }

  /**
   * Who is signed in.
   *
   * @param user name as the audit says who decided
   * @param name what others call the person or program
   * @param roles what the person is to the hub
   * @param rights what the caller may do
   * @param csrf for the header X-Kontor-Csrf, null for a program
   * @param mustChangePassword whether nothing else can be done before
   * @param via password, oidc or token
   */
  record Session(
      String user,
      String name,
      List<String> roles,
      List<String> rights,
      @Nullable String csrf,
      boolean mustChangePassword,
      String via) {}

  /** Signs in by password and sets the session's cookie. */
  @Open
  @PostMapping(path = "/api/session", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Session> signIn(@RequestBody SigningIn body, HttpServletRequest request) {
    String user = Given.text("user", body.user());
    String password = Given.present("password", body.password());
    SignIn.Result result =
        new SignIn(access(), passwords).tried(user, password, request.getRemoteAddr());
    return switch (result) {
      case SignIn.Result.Wrong wrong -> throw RefusedException.wrong();
      case SignIn.Result.TooMany many -> throw RefusedException.tooMany(many.delay());
      case SignIn.Result.Done done ->
          ResponseEntity.ok()
              .header(HttpHeaders.SET_COOKIE, SessionCookie.of(done.secret(), request))
              .body(session(Caller.of(done.user(), done.secret())));
    };
  }

  /** Signs in who was given a link that opens once. */
  @Open
  @GetMapping(OneTimeLink.PATH)
  ResponseEntity<Void> link(@RequestParam String key, HttpServletRequest request) {
    User user =
        OneTimeLink.open(access(), key)
            .orElseThrow(
                () -> RefusedException.forbidden("this link was used or is too old; sign in"));
    String secret = access().sessions().begin(user.name(), "link");
    return SessionCookie.home(secret, request);
  }

  /** Who is signed in. */
  @Needs({})
  @GetMapping("/api/session")
  Session who(Caller caller) {
    return session(caller);
  }

  /** Signs out. */
  @Needs({})
  @DeleteMapping("/api/session")
  ResponseEntity<Void> signOut(Caller caller, HttpServletRequest request) {
    if (caller.secret() != null) {
      access().sessions().end(caller.secret(), caller.name());
    }
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.ended(request))
        .build();
  }

  /** Sets another password. The person goes on with a new session; all others of the person end. */
  @Needs({})
  @PostMapping(path = "/api/session/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> choose(
      @RequestBody Choosing body, Caller caller, HttpServletRequest request) {
    String old = Given.present("old", body.old());
    String chosen = Given.present("new", body.chosen());
    User user = person(caller);
    SignIn.Result result =
        new SignIn(access(), passwords).choose(user, old, chosen, request.getRemoteAddr());
    return switch (result) {
      case SignIn.Result.Wrong wrong ->
          throw AccessException.bad("old", "is not the password that holds");
      case SignIn.Result.TooMany many -> throw RefusedException.tooMany(many.delay());
      case SignIn.Result.Done done ->
          ResponseEntity.noContent()
              .header(HttpHeaders.SET_COOKIE, SessionCookie.of(done.secret(), request))
              .build();
    };
  }

  private static User person(Caller caller) {
    if (caller.user() == null || caller.user().via() != User.Via.PASSWORD) {
      throw RefusedException.forbidden("who calls has no password here");
    }
    return caller.user();
  }

  private Session session(Caller caller) {
    @Nullable User user = caller.user();
    return new Session(
        caller.name(),
        user == null ? Objects.requireNonNull(caller.token()).name() : user.display(),
        caller.roles(),
        caller.words(),
        caller.secret() == null ? null : access().sessions().csrf(caller.secret()),
        caller.mustChangePassword(),
        user == null ? "token" : user.via().word());
  }

  private Access access() {
    return gate.hub().orElseThrow(NotReadyException::new).access();
  }
}
