package dev.kontor.engine.match;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.reconcile.Keys;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Open orders of the shop by the external reference under which the ERP has them, posted or not:
 * the connection's own, or the one that a person or a former connector wrote.
 */
final class OrderMatch {

  private static final int BATCH = 500;

  private final OpenOrders open;
  private final Set<String> prefixes;

  /**
   * @param prefixes that may stand before the shop's number beside the connection's own
   */
  OrderMatch(OpenOrders open, Set<String> prefixes) {
    this.open = open;
    this.prefixes = prefixes;
  }

  Matches of(FlowLine line, Linked linked, IntConsumer progress) {
    List<Document> keys =
        Keys.of(line.from().reader(EntityType.ORDER), progress).stream()
            .filter(key -> !linked.here().contains(key.id()))
            .toList();
    List<Side> here = open.among(line, keys);
    Pairing pairing = new Pairing(line.name(), line.from().name(), line.to().name(), false);
    Reader erp = line.to().reader(EntityType.ORDER);
    for (String prefix : prefixes(line)) {
      here.stream()
          .gather(Gatherers.windowFixed(BATCH))
          .forEach(some -> find(erp, prefix, some, pairing));
    }
    return Matches.of(pairing.pairs(), linked.links().size(), here.size(), strangers(line, linked));
  }

  private Set<String> prefixes(FlowLine line) {
    Set<String> all = new TreeSet<>(prefixes);
    all.add(line.from().config().referencePrefix());
    return all;
  }

  private static void find(Reader erp, String prefix, List<Side> orders, Pairing pairing) {
    List<List<Document>> hits =
        erp.findAll(
            orders.stream()
                .map(order -> new Identity.ExternalReference(prefix + order.number()))
                .toList());
    for (int i = 0; i < orders.size(); i++) {
      Side order = orders.get(i);
      hits.get(i).forEach(hit -> pairing.add(order, Side.of(hit), By.REFERENCE));
    }
  }

  /** Open orders of the ERP that the hub has no part in. */
  private static Set<String> strangers(FlowLine line, Linked linked) {
    if (!line.to().descriptor().can(EntityType.ORDER, Ability.LIST_KEYS)) {
      return Set.of();
    }
    return Keys.ids(line.to().reader(EntityType.ORDER)).stream()
        .filter(id -> !linked.there().contains(id))
        .collect(Collectors.toSet());
  }
}
