package dev.kontor.app.web;

import dev.kontor.app.access.Passwords;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import dev.kontor.engine.access.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in, and as what. */
@RestController
class UsersController {

  private final HubGate gate;
  private final Passwords passwords;

  UsersController(HubGate gate, Passwords passwords) {
    this.gate = gate;
    this.passwords = passwords;
  }

  /**
   * A user.
   *
   * @param user name as the audit says who decided
   * @param name what others call the person
   * @param roles viewer, operator, integrator, auditor, administrator
   * @param via password or oidc
   * @param lastSignIn null if never
   * @param disabled whether the person may not sign in
   */
  record Known(
      String user,
      String name,
      List<String> roles,
      String via,
      @Nullable Instant lastSignIn,
      boolean disabled) {

    static Known of(User user) {
      return new Known(
          user.name(),
          user.display(),
          user.roles().stream().map(Role::word).toList(),
          user.via().word(),
          user.lastSignIn(),
          user.disabled());
    }
  }

  /** Everybody, by name. */
  record Everybody(List<Known> users) {}

  /**
   * A user to be.
   *
   * @param user name as the audit says who decided: a-z, 0-9 and . _ @ + -
   * @param name what others call the person
   * @param roles viewer, operator, integrator, auditor, administrator
   */
  record Adding(
      @Nullable String user, @Nullable String name, @Nullable List<@Nullable String> roles) {}

  /**
   * What is to change; what is not stated stays.
   *
   * @param name what others call the person
   * @param roles viewer, operator, integrator, auditor, administrator
   * @param disabled whether the person may not sign in
   */
  record Changing(
      @Nullable String name, @Nullable List<@Nullable String> roles, @Nullable Boolean disabled) {}

  /**
   * A user just added.
   *
   * @param oneTimePassword for the first sign-in, shown this once
   */
  record Added(String user, String oneTimePassword) {
    @Override
    public String toString() {
      return "Added[" + user + "]";
    }
  }

  /**
   * A password that only serves to set another.
   *
   * @param oneTimePassword shown this once
   */
  record Reset(String oneTimePassword) {
    @Override
    public String toString() {
      return "Reset[]";
    }
  }

  /** Everybody who may sign in or could. */
  @Needs(Right.USERS)
  @GetMapping("/api/users")
  Everybody all() {
    return new Everybody(access().users().all().stream().map(Known::of).toList());
  }

  /** Adds a user with a password for the first sign-in. */
  @Needs(Right.USERS)
  @PostMapping(path = "/api/users", consumes = MediaType.APPLICATION_JSON_VALUE)
  Added add(@RequestBody Adding body, Caller caller) {
    String user = User.checkedName(Given.text("user", body.user()));
    String password = Passwords.oneTime();
    access()
        .users()
        .add(
            user,
            Given.text("name", body.name()),
            roles(body.roles()),
            passwords.hash(password),
            true,
            caller.name());
    return new Added(user, password);
  }

  /** Changes a user. */
  @Needs(Right.USERS)
  @PatchMapping(path = "/api/users/{user}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Known change(@PathVariable String user, @RequestBody Changing body, Caller caller) {
    @Nullable List<Role> roles = body.roles() == null ? null : roles(body.roles());
    return Known.of(
        access().users().change(user, body.name(), roles, body.disabled(), caller.name()));
  }

  /** Gives a user a password that only serves to set another. */
  @Needs(Right.USERS)
  @PostMapping("/api/users/{user}/reset")
  Reset reset(@PathVariable String user, Caller caller) {
    String password = Passwords.oneTime();
    access().users().reset(user, passwords.hash(password), caller.name());
    access().limit().forget(user);
    return new Reset(password);
  }

  private static List<Role> roles(@Nullable List<@Nullable String> words) {
    return Given.all("roles", words).stream().map(Role::of).toList();
  }

  private Access access() {
    return gate.hub().orElseThrow(NotReadyException::new).access();
  }
}
