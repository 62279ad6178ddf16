package dev.kontor.engine.reconcile;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import dev.kontor.spi.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** Orders of the ERP that no order of the shop stands behind. */
final class Strangers {

  private final DataSource database;
  private final OrderSnapshots snapshots;
  private final CrossrefStore crossrefs = new CrossrefStore();

  Strangers(DataSource database, OrderSnapshots snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  /**
   * Orders that the shop does not have any more and the ERP does.
   *
   * @param ids all that the shop has
   */
  List<Difference> gone(OrderFlows flows, List<String> ids) {
    Set<String> here = new HashSet<>(ids);
    List<Crossref> gone =
        ours(flows.orders()).stream().filter(c -> !here.contains(c.sourceId())).toList();
    Map<String, OrderProgress> there = snapshots.progress(flows, OrderSnapshots.numbers(gone));
    String erp = flows.orders().to().name();
    return gone.stream()
        .filter(c -> OrderFacts.isThere(there.get(String.valueOf(c.number()))))
        .map(
            c ->
                new Difference(
                    Cause.GONE_HERE,
                    c.sourceId(),
                    String.valueOf(c.number()),
                    "deleted in %s, and %s has it".formatted(c.source(), erp),
                    false))
        .toList();
  }

  /**
   * Open orders of the ERP that the hub did not write and that name an order it did.
   *
   * @param references the hub's orders by how the ERP names them
   */
  List<Difference> doubled(OrderFlows flows, Map<String, Order> references) {
    FlowLine line = flows.orders();
    Set<String> ours = new HashSet<>(OrderSnapshots.numbers(ours(line)));
    List<String> foreign =
        Keys.of(line.to().reader(EntityType.ORDER)).stream()
            .map(Document::number)
            .filter(Objects::nonNull)
            .filter(number -> !ours.contains(number))
            .toList();
    List<Difference> doubled = new ArrayList<>();
    for (OrderProgress stranger : snapshots.progress(flows, foreign).values()) {
      Order order = references.get(Objects.requireNonNullElse(stranger.reference(), ""));
      if (order != null) {
        doubled.add(
            new Difference(
                Cause.DOUBLE,
                order.id(),
                order.number(),
                "%s has it as %s too, which the hub did not write"
                    .formatted(line.to().name(), stranger.orderNumber()),
                false));
      }
    }
    return doubled;
  }

  private List<Crossref> ours(FlowLine line) {
    String shop = line.from().name();
    return Transactions.run(
        database, c -> crossrefs.all(c, shop, EntityType.ORDER, line.to().name()));
  }
}
