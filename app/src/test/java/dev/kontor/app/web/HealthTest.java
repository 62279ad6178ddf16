package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.DatabaseException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that cannot work says so, and is not to be restarted for it. */
class HealthTest {

  @TempDir private Path home;

  @Test
  void aHubThatStopsIsAliveButNotReady() throws Exception {
    try (ObservedHub observed = new ObservedHub(home, Duration.ofSeconds(10))) {
      assertThat(observed.get("/health/ready").statusCode()).isEqualTo(200);
      observed.gate.close();
      var closing = observed.get("/health/ready");
      assertThat(closing.statusCode()).isEqualTo(503);
      assertThat(closing.body()).contains("\"doors\":false");
      assertThat(observed.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutItsDatabaseAHubIsAliveButNotReady() throws Exception {
    ObservedHub observed = new ObservedHub(home, Duration.ofSeconds(10));
    observed.database.close();
    var cut = observed.get("/health/ready");
    assertThat(cut.statusCode()).isEqualTo(503);
    assertThat(cut.body()).contains("\"doors\":true", "\"database\":false");
    assertThat(observed.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(observed.send(observed.to("/metrics")).body()).contains("kontor_database_up 0");
    Assertions.assertThatThrownBy(observed::close).isInstanceOf(DatabaseException.class);
  }
}
