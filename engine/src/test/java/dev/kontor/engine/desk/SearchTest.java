package dev.kontor.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.capture.BuyerTerms;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked for, a search finds what reading the whole ledger would find. */
class SearchTest {

  private static final int MESSAGES = 120;
  private static final String STRANGER = "never read";
  private static final long SEED = 20261201;
  private static final List<MessageState> STATES =
      List.of(
          new MessageState.Done("erp order 7"),
          new MessageState.Skipped("unchanged"),
          new MessageState.Dead("posting group DE is missing", "Invalid"),
          new MessageState.Waiting("Article A1 is missing", "Missing", null, Duration.ofDays(9)),
          new MessageState.Retrying("no answer 100%_", "Unavailable", Duration.ofDays(9), false));

  @TempDir private static Path home;
  private static final LedgerBench BENCH = new LedgerBench();
  private static final AtomicLong NANOS = new AtomicLong();
  private static BuyerTerms buyers;
  private static Search search;
  private static List<DeskStore.Entry> all = List.of();

  @BeforeAll
  static void fill() {
    Random dice = new Random(SEED);
    for (int i = 0; i < MESSAGES; i++) {
      if (i == MESSAGES / 2) {
        BENCH.column("select setval('message_id', 70000)");
      }
      String id = "o" + dice.nextInt(30);
      String flow = dice.nextBoolean() ? "orders" : "stock";
      BENCH.append(
          Append.event(
              flow + id, flow, 2, "created", "shop", id, "10" + id, "erp|" + i, null, null));
      BENCH.clock.advance(Duration.ofMinutes(30));
      if (dice.nextInt(5) > 0) {
        MessageState state = STATES.get(dice.nextInt(STATES.size()));
        BENCH.claim("n", 1).forEach(lane -> BENCH.finishAll("n", lane, state));
      }
    }
    String read = BENCH.column("select source_id from message where flow = 'orders'").getFirst();
    heardOf(read);
    heardOf(STRANGER);
    Vault vault =
        Vault.open(
            BENCH.database.general(),
            MasterKeys.load(Map.of(), home.resolve("key")),
            InstantSource.system());
    Payloads payloads = new Payloads(vault, RetentionRule.STANDARD);
    buyers = new BuyerTerms(payloads);
    search = new Search(BENCH.database.general(), buyers, NANOS::get);
    all = found(Filter.ALL, 500);
  }

  private static void heardOf(String id) {
    BENCH.append(Append.notice("orders" + id, "orders", 2, "polled", "shop", id, null, null));
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  /** Page by page until the end. */
  private static List<DeskStore.Entry> found(Filter filter, int most) {
    List<DeskStore.Entry> found = new ArrayList<>();
    @Nullable String next = null;
    do {
      Search.Found page = search.find(filter, next, most);
      assertThat(page.messages().size()).isLessThanOrEqualTo(most);
      found.addAll(page.messages());
      next = page.next();
    } while (next != null);
    return found;
  }

  private static boolean meets(Filter filter, DeskStore.Entry m) {
    return (filter.number() == null
            || List.of(String.valueOf(m.number()), m.sourceId()).contains(filter.number()))
        && (filter.states().isEmpty() || filter.states().contains(m.state()))
        && (filter.flow() == null || filter.flow().equals(m.flow()))
        && (filter.from() == null || !m.created().isBefore(filter.from()))
        && (filter.to() == null || m.created().isBefore(filter.to()))
        && (filter.fault() == null || filter.fault().equals(m.fault()))
        && (filter.text() == null
            || String.valueOf(m.reason())
                .toLowerCase(Locale.ROOT)
                .contains(filter.text().toLowerCase(Locale.ROOT)));
  }

  private static <T> @Nullable T perhaps(Random dice, int oneOf, List<T> values) {
    return dice.nextInt(oneOf) == 0 ? values.get(dice.nextInt(values.size())) : null;
  }

  private static Filter filter(Random dice) {
    DeskStore.Entry some = all.get(dice.nextInt(all.size()));
    String state = perhaps(dice, 2, Filter.STATES);
    return new Filter(
        perhaps(dice, 3, List.of(some.sourceId(), String.valueOf(some.number()), "nothing")),
        state == null ? Set.of() : new TreeSet<>(List.of(state, "done")),
        perhaps(dice, 3, List.of("orders", "stock", "none")),
        perhaps(dice, 3, List.of(some.created())),
        perhaps(dice, 3, List.of(all.get(dice.nextInt(all.size())).created())),
        perhaps(dice, 5, List.of("Invalid", "Missing", "Unavailable", "'; drop table message")),
        perhaps(dice, 4, List.of("MISSING", "%", "_", "a1", "'")),
        null);
  }

  @Test
  void whatIsOnlyHeardOfIsShownByTheNumberThatWasRead() {
    DeskStore.Entry stranger = all.getFirst();
    assertThat(stranger.sourceId()).isEqualTo(STRANGER);
    assertThat(stranger.number()).isNull();
    DeskStore.Entry known = all.get(1);
    assertThat(known.kind()).isEqualTo("notice");
    assertThat(known.number()).isEqualTo("10" + known.sourceId());
  }

  @Test
  void findsWhatReadingEverythingFinds() {
    assertThat(all).hasSize(MESSAGES + 2);
    Random dice = new Random(SEED + 1);
    for (int i = 0; i < 60; i++) {
      Filter filter = filter(dice);
      List<DeskStore.Entry> right = all.stream().filter(m -> meets(filter, m)).toList();
      assertThat(found(filter, 10 + dice.nextInt(90)))
          .as("%s", filter)
          .containsExactlyElementsOf(right);
    }
  }

  @Test
  void whenItTakesTooLongTheAnswerIsShortAndSaysWhereToGoOn() {
    Search slow = new Search(BENCH.database.general(), buyers, SearchTest::later);
    Search.Found first = slow.find(Filter.ALL, null, 500);
    assertThat(first.messages()).hasSizeBetween(1, MESSAGES / 2 + 2);
    assertThat(first.next()).isNotNull();
    List<DeskStore.Entry> found = new ArrayList<>(first.messages());
    for (@Nullable String next = first.next(); next != null; ) {
      Search.Found page = slow.find(Filter.ALL, next, 500);
      found.addAll(page.messages());
      next = page.next();
    }
    assertThat(found).isEqualTo(all);
  }

  private static long later() {
    return NANOS.addAndGet(Duration.ofMinutes(1).toNanos());
  }
}
