package dev.kontor.engine.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an article only the newest version counts, and it is written only if the shop lacks it. */
class StateFlowTest {

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = SimulatedHub.patient(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void put(String name) {
    bench.erp.articles.put(
        "id-1", "A1", ModelJson.mapper().createObjectNode().put("sku", "A1").put("name", name));
  }

  private void awaitShown(String name) {
    Await.until(
        () -> "shown " + bench.shop.articles() + ", open " + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> Map.of("A1", name).equals(bench.shop.articles()));
    bench.awaitQuiet();
  }

  @Test
  void isMadeThenChangedThenTakenAway() {
    put("Chair");
    awaitShown("Chair");
    put("Stool");
    awaitShown("Stool");
    bench.erp.articles.remove("id-1");
    Await.until("gone", () -> bench.shop.articles().isEmpty());
    bench.awaitQuiet();
    assertThat(bench.shop.articleWrites())
        .containsExactly("CREATE A1 Chair", "UPDATE A1 Stool", "DELETE A1 ");
  }

  @Test
  void whatTheShopHasAlreadyIsNotWrittenButWhatCameBackIs() {
    put("Chair");
    awaitShown("Chair");
    put("Chair");
    put("Stool");
    awaitShown("Stool");
    put("Chair");
    awaitShown("Chair");
    assertThat(bench.shop.articleWrites())
        .containsExactly("CREATE A1 Chair", "UPDATE A1 Stool", "UPDATE A1 Chair");
  }

  @Test
  void manyChangesWhileTheShopIsAwayAreOneWrite() {
    bench.shop.down(true);
    for (int i = 1; i <= 10; i++) {
      put("Chair " + i);
    }
    Await.until("tried", () -> bench.count("products", "retrying") > 0);
    bench.shop.down(false);
    awaitShown("Chair 10");
    assertThat(bench.shop.articleWrites()).containsExactly("CREATE A1 Chair 10");
  }

  /** Nobody knows when a write without answer arrives, so the last word is written once more. */
  @Test
  void aVersionThatArrivesLateIsReplaced() {
    put("Chair");
    awaitShown("Chair");
    bench.shop.next(new Fault.OutcomeUnknown("no answer"));
    put("Stool");
    Await.until("lost", () -> bench.count("products", "retrying") > 0);
    put("Bench");
    Await.until(
        () -> "shown " + bench.shop.articles(),
        Await.PATIENCE,
        () -> Map.of("A1", "Bench").equals(bench.shop.articles()));
    bench.shop.arrive("A1", "Stool");
    bench.clock.advance(Duration.ofMinutes(1));
    awaitShown("Bench");
  }

  @Test
  void aDeadVersionIsFollowedByANewerOne() {
    bench.shop.next(new Fault.Invalid("name", "is too long", "LENGTH"));
    put("A very long chair");
    Await.until("dead", () -> bench.count("products", "dead") > 0);
    put("Chair");
    awaitShown("Chair");
  }

  /** Its intent stays open: what the shop took is given to it again only when it has settled. */
  @Test
  void whatTheShopTookAndHasNotDoneIsGivenToItAgainLater() {
    bench.shop.next(new Outcome.Accepted("operation 7"));
    put("Chair");
    Await.until("taken", () -> bench.count("products", "retrying") > 0);
    assertThat(bench.hub.desk().open(5))
        .anySatisfy(message -> assertThat(message.reason()).contains("operation 7"));
    bench.clock.advance(Duration.ofMinutes(1));
    awaitShown("Chair");
    assertThat(bench.shop.articleWrites()).containsExactly("CREATE A1 Chair");
  }
}
