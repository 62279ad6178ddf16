package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.access.Passwords;
import dev.kontor.app.access.SignIn;
import dev.kontor.app.hub.Records;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access given and taken by who has the machine. */
class AccessCommandsTest {

  @TempDir private static Path home;
  private static Records records;
  private static Access access;

  @BeforeAll
  static void open() {
    records = Records.open(home, Map.of());
    access = Access.of(records.database().general(), records.vault());
  }

  @AfterAll
  static void close() {
    records.close();
  }

  private static Ran kontor(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    return Ran.kontor(all.toArray(String[]::new));
  }

  private static SignIn.Result signIn(String user, String password) {
    return new SignIn(access, new Passwords()).tried(user, password, "192.0.2.1");
  }

  private static String password(Ran ran) {
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran.out().lines().findFirst().orElseThrow().replaceAll(".* ", "");
  }

  @Test
  void aUserIsAddedDisabledAndResetAndEachPasswordHoldsUntilTheNext() {
    String first = password(kontor("user", "add", "Ada", "--name=Ada L.", "--role=operator"));
    assertThat(signIn("ada", first)).isInstanceOf(SignIn.Result.Done.class);
    assertThat(kontor("user", "list").out())
        .contains("ada", "operator", "last in")
        .doesNotContain(first);
    assertThat(kontor("user", "disable", "ada").status()).isZero();
    assertThat(signIn("ada", first)).isInstanceOf(SignIn.Result.Wrong.class);
    for (int i = 0; i < 6; i++) {
      signIn("ada", "wrong");
    }
    assertThat(signIn("ada", first)).isInstanceOf(SignIn.Result.TooMany.class);
    String second = password(kontor("user", "reset", "ada"));
    assertThat(signIn("ada", first)).isInstanceOf(SignIn.Result.Wrong.class);
    assertThat(signIn("ada", second)).isInstanceOf(SignIn.Result.Done.class);
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    assertThat(kontor("user", "add", "x y", "--role=viewer").err()).contains("user must have");
    assertThat(kontor("user", "add", "bo", "--role=king").err()).contains("viewer", "auditor");
    assertThat(kontor("user", "reset", "nobody").err()).contains("user nobody is unknown");
    kontor("user", "add", "root", "--role=administrator");
    assertThat(kontor("user", "add", "root", "--role=viewer").err()).contains("is there already");
    assertThat(kontor("user", "disable", "root").err()).contains("is the last administrator");
    assertThat(kontor("token", "revoke", "99").err()).contains("token 99 is unknown");
    assertThat(kontor("token", "create", "t", "--right=all").err()).contains("decide", "audit");
    assertThat(kontor("token", "create", "t", "--right=read", "--days=0").err()).contains("days");
  }

  @Test
  void aTokenIsPrintedOnce() {
    Ran made = kontor("token", "create", "monitoring", "--right=read", "--days=30");
    Token token = access.tokens().find(made.out().strip()).orElseThrow();
    assertThat(token.rights()).containsExactly(Right.READ);
    assertThat(kontor("token", "list").out())
        .contains("monitoring", "read", "until")
        .doesNotContain(made.out().strip());
    assertThat(kontor("token", "revoke", String.valueOf(token.id())).status()).isZero();
    assertThat(access.tokens().find(made.out().strip())).isEmpty();
  }

  @Test
  void theFirstPasswordIsGivenOnce() {
    Records fresh = Records.open(home.resolve("fresh"), Map.of());
    try (fresh) {
      Access other = Access.of(fresh.database().general(), fresh.vault());
      SignIn signIn = new SignIn(other, new Passwords());
      String password = signIn.firstPassword().orElseThrow();
      assertThat(signIn.firstPassword()).isEmpty();
      assertThat(signIn.tried("admin", password, "192.0.2.1"))
          .isInstanceOfSatisfying(
              SignIn.Result.Done.class, done -> assertThat(done.user().mustChange()).isTrue());
    }
  }
}
