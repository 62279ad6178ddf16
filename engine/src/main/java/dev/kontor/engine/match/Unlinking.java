package dev.kontor.engine.match;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.capture.OrderEventStore;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.customer.CustomerLink;
import dev.kontor.engine.customer.CustomerLinkStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.stock.DemandStore;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.engine.stock.StockLevelStore;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes links back that were wrong, as if they had never been made: the hub looks at what was
 * linked once more. What the hub itself made stays its own.
 */
public final class Unlinking {

  private static final String UNLINKED = "unlinked";

  private final DataSource database;
  private final AuditStore audit;
  private final List<FlowConfig> flows;
  private final SoldGoods goods;
  private final CrossrefStore crossrefs = new CrossrefStore();
  private final CustomerLinkStore accounts = new CustomerLinkStore();
  private final LedgerStore ledger = new LedgerStore();

  /**
   * @param flows of the configuration, switched on or not
   */
  public Unlinking(DataSource database, AuditStore audit, List<FlowConfig> flows) {
    this.database = database;
    this.audit = audit;
    this.flows = List.copyOf(flows);
    List<FlowConfig> stock =
        flows.stream().filter(f -> f.enabled() && f.kind() == FlowKind.STOCK).toList();
    this.goods = new SoldGoods(new DemandStore(), new StockLevelStore(), stock);
  }

  /** Those whose links can be taken back. */
  public List<FlowConfig> flows() {
    return flows.stream().filter(Unlinking::isLinked).toList();
  }

  private static boolean isLinked(FlowConfig flow) {
    return switch (flow.kind()) {
      case ORDERS, CUSTOMERS -> true;
      case STATE -> flow.from().entity() == EntityType.PRODUCT;
      case SHARED -> flow.sharing().source() == Owner.SHOP;
      case STOCK, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS -> false;
    };
  }

  /**
   * @param flow one of {@link #flows}
   * @param number of the document in the flow's target, or its id there; of shared customers the
   *     account's id, too
   * @param by name of the person
   * @return how many links were taken back
   * @throws ConfigException if there is none, or it cannot be taken back; nothing is stored then
   */
  public int take(FlowConfig flow, String number, String by, String reason) {
    return Patience.until(
        () ->
            Transactions.retrying(
                database,
                c ->
                    flow.kind() == FlowKind.SHARED
                        ? accounts(c, flow, number, by, reason)
                        : documents(c, flow, number, by, reason)));
  }

  /**
   * Takes back the link of one document of the flow's source. Of what the hub made itself nothing
   * but the link goes, so that its later changes are held.
   *
   * @param flow one of {@link #flows}, not of shared customers
   * @param sourceId by which the hub knows the document
   * @return whether there was one
   * @throws ConfigException if it cannot be taken back; nothing is stored then
   */
  public boolean takeOf(FlowConfig flow, String sourceId, String by, String reason) {
    return Patience.until(
        () -> Transactions.retrying(database, c -> document(c, flow, sourceId, by, reason)));
  }

  private boolean document(
      Connection connection, FlowConfig flow, String sourceId, String by, String reason)
      throws SQLException {
    List<Crossref> links =
        crossrefs.find(
            connection,
            flow.from().connection(),
            flow.from().entity(),
            List.of(sourceId),
            flow.to().connection());
    if (isMade(connection, flow, links)) {
      remove(connection, links, by, reason);
    } else if (!links.isEmpty()) {
      take(connection, flow, links, by, reason);
    }
    return !links.isEmpty();
  }

  private int documents(
      Connection connection, FlowConfig flow, String number, String by, String reason)
      throws SQLException {
    String target = flow.to().connection();
    List<Crossref> links =
        crossrefs.reached(
            connection, flow.from().connection(), flow.from().entity(), target, number);
    if (links.isEmpty()) {
      throw none(flow, number);
    }
    take(connection, flow, links, by, reason);
    return links.size();
  }

  private void take(
      Connection connection, FlowConfig flow, List<Crossref> links, String by, String reason)
      throws SQLException {
    String target = flow.to().connection();
    if (isMade(connection, flow, links)) {
      throw wrong(
          "the hub made " + links.getFirst().number() + " in " + target + " itself",
          "correct or cancel it there; of a shared customer one account can be unlinked");
    }
    String why = "its link was taken back by " + by + ": " + reason;
    switch (flow.kind()) {
      case ORDERS -> orders(connection, flow, links, why);
      case CUSTOMERS -> debtors(connection, flow, links, why);
      case STATE, SHARED, STOCK, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS ->
          ledger.append(connection, notices(flow, links));
    }
    remove(connection, links, by, reason);
  }

  private static boolean isMade(Connection connection, FlowConfig flow, List<Crossref> links)
      throws SQLException {
    return MatchingStore.isMade(connection, flow.to().connection(), flow.to().entity(), links);
  }

  private void remove(Connection connection, List<Crossref> links, String by, String reason)
      throws SQLException {
    crossrefs.remove(connection, links);
    audit.append(connection, links.stream().map(link -> row(link, by, reason)).toList());
  }

  private static List<Append> notices(FlowConfig flow, List<Crossref> links) {
    return links.stream().map(link -> notice(flow, link.sourceId())).toList();
  }

  private static Append notice(FlowConfig flow, String id) {
    String source = flow.from().connection();
    return Append.notice(
        LaneKey.of(flow, source, id),
        flow.name(),
        LaneKey.priority(flow),
        UNLINKED,
        source,
        id,
        null,
        null);
  }

  /** The notice locks the lane, as it does where an order is linked. */
  private void orders(Connection connection, FlowConfig flow, List<Crossref> links, String why)
      throws SQLException {
    ledger.append(connection, notices(flow, links));
    String source = flow.from().connection();
    List<String> ids = links.stream().map(Crossref::sourceId).toList();
    List<String> lanes = ids.stream().map(id -> LaneKey.of(flow, source, id)).toList();
    if (!MatchingStore.inWork(connection, lanes).isEmpty()) {
      throw atWork("the hub is at work on the order just now");
    }
    for (List<KnownEvent> events :
        new OrderEventStore().known(connection, flow.name(), source, ids).values()) {
      settled(events);
    }
    MatchingStore.takeBack(connection, flow.name(), source, ids, why);
    List<Append> stock = new ArrayList<>();
    for (String id : ids) {
      stock.addAll(goods.notInErp(connection, source, id));
    }
    ledger.append(connection, stock);
  }

  private static void settled(List<KnownEvent> events) {
    events.stream()
        .filter(event -> event.isOpen() && !event.event().equals(OrderDecision.CREATED))
        .findFirst()
        .ifPresent(
            event -> {
              throw wrong(
                  "the order's '" + event.event() + "' is open, message " + event.message(),
                  "let it finish, or discard it");
            });
  }

  /** Whoever needs the debtor next asks for it anew, and so do the accounts linked to it. */
  private void debtors(Connection connection, FlowConfig flow, List<Crossref> links, String why)
      throws SQLException {
    String target = flow.to().connection();
    List<String> effects =
        links.stream().map(link -> EffectKey.ofDebtor(target, link.sourceId())).toList();
    MatchingStore.takeBackDebtors(connection, effects, why);
    for (FlowConfig shared : flows) {
      if (shared.kind() == FlowKind.SHARED && flow.name().equals(shared.customers())) {
        for (String debtor : links.stream().map(Crossref::targetId).distinct().toList()) {
          lookAgain(connection, shared, remove(connection, shared, debtor));
        }
      }
    }
  }

  private int accounts(Connection connection, FlowConfig flow, String key, String by, String reason)
      throws SQLException {
    List<CustomerLink> links = remove(connection, flow, key);
    if (links.isEmpty()) {
      throw none(flow, key);
    }
    lookAgain(connection, flow, links);
    audit.append(
        connection,
        links.stream()
            .map(
                link ->
                    row(
                        "customer:" + link.shop() + ":" + link.shopId(),
                        link.number(),
                        link.erp(),
                        by,
                        reason))
            .toList());
    return links.size();
  }

  private List<CustomerLink> remove(Connection connection, FlowConfig flow, String key)
      throws SQLException {
    List<CustomerLink> links =
        accounts.remove(connection, flow.from().connection(), flow.to().connection(), key);
    if (links.stream().anyMatch(link -> !link.unsettled().isZero())) {
      throw atWork("a change of the customer may still take effect");
    }
    return links;
  }

  private void lookAgain(Connection connection, FlowConfig flow, List<CustomerLink> links)
      throws SQLException {
    if (flow.enabled()) {
      ledger.append(connection, links.stream().map(link -> notice(flow, link.shopId())).toList());
    }
  }

  private static AuditRow row(Crossref link, String by, String reason) {
    String subject = link.entity().key() + ":" + link.source() + ":" + link.sourceId();
    return row(subject, link.number(), link.target(), by, reason);
  }

  private static AuditRow row(
      String subject, @Nullable String number, String target, String by, String reason) {
    return AuditRow.of(
        "link.removed",
        subject,
        "is no longer %s in %s: %s (%s)".formatted(number, target, reason, by));
  }

  private static ConfigException none(FlowConfig flow, String number) {
    return wrong(
        "flow " + flow.name() + " has no link to '" + number + "'",
        "write the number or id that it has in " + flow.to().connection());
  }

  private static Patience.AtWorkException atWork(String problem) {
    return new Patience.AtWorkException(List.of(problem(problem, "unlink again in a moment")));
  }

  private static ConfigException wrong(String problem, String remedy) {
    return new ConfigException(List.of(problem(problem, remedy)));
  }

  private static Problem problem(String problem, String remedy) {
    return new Problem("unlink", 0, "--number", problem, remedy);
  }
}
