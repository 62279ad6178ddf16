package dev.kontor.engine.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.DatabaseClock;
import dev.kontor.engine.Hub;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.simulated.QuoteErp.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quote goes through a flow of state, to an ERP that would make two of one number. */
class QuoteFlowTest {

  private static final Duration SETTLED = Duration.ofMinutes(25);

  private static final FlowConfig QUOTES =
      new FlowConfig(
          "quotes",
          FlowKind.STATE,
          true,
          new FlowConfig.Source("shop", EntityType.QUOTE, null),
          new FlowConfig.Target("erp", EntityType.QUOTE, "simerp/quote.out"),
          ExportConditions.ALWAYS,
          StockRule.PLAIN,
          null,
          null,
          Duration.ofMillis(200),
          Duration.ofDays(1));

  /** A shop that has quotes. */
  private static final class QuoteShop extends Simulated {
    final Shelf quotes = new Shelf(EntityType.QUOTE);

    QuoteShop() {
      super("simshop", Map.of());
      reads(EntityType.QUOTE, quotes);
    }
  }

  @TempDir private Path home;
  private final QuoteShop shop = new QuoteShop();
  private final QuoteErp erp = new QuoteErp();
  private final Database database = Database.forTests("Pacific/Chatham");
  private final DatabaseClock clock = new DatabaseClock(database.general());
  private Hub hub;

  @BeforeEach
  void start() {
    hub =
        Wiring.start(
            home,
            Database.over(database.hot(), database.general()),
            Duration.ofSeconds(2),
            Map.of("shop", shop, "erp", erp),
            Map.of("shop", "S-", "erp", ""),
            List.of(QUOTES));
  }

  @AfterEach
  void stop() {
    hub.close();
    database.close();
  }

  private void ask(String state) {
    shop.quotes.put(
        "id-1",
        "Q1",
        ModelJson.mapper().createObjectNode().put("number", "Q1").put("state", state));
  }

  private void await(String state) {
    Await.until(
        () -> "open " + hub.desk().open(5) + hub.desk().counts(),
        Await.PATIENCE,
        () ->
            hub.desk().counts().stream()
                .anyMatch(count -> count.state().equals(state) && count.count() > 0));
  }

  @Test
  void isMadeOnceAndThenChanged() {
    ask("REQUESTED");
    await("done");
    ask("ORDERED");
    Await.until("changed", () -> erp.writes().size() == 2);
    assertThat(erp.writes()).containsExactly("CREATE Q1 REQUESTED", "UPDATE Q1 ORDERED");
  }

  @Test
  void oneWhoseAnswerIsLostIsFoundByItsNumber() {
    erp.meets(Trouble.LOST_ANSWER);
    ask("REQUESTED");
    Await.until("gone on with", () -> erp.writes().size() == 2);
    assertThat(erp.writes()).containsExactly("CREATE Q1 REQUESTED", "UPDATE Q1 REQUESTED");
  }

  @Test
  void oneThatMayStillArriveIsNotMadeAgain() {
    erp.meets(Trouble.LATE);
    ask("REQUESTED");
    await("waiting");
    assertThat(erp.writes()).containsExactly("CREATE Q1 REQUESTED");
    erp.arrives();
    clock.advance(SETTLED);
    Await.until("gone on with", () -> erp.writes().size() == 2);
    assertThat(erp.writes()).containsExactly("CREATE Q1 REQUESTED", "UPDATE Q1 REQUESTED");
    assertThat(erp.made()).isEqualTo(1);
  }

  @Test
  void oneThatNeverArrivedIsMadeOnceTheTargetHasSettled() {
    erp.meets(Trouble.LATE);
    ask("REQUESTED");
    await("waiting");
    clock.advance(SETTLED);
    await("done");
    assertThat(erp.made()).isEqualTo(1);
  }
}
