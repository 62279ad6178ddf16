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
import java.util.stream.Stream;
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
    Sighting seen = planned.seen();
    CustomerLink marked =
        seen.link().sending(target(line), planned.draft().expected(), seen.conflicts());
    return Transactions.run(database, c -> links.update(c, marked, uncertainty, 0));
  }

  /** There was nothing to write; a write of earlier that shows by now is over. */
  void agreed(Round round, FlowLine line, Claimed lane, Sighting seen) {
    boolean over = seen.link().isOver(target(line), seen.shownThere());
    List<Attribute> alike = seen.alike();
    if (over || !alike.isEmpty()) {
      List<Attribute> overwritten = overwritten(line, seen);
      CustomerLink agreed =
          seen.link()
              .recorded(target(line), overwritten)
              .agreeing(source(line), alike, seen.shownHere(), seen.shownThere(), over);
      round.also(c -> links.update(c, agreed, over ? Duration.ZERO : null, overwritten.size()));
      record(round, line, lane.newest().id(), overwritten);
    }
  }

  /** What people had there and an earlier write, which was not answered, took the place of. */
  private static List<Attribute> overwritten(FlowLine line, Sighting seen) {
    return seen.link().known().of(target(line)).overwritten(seen.shownThere()).stream()
        .sorted()
        .toList();
  }

  private static void record(
      Round round, FlowLine line, long message, List<Attribute> overwritten) {
    if (!overwritten.isEmpty()) {
      round.record(
          AuditRow.of(
              "customer.conflict",
              "message:" + message,
              SharedOutcome.conflict(line, overwritten)));
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
    List<Attribute> overwritten =
        Stream.concat(seen.conflicts().stream(), overwritten(line, seen).stream())
            .distinct()
            .toList();
    // What shows by now may be this write's doing or the earlier one's.
    CustomerLink before =
        over
            ? seen.link()
            : seen.link()
                .sending(target(line), planned.draft().expected(), List.of())
                .recorded(target(line), overwritten);
    CustomerLink confirmed =
        before.agreeing(source(line), seen.alike(), seen.shownHere(), there, over).revised();
    round.also(c -> links.update(c, confirmed, over ? Duration.ZERO : null, overwritten.size()));
    record(round, line, planned.effect().event().id(), overwritten);
  }
}
