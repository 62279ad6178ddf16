package dev.kontor.engine.customer;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.state.WriteDoubtStore;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What a link remembers of a write: before it leaves, what the target will show; afterwards, that
 * both agree.
 */
final class SharedLinks {

  private final DataSource database;
  private final CustomerLinkStore links;
  private final WriteDoubtStore doubts = new WriteDoubtStore();

  SharedLinks(DataSource database, CustomerLinkStore links) {
    this.database = database;
    this.links = links;
  }

  /** Their links remember what was sent and may still arrive. */
  void endEarlierTries(FlowLine line, List<Claimed> lanes) {
    List<Long> notices =
        lanes.stream()
            .flatMap(lane -> lane.unfinished().stream())
            .filter(Message::isNotice)
            .map(Message::id)
            .toList();
    Transactions.execute(
        database,
        c -> {
          doubts.abandoned(c, notices);
          for (Claimed lane : lanes) {
            doubts.settled(
                c, line.to().name(), line.config().to().entity(), lane.newest().sourceId());
          }
        });
  }

  private static Owner source(FlowLine line) {
    return line.config().sharing().source();
  }

  private static Owner target(FlowLine line) {
    return CustomerLink.other(source(line));
  }

  /**
   * Remembers what is about to be sent, durably.
   *
   * @return false if the link was changed since it was read
   */
  boolean sending(FlowLine line, SharedCustomers.Planned planned, Duration uncertainty) {
    CustomerLink marked = planned.seen().link().sending(target(line), planned.draft().expected());
    return Transactions.run(database, c -> links.update(c, marked, uncertainty, 0));
  }

  /** There was nothing to write; a write of earlier that shows by now is over. */
  void agreed(Round round, FlowLine line, Sighting seen) {
    boolean over = seen.link().isOver(target(line), seen.shownThere());
    List<Attribute> alike = seen.alike();
    if (over || !alike.isEmpty()) {
      CustomerLink agreed =
          seen.link().agreeing(source(line), alike, seen.shownHere(), seen.shownThere(), over);
      round.also(c -> links.update(c, agreed, over ? Duration.ZERO : null, 0));
    }
  }

  /** Whether an earlier write to the target may still take effect, after the one just confirmed. */
  boolean isDoubtful(FlowLine line, Sighting seen) {
    return seen.link().isUnsettled(target(line));
  }

  /** The target confirmed the write. */
  void confirmed(FlowLine line, Round round, SharedCustomers.Planned planned) {
    Sighting seen = planned.seen();
    boolean over = !isDoubtful(line, seen);
    Map<Attribute, String> there = new EnumMap<>(seen.shownThere());
    there.putAll(planned.draft().expected());
    // What shows by now may be this write's doing or the earlier one's.
    CustomerLink before =
        over ? seen.link() : seen.link().sending(target(line), planned.draft().expected());
    CustomerLink confirmed =
        before.agreeing(source(line), seen.alike(), seen.shownHere(), there, over).revised();
    int conflicts = seen.conflicts().size();
    round.also(c -> links.update(c, confirmed, over ? Duration.ZERO : null, conflicts));
    if (conflicts > 0) {
      round.record(
          AuditRow.of(
              "customer.conflict",
              "message:" + planned.effect().event().id(),
              SharedOutcome.conflict(line, seen)));
    }
  }
}
