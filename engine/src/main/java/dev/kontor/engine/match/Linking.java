package dev.kontor.engine.match;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.capture.OrderEventStore;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.DecisionStore;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.TallyStore;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import javax.sql.DataSource;

/** Stores reviewed links, with whatever waited for them set going in the same transaction. */
final class Linking {

  /** So many in one transaction, which holds up the lanes of as many orders. */
  private static final int CHUNK = 200;

  private static final String LINKED = "linked";

  private final DataSource database;
  private final AuditStore audit;
  private final CrossrefStore crossrefs = new CrossrefStore();
  private final LedgerStore ledger = new LedgerStore();
  private final LaneStore lanes = new LaneStore();
  private final TallyStore tally = new TallyStore();

  Linking(DataSource database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * @param file for what must be said about a row
   * @param by name of the person
   * @throws ConfigException if the hub is transferring one of the orders just now; what was stored
   *     before it stays, and the same file can be linked again
   */
  void store(String file, FlowLine line, List<Link> links, String by) {
    links.stream()
        .gather(Gatherers.windowFixed(CHUNK))
        .forEach(
            chunk ->
                Patience.until(
                    () ->
                        Transactions.retrying(database, c -> store(c, file, line, chunk, by, ""))));
    Transactions.execute(database, c -> MatchingStore.linked(c, line.name()));
  }

  /**
   * Likewise one link that is no part of a review.
   *
   * @param first checked in the same transaction
   */
  void store(
      String file, FlowLine line, Link link, String by, String reason, Transactions.Action first) {
    Patience.until(
        () ->
            Transactions.retrying(
                database,
                c -> {
                  first.run(c);
                  return store(c, file, line, List.of(link), by, ": " + reason);
                }));
  }

  private int store(
      Connection connection, String file, FlowLine line, List<Link> links, String by, String why)
      throws SQLException {
    List<DecisionStore.Decided> woken = new ArrayList<>();
    switch (line.config().kind()) {
      case CUSTOMERS -> woken.addAll(wake(connection, line.config(), links));
      case ORDERS -> readAgain(connection, file, line, links);
      case STATE, STOCK, SHARED, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS -> {
        // What is linked is found when the document's turn comes.
      }
    }
    crossrefs.link(connection, links.stream().map(Link::crossref).toList());
    audit.append(connection, links.stream().map(link -> row(link, by, why)).toList());
    tally.decided(connection, woken, new MessageState.Ready());
    return links.size();
  }

  private static AuditRow row(Link link, String by, String why) {
    Crossref crossref = link.crossref();
    Crossref before = link.before();
    return AuditRow.of(
        before == null ? "link.made" : "link.corrected",
        crossref.entity().key() + ":" + crossref.source() + ":" + crossref.sourceId(),
        "is %s in %s%s, by %s%s (%s)"
            .formatted(
                crossref.number(),
                crossref.target(),
                before == null ? "" : ", no longer " + before.number(),
                link.by().key(),
                why,
                by));
  }

  /** Orders wait for the debtor, and its own message may be dead as nobody knew which it is. */
  private List<DecisionStore.Decided> wake(Connection connection, FlowConfig flow, List<Link> links)
      throws SQLException {
    String target = flow.to().connection();
    List<String> names = links.stream().map(link -> link.crossref().sourceId()).toList();
    List<String> keys =
        names.stream().map(name -> WakeKeys.missing(target, EntityType.CUSTOMER, name)).toList();
    lanes.lockWaiting(connection, keys.stream().sorted().toList());
    List<String> effects = names.stream().map(name -> EffectKey.ofDebtor(target, name)).toList();
    List<DecisionStore.Decided> woken =
        new DecisionStore()
            .resubmit(
                connection, DecisionStore.Scope.DEAD, MatchingStore.dead(connection, effects));
    lanes.wake(connection, Set.copyOf(keys));
    return woken;
  }

  /**
   * Has the hub read the orders, which tells their shop the number. The notice locks the lane: who
   * claims it afterwards sees the link, and who has it claimed is waited for.
   */
  private void readAgain(Connection connection, String file, FlowLine line, List<Link> links)
      throws SQLException {
    FlowConfig flow = line.config();
    String source = flow.from().connection();
    List<String> ids = links.stream().map(link -> link.crossref().sourceId()).toList();
    ledger.append(
        connection,
        ids.stream()
            .map(
                id ->
                    Append.notice(
                        LaneKey.of(flow, source, id),
                        flow.name(),
                        LaneKey.priority(flow),
                        LINKED,
                        source,
                        id,
                        null,
                        null))
            .toList());
    List<String> inWork =
        MatchingStore.inWork(
            connection, ids.stream().map(id -> LaneKey.of(flow, source, id)).toList());
    Map<String, List<KnownEvent>> known =
        new OrderEventStore().known(connection, flow.name(), source, ids);
    List<Problem> problems =
        links.stream()
            .filter(link -> link.before() == null)
            .filter(
                link ->
                    inWork.contains(LaneKey.of(flow, source, link.crossref().sourceId()))
                        || isSent(known.getOrDefault(link.crossref().sourceId(), List.of())))
            .map(link -> busy(file, link))
            .toList();
    if (!problems.isEmpty()) {
      throw new Patience.AtWorkException(problems);
    }
  }

  private static boolean isSent(List<KnownEvent> events) {
    return events.stream().anyMatch(e -> e.event().equals(OrderDecision.CREATED) && e.sent());
  }

  private static Problem busy(String file, Link link) {
    return new Problem(
        file,
        link.row(),
        "decision",
        "the hub is transferring " + link.here() + " itself just now",
        "link again in a moment; what is linked already stays as it is");
  }
}
