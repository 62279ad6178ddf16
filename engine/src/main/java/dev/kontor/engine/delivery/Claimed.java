package dev.kontor.engine.delivery;

import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import java.util.List;
import java.util.function.Predicate;

/**
 * A claimed lane with what may be done next in it.
 *
 * @param atHand what the work can do without reading
 * @param along what is finished with the round, whatever becomes of it
 */
public record Claimed(
    Lane lane, List<Message> unfinished, LanePlan.Work work, AtHand atHand, List<Finish> along) {

  public Claimed {
    along = List.copyOf(along);
  }

  /** With nothing but what the ledger holds. */
  public Claimed(Lane lane, List<Message> unfinished, LanePlan.Work work) {
    this(lane, unfinished, work, AtHand.NOTHING, List.of());
  }

  /** Planned by what stands in the lane. */
  public static Claimed of(Lane lane, List<Message> unfinished, AtHand atHand) {
    return new Claimed(lane, unfinished, LanePlan.next(unfinished), atHand, List.of());
  }

  /**
   * The newest of the notices it is worked on for.
   *
   * @throws IllegalStateException if it is worked on for an event
   */
  public Message newest() {
    return switch (work) {
      case LanePlan.Work.Capture capture -> capture.notices().getLast();
      case LanePlan.Work.Effect e -> throw new IllegalStateException("an event where notices go");
      case LanePlan.Work.Nothing n -> throw new IllegalStateException("nothing to work on");
    };
  }

  /**
   * The same, its newest notice standing for all of them: many changes of one document are one
   * reading.
   */
  public Claimed coalesced() {
    long newest = newest().id();
    MessageState over = new MessageState.Skipped("superseded by a later change");
    List<Finish> older = all(m -> m.isNotice() && m.id() != newest, over);
    return new Claimed(lane, unfinished, work, atHand, older);
  }

  /** The same end of all its messages that are such. */
  List<Finish> all(Predicate<Message> such, MessageState end) {
    return unfinished.stream().filter(such).map(m -> Finish.quiet(m, end)).toList();
  }

  /** A round in which the newest notice turned out to be rightly without effect. */
  public Round skipped(String reason) {
    return round().finish(newest(), new MessageState.Skipped(reason));
  }

  public Round round() {
    Round round = new Round(lane, unfinished);
    along.forEach(round::finish);
    return round;
  }
}
