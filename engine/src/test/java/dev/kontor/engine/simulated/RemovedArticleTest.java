package dev.kontor.engine.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source removed an article before the answer to its creation came: is it in the shop? */
class RemovedArticleTest {

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void isCreatedWithoutAnswerAndThenRemoved() {
    bench = SimulatedHub.patient(home);
    bench.shop.next(new Fault.OutcomeUnknown("no answer"));
    put("Chair");
    awaitCount("retrying");
    bench.erp.articles.remove("id-1");
    awaitCount("waiting");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void put(String name) {
    bench.erp.articles.put(
        "id-1", "A1", ModelJson.mapper().createObjectNode().put("sku", "A1").put("name", name));
  }

  private void awaitCount(String state) {
    Await.until(state, () -> bench.count("products", state) > 0);
  }

  @Test
  void whatArrivesLateIsTakenAway() {
    bench.shop.arrive("A1", "Chair");
    bench.clock.advance(Duration.ofHours(1));
    Await.until("gone", () -> bench.shop.articles().isEmpty());
    bench.awaitQuiet();
    assertThat(bench.shop.articleWrites()).containsExactly("DELETE A1 ");
  }

  @Test
  void whatNeverArrivedIsForgottenAndMayBeMadeAgain() {
    bench.clock.advance(Duration.ofHours(1));
    bench.awaitQuiet();
    assertThat(bench.shop.articleWrites()).isEmpty();
    put("Stool");
    Await.until("there", () -> !bench.shop.articles().isEmpty());
    bench.awaitQuiet();
    assertThat(bench.shop.articleWrites()).containsExactly("CREATE A1 Stool");
  }
}
