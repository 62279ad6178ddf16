package dev.kontor.proof.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.MovedClock;
import dev.kontor.twin.kit.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a merchant with everything switched on and everything that happens to people and
 * networks. In the end both systems have every document alike, or the hub says why not.
 */
class DayInTheLifeTest {

  private static final boolean FULL = Boolean.getBoolean("kontor.full");
  private static final int ARTICLES = FULL ? 2000 : 150;
  private static final int CUSTOMERS = FULL ? 300 : 40;
  private static final int ORDERS = FULL ? 1000 : 60;
  private static final int TROUBLE = FULL ? 3 : 1;

  /**
   * From one order to the next, and from one poll to the next. A long day at the pace of a short
   * one would ask the ERP for more than the 6,000 calls it allows in five minutes, and nothing
   * could be in time.
   */
  private static final Duration LONGEST = Duration.ofMillis(FULL ? 1200 : 60);

  private static final String POLL = FULL ? "poll: PT10S" : "poll: PT1S";

  private static final long SEED = Long.getLong("kontor.day.seed", 20_271_030L);

  /** A few polls, a reading and a write of everything, on a busy machine. */
  private static final Duration PATIENCE = FULL ? Duration.ofMinutes(15) : Await.PATIENCE;

  /** As for any stock, and on top of it while the ERP cannot be asked. */
  private static final Duration BOUND = Duration.ofSeconds(90);

  /** Until the hub asks again at the latest, once the ERP can be asked. */
  private static final Duration NEXT_PROBE = Duration.ofMinutes(1);

  /** The day before the clocks are put back. */
  private static final LocalDate TODAY = LocalDate.of(2027, 10, 30);

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "orders edited dead",
          "orders cancelled dead",
          "orders reopened dead",
          "orders refunded waiting");

  private final MovedClock clock = new MovedClock();
  private final Range range = new Range(ARTICLES, SEED, TODAY);

  @Test
  void everyDocumentIsAlikeInTheEndOrTheHubSaysWhyNot(@TempDir Path home) throws Exception {
    Figures.progress("DayInTheLifeTest: -Dkontor.day.seed=" + SEED);
    clock.moveTo(TODAY.atTime(LocalTime.NOON).atZone(BERLIN).toInstant());
    try (Merchant merchant =
        Merchant.moved(
            home,
            Json.array(),
            range.company(),
            clock,
            DayInTheLifeTest::priced,
            "refunds",
            "stock",
            "products",
            "prices",
            "progress")) {
      Pictures.upload(range, new ErpByHand(merchant.pair()));
      merchant.openDoor();
      opened(merchant);
      Day day = new Day(merchant, range, CUSTOMERS, SEED, LONGEST);
      day.trade(ORDERS);
      Figures.progress("DayInTheLifeTest: traded");
      day.trouble(TROUBLE);
      Await.until(
          "people are done", PATIENCE, () -> day.left().isEmpty(), () -> "left: " + day.left());
      atRest(merchant);
      day.release();
      atRest(merchant);
      compare(merchant, day, "by day");
      merchant.moveTo(TODAY.plusDays(1).atStartOfDay(BERLIN).toInstant());
      merchant.hub().rest().awaitPoll("prices", PATIENCE);
      atRest(merchant);
      compare(merchant, day, "after midnight");
      day.tell();
      assertThat(day.measured().longest()).isLessThan(day.outage().plus(NEXT_PROBE).plus(BOUND));
      assertThat(merchant.truth().mails()).isZero();
      assertThat(merchant.hub().verify().tampered()).isFalse();
    }
  }

  private static String priced(String yaml) {
    return yaml.replace(
            "priceAudiences: {everybody: true}",
            "refundRest: proportional\n      priceAudiences: {everybody: true, groups: [{code: B2B,"
                + " basis: net}]}")
        .replace("prices: {}", "prices: {groups: {B2B: B2B}}")
        .replace("poll: PT1S", POLL);
  }

  /** The shop has been filled from the ERP. */
  private void opened(Merchant merchant) {
    merchant.await(
        PATIENCE,
        "all articles",
        () -> merchant.truth().articles(1).size() == range.wares().size());
    merchant.hub().rest().await(PATIENCE);
    Explanations said = new Explanations(merchant);
    CatalogueBooks catalogue = new CatalogueBooks(Books.of(merchant), range);
    said.judge(catalogue.articles());
    assertThat(said.unexplained()).isEmpty();
    Figures.progress("DayInTheLifeTest: opened with " + range.wares().size() + " articles");
  }

  private static void atRest(Merchant merchant) {
    merchant
        .hub()
        .rest()
        .leaving(open -> open.contains("refunded:") && open.endsWith("waiting"))
        .await(PATIENCE);
  }

  private void compare(Merchant merchant, Day day, String when) {
    Explanations said = new Explanations(merchant);
    Books books = Books.of(merchant);
    said.judge(OrderBooks.compared(books));
    said.judge(RefundBooks.compared(books));
    said.judge(ProgressBooks.compared(books));
    said.judge(new CatalogueBooks(books, range).articles());
    said.judge(
        new CatalogueBooks(books, range).prices(LocalDate.ofInstant(clock.instant(), BERLIN)));
    said.judge(new CatalogueBooks(books, range).stock());
    Figures.print("DayInTheLifeTest: " + when + ", explained " + said.explained());
    Figures.progress(String.join("\n  ", said.examples()));
    Map<String, String> fates = day.fates();
    assertThat(said.unexplained())
        .as(when)
        .extracting(u -> fates.getOrDefault(u.subject(), "") + " " + u + " " + said.told(u))
        .isEmpty();
    assertThat(said.waiting().keySet()).as(when).isEqualTo(FOR_PEOPLE);
  }
}
