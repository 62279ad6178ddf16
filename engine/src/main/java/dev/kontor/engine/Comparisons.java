package dev.kontor.engine;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.reconcile.CustomerCensus;
import dev.kontor.engine.reconcile.OrderCensus;
import dev.kontor.engine.reconcile.OrderFlows;
import dev.kontor.engine.reconcile.PaymentCensus;
import dev.kontor.engine.reconcile.Report;
import dev.kontor.engine.reconcile.StateCensus;
import dev.kontor.engine.reconcile.StockCensus;
import dev.kontor.engine.reconcile.StockExplanation;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Compares both ends of a configuration's flows over somebody's connections. */
final class Comparisons {

  private final List<FlowConfig> all;
  private final Function<FlowConfig, FlowLine> lines;
  private final OrderCensus orders;
  private final PaymentCensus payments;
  private final StockCensus stock;
  private final StateCensus states;
  private final CustomerCensus customers;

  /**
   * @param lines puts a flow together, switched on or not
   */
  Comparisons(
      HubConfig config,
      Function<FlowConfig, FlowLine> lines,
      DataSource database,
      Translator translator,
      Payloads payloads,
      InstantSource clock) {
    this.all = config.flows();
    this.lines = lines;
    this.orders = new OrderCensus(database, translator, payloads, clock);
    this.payments = new PaymentCensus(database, translator, payloads, clock);
    this.stock = new StockCensus(database, translator);
    this.states = new StateCensus(database, translator, payloads);
    this.customers = new CustomerCensus(database, translator, payloads);
  }

  /** The enabled flows whose ends can be compared. */
  List<FlowConfig> flows() {
    return all.stream().filter(flow -> flow.enabled() && flow.kind().isCompared()).toList();
  }

  /** Why the ends of a flow cannot be compared; empty if they can. */
  Optional<String> obstacle(FlowConfig flow) {
    String target = flow.to().connection();
    return switch (flow.kind()) {
      case ORDERS ->
          progressOf(flow).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "no flow of kind progress from %s to %s says how its orders are read; add one, it may stay switched off"
                      .formatted(target, flow.from().connection()));
      case STOCK ->
          lines.apply(flow).to().descriptor().can(EntityType.STOCK, Ability.COMPARE)
              ? Optional.empty()
              : Optional.of("the connector of " + target + " cannot tell what stock it shows");
      case PAYMENTS ->
          source(flow).kind() == FlowKind.ORDERS
              ? Optional.empty()
              : Optional.of("no flow of orders that is switched on feeds it");
      case STATE, SHARED -> Optional.empty();
      case CUSTOMERS, REPLY, REFUNDS, SHIPMENTS, INVOICES, PROGRESS ->
          Optional.of("flows of this kind are not compared");
    };
  }

  /**
   * @param flow without {@link #obstacle}
   * @param secondLook how the second look at what looks different begins
   * @param progress is told how many documents have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  Report compare(FlowConfig flow, Runnable secondLook, IntConsumer progress) {
    FlowLine line = lines.apply(flow);
    return switch (flow.kind()) {
      case ORDERS -> {
        FlowLine told = lines.apply(progressOf(flow).orElseThrow());
        yield orders.take(new OrderFlows(line, told), secondLook, progress);
      }
      case STOCK -> stock.take(line, isAlone(flow), isFilled(flow), secondLook, progress);
      case PAYMENTS -> payments.take(lines.apply(source(flow)), line, secondLook, progress);
      case STATE -> states.take(line, isFilled(flow), secondLook, progress);
      case SHARED -> customers.take(line, secondLook, progress);
      case CUSTOMERS, REPLY, REFUNDS, SHIPMENTS, INVOICES, PROGRESS ->
          throw new IllegalArgumentException(flow.name() + " is not compared");
    };
  }

  /**
   * Why a shop shows that stock; empty if the ERP does not know the SKU.
   *
   * @param flow of stock, without {@link #obstacle}
   */
  Optional<StockExplanation> explain(FlowConfig flow, String sku) {
    return stock.explain(lines.apply(flow), sku);
  }

  /** The flow that reads what this one is about: itself, or the one that feeds it. */
  FlowConfig source(FlowConfig flow) {
    return all.stream()
        .filter(orders -> orders.enabled() && orders.money().contains(flow.name()))
        .findFirst()
        .orElse(flow);
  }

  /** The flow that tells the shop what became of its orders; its mapping reads the ERP's. */
  private Optional<FlowConfig> progressOf(FlowConfig orders) {
    return all.stream()
        .filter(flow -> flow.kind() == FlowKind.PROGRESS)
        .filter(flow -> flow.from().connection().equals(orders.to().connection()))
        .filter(flow -> flow.to().connection().equals(orders.from().connection()))
        .findFirst();
  }

  /** Whether another flow makes the articles that the target lacks. */
  private boolean isFilled(FlowConfig flow) {
    return flows().stream()
        .filter(articles -> articles.kind() == FlowKind.STATE)
        .filter(articles -> articles.to().entity() == EntityType.PRODUCT)
        .anyMatch(articles -> articles.to().connection().equals(flow.to().connection()));
  }

  private boolean isAlone(FlowConfig stockFlow) {
    return flows().stream()
            .filter(flow -> flow.kind() == FlowKind.STOCK)
            .filter(flow -> flow.to().connection().equals(stockFlow.to().connection()))
            .count()
        == 1;
  }
}
