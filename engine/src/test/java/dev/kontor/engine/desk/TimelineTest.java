package dev.kontor.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.DeskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What became of a document, in words of the business, in English and German. */
class TimelineTest {

  private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

  private final List<DeskStore.Entry> messages = new ArrayList<>();
  private final List<DocumentStore.Tried> tries = new ArrayList<>();
  private final List<DocumentStore.Decided> decisions = new ArrayList<>();

  private static Instant at(int minutes) {
    return NINE.plusSeconds(minutes * 60L);
  }

  private void message(
      String kind, String event, String state, @Nullable String reason, @Nullable String fault) {
    int id = messages.size() + 1;
    boolean open = !List.of("done", "skipped", "discarded").contains(state);
    messages.add(
        new DeskStore.Entry(
            id,
            "orders",
            kind,
            event,
            "shop",
            "1",
            "10023",
            "101005",
            state,
            reason,
            fault,
            0,
            at(id),
            open ? null : at(id + 10),
            null));
  }

  private void tried(long message, int minute, String outcome, String detail) {
    tries.add(new DocumentStore.Tried(message, at(minute), outcome, detail, null, 7L, null, null));
  }

  private Story story() {
    return new Story(
        new DocumentName("shop", "1"),
        at(99),
        NINE,
        messages,
        List.of(),
        tries,
        decisions,
        Map.of(),
        Map.of());
  }

  private List<String> told(boolean german) {
    return Timeline.of(story()).stream().map(h -> german ? h.text().de() : h.text().en()).toList();
  }

  @Test
  void ofAnOrderThatWasTriedDeadAndTriedAgain() {
    message("notice", "pushed", "done", null, null);
    message("event", "created", "done", "erp order 101005", null);
    tried(2, 4, "Unavailable", "no answer");
    tried(2, 5, "Unavailable", "no answer");
    tried(2, 6, "Invalid", "posting group missing");
    decisions.add(new DocumentStore.Decided(at(8), "desk.resubmit", 2, "group added (ada)"));
    tried(2, 12, "Written", "erp order 101005");
    assertThat(told(false))
        .containsExactly(
            "placed in shop",
            "heard of from shop",
            "tried 2×, no answer",
            "tried 1×, refused: posting group missing",
            "tried again by ada: group added",
            "entered in orders as 101005");
    assertThat(told(true))
        .containsExactly(
            "in shop bestellt",
            "von shop erfahren",
            "2× versucht, keine Antwort",
            "1× versucht, abgelehnt: posting group missing",
            "erneut angestoßen von ada: group added",
            "in orders angelegt als 101005");
    assertThat(story().state()).isEqualTo(DocumentPage.State.DONE);
  }

  @Test
  void whatAPersonSkippedIsToldOnce() {
    message("event", "created", "skipped", "a test order (ada)", null);
    decisions.add(new DocumentStore.Decided(at(8), "desk.skip", 1, "a test order (ada)"));
    assertThat(told(false))
        .containsExactly("placed in shop", "heard of from shop", "skipped by ada: a test order");
  }

  @Test
  void whatIsHeldSaysSoOnceAndWhatMayBeDone() {
    message("event", "created", "dead", "no such unit", "Invalid");
    tried(1, 3, "Invalid", "no such unit");
    assertThat(told(false))
        .containsExactly("placed in shop", "heard of from shop", "held: no such unit");
    assertThat(NextSteps.of(story(), Set.of("flow:orders")))
        .extracting(DocumentPage.Step::action)
        .containsExactly("resubmit", "entered", "skip", "discard", "resume");
    assertThat(Answers.of(story()).de()).contains("10023").contains("klären");
    assertThat(Answers.of(story()).en()).doesNotContain("unit");
  }

  @Test
  void whatWaitsForItsCustomerIsNotTaken() {
    message("event", "created", "waiting", "customer of the order is missing", "Missing");
    assertThat(told(false)).contains("waits for customer: customer of the order is missing");
    assertThat(told(true)).contains("wartet auf den Kunden: customer of the order is missing");
    assertThat(story().state()).isEqualTo(DocumentPage.State.WAITING);
  }

  @Test
  void whatWasGivenUpNamesWho() {
    message("event", "created", "discarded", "a test order (ada)", null);
    assertThat(told(false)).contains("given up by ada: a test order");
    assertThat(NextSteps.of(story(), Set.of())).isEmpty();
    assertThat(Answers.of(story()).en()).contains("not being processed");
  }

  @Test
  void everySentenceHasBothLanguages() {
    for (Words words : Words.values()) {
      DocumentPage.Text text = words.of("1st", "2nd");
      assertThat(text.en()).isNotBlank().isNotEqualTo(text.de());
      assertThat(text.en().contains("1st")).isEqualTo(text.de().contains("1st")).isTrue();
      assertThat(text.en().contains("2nd")).isEqualTo(text.de().contains("2nd"));
    }
  }
}
