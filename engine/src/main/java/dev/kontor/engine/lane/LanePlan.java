package dev.kontor.engine.lane;

import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be worked on next in a lane; pure. Notices only read, so they pass an event that
 * is stuck and coalesce; events keep their order, save that a cancellation passes what is stuck,
 * and that everything passes one about money that is.
 */
public final class LanePlan {

  /** What to do next. */
  public sealed interface Work {
    /** Read the document these notices are about, once. */
    record Capture(List<Message> notices) implements Work {}

    /** Bring about this event's effect. */
    record Effect(Message event) implements Work {}

    /** Nothing may be done now. */
    record Nothing() implements Work {}
  }

  private LanePlan() {}

  /**
   * @param unfinished in lane order
   */
  public static Work next(List<Message> unfinished) {
    List<Message> notices = unfinished.stream().filter(Message::isNotice).toList();
    if (notices.stream().anyMatch(n -> n.isDue() && !n.isDead())) {
      return new Work.Capture(notices);
    }
    List<Message> events = unfinished.stream().filter(m -> !m.isNotice()).toList();
    List<Message> free = free(events);
    return events.stream()
        .filter(e -> free.contains(e) || OrderDecision.passes(e.event()))
        .filter(e -> e.isDue() && !e.isDead())
        .findFirst()
        .<Work>map(Work.Effect::new)
        .orElseGet(Work.Nothing::new);
  }

  /** The first event that holds up what follows, and those before it. */
  private static List<Message> free(List<Message> events) {
    int first = 0;
    while (first < events.size() && !OrderDecision.holds(events.get(first).event())) {
      first++;
    }
    return events.subList(0, Math.min(events.size(), first + 1));
  }

  /**
   * How the lane is given back after a round of work.
   *
   * @param unfinished as read when the round began, in lane order
   * @param finishes what became of some of them
   * @param wakeKey what the head waits for, null for nothing
   */
  public static Release release(
      Lane lane, List<Message> unfinished, List<Finish> finishes, @Nullable String wakeKey) {
    Map<Long, Finish> byId =
        finishes.stream().collect(Collectors.toMap(f -> f.message().id(), Function.identity()));
    int done = (int) finishes.stream().filter(f -> f.state().isFinished()).count();
    Duration due = null;
    boolean headSeen = false;
    for (Message message : unfinished) {
      Finish finish = byId.get(message.id());
      if (finish != null && finish.state().isFinished()) {
        continue;
      }
      boolean counts = message.isNotice() || !headSeen || OrderDecision.passes(message.event());
      headSeen = headSeen || (!message.isNotice() && OrderDecision.holds(message.event()));
      Duration delay = counts ? delay(message, finish) : null;
      if (delay != null && (due == null || delay.compareTo(due) < 0)) {
        due = delay;
      }
    }
    boolean stillWaits = wakeKey == null && stillWaits(unfinished, byId);
    return new Release(lane, done, due, wakeKey, stillWaits);
  }

  private static boolean stillWaits(List<Message> unfinished, Map<Long, Finish> byId) {
    return unfinished.stream()
        .filter(m -> !m.isNotice())
        .findFirst()
        .filter(head -> !byId.containsKey(head.id()))
        .isPresent();
  }

  /** Time until the message is worth a look; null if only a person or a wake-up helps. */
  private static @Nullable Duration delay(Message message, @Nullable Finish finish) {
    if (finish == null) {
      return message.isDead() ? null : Duration.ofMillis(message.delayMillis());
    }
    if (finish.state().key().equals("dead")) {
      return null;
    }
    Duration delay = finish.state().delay();
    return delay == null ? Duration.ZERO : delay;
  }
}
