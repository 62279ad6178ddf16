package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every address of the administration, as it is mapped, for everybody who may call. */
class AccessMatrixTest {

  /** As the contract of the API has it, not as the code. */
  private static final Map<Role, Set<Right>> CONTRACT =
      Map.of(
          Role.VIEWER, Set.of(Right.READ),
          Role.OPERATOR, Set.of(Right.READ, Right.PERSONAL, Right.DECIDE),
          Role.INTEGRATOR, Set.of(Right.READ, Right.PERSONAL, Right.DECIDE, Right.CONFIGURE),
          Role.AUDITOR, Set.of(Right.READ, Right.AUDIT),
          Role.ADMINISTRATOR, EnumSet.allOf(Right.class));

  @TempDir private static Path home;
  private static ObservedHub observed;
  private static List<Address> addresses;

  @BeforeAll
  static void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    addresses = Address.all(observed.administration.context());
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  private static int status(Address address, Function<String, HttpRequest.Builder> caller)
      throws Exception {
    return observed.status(
        caller
            .apply(address.filled())
            .header("Content-Type", "application/json")
            .method(address.method(), BodyPublishers.ofString("{}")));
  }

  /** Refused exactly if a right is missing; what was let through may fail for another reason. */
  private static void check(Set<Right> rights, Function<String, HttpRequest.Builder> caller)
      throws Exception {
    for (Address address : addresses) {
      boolean allowed = address.open() || rights.containsAll(address.rights());
      int status = status(address, caller);
      if (allowed) {
        assertThat(status).as("%s with %s", address, rights).isNotIn(401, 403);
      } else {
        assertThat(status).as("%s with %s", address, rights).isEqualTo(403);
      }
    }
  }

  @Test
  void eachRoleReachesWhatTheContractGivesIt() throws Exception {
    for (Role role : Role.values()) {
      // Each call has a session of its own, because one of them signs out.
      check(
          Objects.requireNonNull(CONTRACT.get(role)),
          path -> {
            SignedIn caller = SignedIn.as(observed, role.word(), role);
            return caller.to(path).header("X-Kontor-Csrf", caller.csrf());
          });
    }
  }

  @Test
  void eachTokenReachesWhatItsRightGivesIt() throws Exception {
    for (Right right : Right.values()) {
      String token =
          observed.hub.access().tokens().create("one", Set.of(right), 1, "test").secret();
      check(Set.of(right), path -> observed.to(path).header("Authorization", "Bearer " + token));
    }
  }

  @Test
  void whoIsNotSignedInReachesNothingButWhatIsOpen() throws Exception {
    List<Function<String, HttpRequest.Builder>> nobody = new ArrayList<>();
    nobody.add(observed::to);
    nobody.add(path -> observed.to(path).header("Cookie", "kontor-session=guessed"));
    nobody.add(path -> observed.to(path).header("Authorization", "Bearer kontor_guessed"));
    nobody.add(path -> observed.to(path).header("Authorization", "Basic YWRtaW46YWRtaW4="));
    for (Function<String, HttpRequest.Builder> caller : nobody) {
      for (Address address : addresses) {
        if (!address.open() && !address.path().equals("/metrics")) {
          assertThat(status(address, caller)).as("%s", address).isEqualTo(401);
        }
      }
    }
  }

  @Test
  void whatIsOpenIsThisAndNothingElse() {
    Set<String> open = new TreeSet<>();
    addresses.stream().filter(Address::open).forEach(a -> open.add(a.method() + " " + a.path()));
    assertThat(open)
        .containsExactly(
            "GET /",
            "GET /api/session/link",
            "GET /api/session/oidc",
            "GET /api/session/oidc/return",
            "GET /api/sign-in",
            "GET /health/live",
            "GET /health/ready",
            "POST /api/session");
  }
}
