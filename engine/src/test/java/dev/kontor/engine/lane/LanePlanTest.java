package dev.kontor.engine.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageKind;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be done next in a lane, and when it is worth looking again. */
final class LanePlanTest {

  private static final Lane LANE = new Lane(1, "lane", "flow", 1);

  private static Message message(long id, MessageKind kind, String state, long delay) {
    return new Message(
        id, 1, id, "flow", kind, "e", "shop", "1", null, null, null, null, state, 0, delay, 0);
  }

  private static Message named(String event, Message message) {
    return new Message(
        message.id(),
        message.lane(),
        message.seq(),
        message.flow(),
        message.kind(),
        event,
        message.source(),
        message.sourceId(),
        null,
        null,
        null,
        null,
        message.state(),
        0,
        message.delayMillis(),
        0);
  }

  private static Message notice(long id, String state, long delay) {
    return message(id, MessageKind.NOTICE, state, delay);
  }

  private static Message event(long id, String state, long delay) {
    return message(id, MessageKind.EVENT, state, delay);
  }

  @Test
  void whatStandsBehindARefundThatIsStuckDoesNotWaitForIt() {
    Message refund = named("refunded:a", event(1, "waiting", 60_000));
    Message dead = named("refunded:b", event(2, "dead", 0));
    Message edit = named("edited:1", event(3, "ready", 0));
    assertThat(LanePlan.next(List.of(refund, dead, edit)))
        .isEqualTo(new LanePlan.Work.Effect(edit));
    assertThat(LanePlan.release(LANE, List.of(refund, dead, edit), List.of(), null).due())
        .isEqualTo(Duration.ZERO);
    Message created = named("created", event(4, "retrying", 60_000));
    Message behind = named("refunded:a", event(5, "ready", 0));
    assertThat(LanePlan.next(List.of(created, behind))).isInstanceOf(LanePlan.Work.Nothing.class);
  }

  @Test
  void noticesPassAStuckEventAndAreReadTogether() {
    List<Message> lane =
        List.of(
            event(1, "dead", 0),
            notice(2, "ready", 0),
            event(3, "ready", 0),
            notice(4, "ready", 0));
    assertThat(LanePlan.next(lane))
        .isEqualTo(new LanePlan.Work.Capture(List.of(lane.get(1), lane.get(3))));
  }

  @Test
  void aDueNoticeTakesThoseThatWaitAlong() {
    List<Message> lane = List.of(notice(1, "retrying", 5_000), notice(2, "ready", 0));
    assertThat(LanePlan.next(lane)).isEqualTo(new LanePlan.Work.Capture(lane));
  }

  @Test
  void anEventNeverPassesAnother() {
    for (Message head :
        List.of(event(1, "dead", 0), event(1, "waiting", 1_000), event(1, "retrying", 1))) {
      assertThat(LanePlan.next(List.of(head, event(2, "ready", 0))))
          .isEqualTo(new LanePlan.Work.Nothing());
    }
  }

  @Test
  void aCancellationPassesWhateverIsStuckBeforeItAndNothingElseDoes() {
    Message cancelled = named("cancelled", event(3, "ready", 0));
    for (Message head :
        List.of(event(1, "dead", 0), event(1, "waiting", 1_000), event(1, "retrying", 1))) {
      List<Message> lane = List.of(head, named("edited:1", event(2, "ready", 0)), cancelled);
      assertThat(LanePlan.next(lane)).isEqualTo(new LanePlan.Work.Effect(cancelled));
    }
  }

  @Test
  void aCancellationDoesNotOvertakeWhatCanBeDone() {
    Message head = event(1, "ready", 0);
    List<Message> lane = List.of(head, named("cancelled", event(2, "ready", 0)));
    assertThat(LanePlan.next(lane)).isEqualTo(new LanePlan.Work.Effect(head));
  }

  @Test
  void aLaneWithADeadHeadIsDueForItsCancellation() {
    Message head = event(1, "ready", 0);
    MessageState dead = new MessageState.Dead("", "Invalid");
    Message cancelled = named("cancelled", event(2, "ready", 0));
    assertThat(release(List.of(head, cancelled), head, dead).due()).isEqualTo(Duration.ZERO);
    assertThat(release(List.of(event(1, "dead", 0), cancelled), cancelled, dead).due()).isNull();
  }

  @Test
  void theOldestEventIsNext() {
    Message head = event(1, "waiting", 0);
    assertThat(LanePlan.next(List.of(head, event(2, "ready", 0))))
        .isEqualTo(new LanePlan.Work.Effect(head));
  }

  @Test
  void aDeadOrEmptyLaneHasNothingToDo() {
    assertThat(LanePlan.next(List.of())).isEqualTo(new LanePlan.Work.Nothing());
    assertThat(LanePlan.next(List.of(notice(1, "dead", 0)))).isEqualTo(new LanePlan.Work.Nothing());
  }

  @Test
  void whenTheHeadIsDoneItsFollowerIsDueAtOnce() {
    Message head = event(1, "ready", 0);
    Release release = release(List.of(head, event(2, "ready", 0)), head, new MessageState.Done(""));
    assertThat(release.due()).isEqualTo(Duration.ZERO);
    assertThat(release.finished()).isEqualTo(1);
  }

  @Test
  void aDeadHeadLeavesTheLaneToAPerson() {
    Message head = event(1, "ready", 0);
    MessageState dead = new MessageState.Dead("", "Invalid");
    assertThat(release(List.of(head, event(2, "ready", 0)), head, dead).due()).isNull();
  }

  @Test
  void theEarliestOfNoticeAndHeadDecidesAndFollowersDoNotCount() {
    Message head = event(1, "waiting", 60_000);
    Message notice = notice(3, "ready", 0);
    MessageState hold = new MessageState.Waiting("", "", null, Duration.ofSeconds(20));
    assertThat(release(List.of(head, event(2, "ready", 0), notice), notice, hold).due())
        .isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aRefreshedDeadHeadIsDueAtOnce() {
    Message head = event(1, "dead", 0);
    assertThat(release(List.of(head), head, new MessageState.Ready()).due())
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void aLaneWhoseHeadWasNotTouchedStillWaitsForTheSame() {
    Message head = event(1, "waiting", 60_000);
    Message notice = notice(2, "ready", 0);
    List<Message> lane = List.of(head, notice);
    assertThat(release(lane, notice, new MessageState.Done("")).stillWaits()).isTrue();
    assertThat(release(lane, head, new MessageState.Done("")).stillWaits()).isFalse();
  }

  private static Release release(List<Message> lane, Message touched, MessageState state) {
    return LanePlan.release(LANE, lane, List.of(Finish.quiet(touched, state)), null);
  }
}
