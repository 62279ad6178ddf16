package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Planted secrets and personal data appear in no log line, no error, no metric, no trace, and not
 * in clear in a dump of the database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedValuesTest {

  private static final List<String> ASKED =
      List.of(
          "/health/live",
          "/health/ready",
          "/metrics",
          "/api/status",
          "/api/overview",
          "/api/overview/series?hours=24",
          "/api/messages/search?limit=500",
          "/api/messages/export",
          "/api/connections",
          "/api/audit",
          "/api/openapi.json");

  private static final Planted HARMLESS = new Planted(List.of("not believed", "customer-changes"));

  private Path directory;
  private Operator operator;
  private Collector collector;
  private PlantedStory story;
  private Planted planted;

  @SuppressWarnings("NullAway.Init") // opened before the story
  PlantedValuesTest() {}

  @BeforeAll
  void happen(@TempDir Path home) throws Exception {
    directory = home;
    collector = new Collector();
    operator = new Operator(home);
    operator.secrets().putAll(collector.environment());
    operator.secrets().put("kontor.log", "DEBUG");
    operator.secrets().put("kontor.log.libraries", "DEBUG");
    story = new PlantedStory(operator, home);
    story.run();
    String token = operator.token("read", "audit");
    List<String> values = new ArrayList<>(PlantedBuyer.VALUES);
    values.add(token);
    values.add(story.oldMaster());
    values.add(Files.readString(operator.home().resolve("master.key")).strip());
    values.add(Files.readString(operator.home().resolve("database/password")).strip());
    planted = new Planted(values);
    ask(token);
  }

  private void ask(String token) {
    List<String> paths = new ArrayList<>(ASKED);
    String id = story.order().path("id").asString();
    paths.add("/api/documents/shop/" + id);
    for (ListedMessage message : operator.show(story.order())) {
      paths.add("/api/messages/" + message.id() + "/payloads");
    }
    for (String path : paths) {
      story.answer(
          HttpRequest.newBuilder(URI.create(operator.statusPage() + path))
              .header("Authorization", "Bearer " + token));
    }
  }

  @AfterAll
  void close() {
    operator.close();
    collector.close();
  }

  @Test
  void notInAnythingTheHubOrItsDatabaseWroteForPeople() throws IOException {
    List<String> found = new ArrayList<>();
    List<String> harmless = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(PlantedValuesTest::isWritten).toList()) {
        found.addAll(planted.in(file.toString(), Files.readAllBytes(file)));
        harmless.addAll(HARMLESS.in(file.toString(), Files.readAllBytes(file)));
      }
    }
    assertThat(found).isEmpty();
    assertThat(harmless).as("what is no secret is found").isNotEmpty();
  }

  private static boolean isWritten(Path file) {
    return file.toString().matches(".*\\.(out|err|log|txt|json)");
  }

  @Test
  void notInWhatCallersAreAnsweredWhoMayNotKnow() {
    assertThat(story.answered()).anyMatch(answer -> answer.contains("kontor_settled"));
    assertThat(story.answered()).anyMatch(answer -> answer.contains("door.refused"));
    assertThat(story.answered()).anyMatch(answer -> answer.contains("•••"));
    assertThat(story.answered())
        .flatMap(answer -> planted.in("answer " + answer, answer))
        .isEmpty();
  }

  @Test
  void notInTraces() {
    assertThat(collector.received()).isNotEmpty();
    assertThat(planted.in("traces", collector.received())).isEmpty();
  }

  @Test
  void notInADumpOfTheDatabase() {
    try (Database database = Database.open(operator.database())) {
      List<String> found = new ArrayList<>();
      List<String> harmless = new ArrayList<>();
      DatabaseDump.of(database.general())
          .forEach(
              (table, rows) -> {
                found.addAll(planted.in(table, rows));
                harmless.addAll(HARMLESS.in(table, rows));
              });
      assertThat(found).isEmpty();
      assertThat(harmless).as("what is no secret is found").hasSizeGreaterThan(1);
    }
  }

  @Test
  void notInWhatCommandsPrint() {
    assertThat(planted.in("show", operator.story(story.order()))).isEmpty();
    assertThat(planted.in("list", operator.list().toString())).isEmpty();
  }
}
