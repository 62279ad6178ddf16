package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kontor.app.access.OneTimeLink;
import dev.kontor.app.access.Passwords;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Passwords, tokens and sessions stand in no log, no answer and not in clear in the database. */
class SecretsTest {

  private static final String PASSWORD = "planted-password-7391";
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.kontor");
  private static final Logger SPRING = (Logger) LoggerFactory.getLogger("org.springframework");

  @TempDir private Path home;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    ROOT.addAppender(log);
    OURS.setLevel(Level.TRACE);
    SPRING.setLevel(Level.TRACE);
  }

  @AfterEach
  void stop() {
    ROOT.detachAppender(log);
    OURS.setLevel(Level.INFO);
    SPRING.setLevel(null);
  }

  @Test
  void noSecretIsLoggedAnsweredOrStoredInClear() throws Exception {
    try (ObservedHub observed = new ObservedHub(home, Duration.ofSeconds(10))) {
      Access access = observed.hub.access();
      String hash = new Passwords().hash(PASSWORD);
      access.users().add("eva", "Eva", List.of(Role.VIEWER), hash, false, "test");
      String token = access.tokens().create("t", Set.of(Right.READ), 1, "test").secret();
      String session = access.sessions().begin("eva", "test");
      String link = OneTimeLink.of(access, "eva").replaceAll(".*=", "");
      List<String> answers = new ArrayList<>();
      answers.add(signIn(observed, "{\"user\":\"eva\",\"password\":\"" + PASSWORD + "\"}"));
      answers.add(signIn(observed, "{\"user\":\"" + PASSWORD + "\",\"password\":\"x\"}"));
      answers.add(signIn(observed, "{\"user\":7,\"password\":{\"" + PASSWORD + "\":1}}"));
      answers.add(signIn(observed, "{\"user\":\"eva\",\"password\":\"" + PASSWORD + "\""));
      answers.add(
          observed
              .send(observed.to("/api/pause").header("Authorization", "Bearer " + token))
              .body());
      answers.add(SignedIn.of(observed, session).post("/api/pause", "{}").body());
      String path = "/api/tokens";
      String asked = "{\"name\":\"u\",\"rights\":[\"read\"]}";
      String made = observed.post(path, asked).body().replaceAll(".*(kontor_[^\"]*).*", "$1");
      for (String secret : List.of(PASSWORD, token, session, link, made)) {
        assertThat(answers).noneMatch(text -> text.contains(secret));
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(secret));
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        new Tables(observed.database.general())
            .contents()
            .forEach(
                (table, rows) ->
                    assertThat(rows)
                        .as(table)
                        .noneMatch(row -> row.contains(secret) || row.contains(hex)));
      }
      assertThat(log.list).as("a log that hears nothing").isNotEmpty();
    }
  }

  private static String signIn(ObservedHub observed, String body) throws Exception {
    return observed
        .send(
            observed
                .to("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)))
        .body();
  }
}
