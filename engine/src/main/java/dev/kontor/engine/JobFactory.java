package dev.kontor.engine;

import dev.kontor.engine.capture.OrderCapture;
import dev.kontor.engine.capture.OrderEventStore;
import dev.kontor.engine.capture.OrderJudge;
import dev.kontor.engine.capture.ProgressCapture;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.customer.NewDebtors;
import dev.kontor.engine.customer.SharedCustomers;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.CustomerEffects;
import dev.kontor.engine.delivery.CustomerRequests;
import dev.kontor.engine.delivery.Departures;
import dev.kontor.engine.delivery.EffectDelivery;
import dev.kontor.engine.delivery.EffectPlanner;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.IntentStore;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Jobs;
import dev.kontor.engine.delivery.LastWritten;
import dev.kontor.engine.delivery.LookUp;
import dev.kontor.engine.delivery.MoneyEffects;
import dev.kontor.engine.delivery.OrderDelivery;
import dev.kontor.engine.delivery.OrderEffects;
import dev.kontor.engine.delivery.OrderReplies;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.Previews;
import dev.kontor.engine.delivery.ProgressEffects;
import dev.kontor.engine.delivery.ProgressNotices;
import dev.kontor.engine.delivery.Rehearsal;
import dev.kontor.engine.delivery.ReplyEffects;
import dev.kontor.engine.delivery.Sending;
import dev.kontor.engine.delivery.WatchedCalls;
import dev.kontor.engine.delivery.WatchedJob;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.state.Drafts;
import dev.kontor.engine.state.StateDelivery;
import dev.kontor.engine.state.StateFacts;
import dev.kontor.engine.state.WriteDoubtStore;
import dev.kontor.engine.stock.DemandStore;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.engine.stock.StockDelivery;
import dev.kontor.engine.stock.StockDoubtStore;
import dev.kontor.engine.stock.StockLevelStore;
import dev.kontor.engine.stock.StockWrites;
import dev.kontor.engine.stock.WrittenStock;
import dev.kontor.spi.Document;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** Puts the jobs of all kinds of flow together. */
final class JobFactory {

  private final DataSource source;
  private final Payloads payloads;
  private final CrossrefStore crossrefs = new CrossrefStore();
  private final IntentStore intents = new IntentStore();
  private final Faults faults;
  private final HubSettings settings;
  private final DemandStore demand = new DemandStore();
  private final Translator translator;
  private final Departures departures;
  private final Sending sending;
  private final Rehearsal rehearsal;
  private final List<FlowConfig> flows;
  private final Watch watch;

  JobFactory(
      DataSource source,
      Translator translator,
      Payloads payloads,
      Faults faults,
      BooleanSupplier inDoubt,
      HubConfig config,
      HubSettings settings,
      Watch watch) {
    this.source = source;
    this.watch = watch;
    this.payloads = payloads;
    this.faults = faults;
    this.settings = settings;
    this.translator = translator;
    this.departures = new Departures(settings.lease(), settings.machinery().nanoTime());
    this.rehearsal = new Rehearsal(payloads);
    this.sending =
        new Sending(
            source,
            intents,
            payloads,
            new LookUp(inDoubt),
            faults,
            departures,
            new WatchedCalls(settings.machinery().calls(), watch),
            rehearsal,
            settings.machinery().nanoTime());
    this.flows = config.flows().stream().filter(FlowConfig::enabled).toList();
  }

  Jobs jobs() {
    OrderEventStore events = new OrderEventStore();
    SoldGoods soldGoods = soldGoods();
    Job orders =
        new OrderCapture(
            source,
            translator,
            events,
            new OrderJudge(payloads, events, soldGoods, settings.clock()),
            faults);
    StockLevelStore levels = new StockLevelStore();
    StockDoubtStore doubts = new StockDoubtStore();
    Job stock =
        new StockDelivery(
            source,
            demand,
            levels,
            doubts,
            translator,
            new StockWrites(source, intents, translator, departures),
            new WrittenStock(demand, levels, doubts, settings.clock()),
            rehearsal,
            faults);
    LedgerStore ledger = new LedgerStore();
    CustomerRequests customers = new CustomerRequests(source, crossrefs, ledger, payloads);
    return new Jobs(
        watched(
            Map.of(
                FlowKind.ORDERS,
                orders,
                FlowKind.STOCK,
                stock,
                FlowKind.STATE,
                state(),
                FlowKind.SHARED,
                shared(customers),
                FlowKind.PROGRESS,
                new ProgressCapture(source, translator, crossrefs, events, payloads, faults))),
        watched(
            Map.of(
                FlowKind.ORDERS,
                orderDelivery(ledger, customers, soldGoods),
                FlowKind.CUSTOMERS,
                delivery(customerEffects()),
                FlowKind.REPLY,
                delivery(new ReplyEffects(translator)),
                FlowKind.PROGRESS,
                delivery(new ProgressEffects(translator)))));
  }

  /**
   * Says what would become of messages.
   *
   * @param lines enabled flows
   */
  Previews previews(Map<String, FlowLine> lines, Pauses pauses) {
    LedgerStore ledger = new LedgerStore();
    CustomerRequests customers =
        new CustomerRequests(source, crossrefs, ledger, payloads).unasked();
    return new Previews(
        source,
        ledger,
        payloads,
        intents,
        lines,
        Map.of(
            FlowKind.ORDERS,
            orderEffects(ledger, customers, soldGoods()),
            FlowKind.CUSTOMERS,
            customerEffects(),
            FlowKind.REPLY,
            new ReplyEffects(translator),
            FlowKind.PROGRESS,
            new ProgressEffects(translator)),
        new MoneyEffects(source, crossrefs, ledger, customers, translator),
        pauses,
        this::draft);
  }

  /** Of a document of state what its flow would write; anything else is only translated. */
  private Optional<Writer.Draft> draft(FlowLine line, Document document) {
    if (line.config().kind() != FlowKind.STATE) {
      JsonNode content = document.content();
      if (content != null) {
        var _ = translator.toModel(line, content);
      }
      return Optional.empty();
    }
    Optional<Crossref> there =
        Transactions.run(
            source,
            c ->
                crossrefs.find(
                    c,
                    line.from().name(),
                    line.config().from().entity(),
                    document.id(),
                    line.to().name()));
    return Optional.of(new Drafts(translator, payloads).draft(line, document, there.orElse(null)));
  }

  private SoldGoods soldGoods() {
    return new SoldGoods(demand, new StockLevelStore(), flows(FlowKind.STOCK));
  }

  private CustomerEffects customerEffects() {
    return new CustomerEffects(
        source,
        crossrefs,
        translator,
        flows(FlowKind.SHARED),
        new NewDebtors(translator, payloads));
  }

  private OrderEffects orderEffects(
      LedgerStore ledger, CustomerRequests customers, SoldGoods soldGoods) {
    return new OrderEffects(
        source,
        crossrefs,
        ledger,
        customers,
        new LastWritten(source, intents, payloads),
        soldGoods,
        new OrderReplies(payloads),
        new ProgressNotices(flows(FlowKind.PROGRESS)),
        translator);
  }

  private List<FlowConfig> flows(FlowKind kind) {
    return flows.stream().filter(flow -> flow.kind() == kind).toList();
  }

  private Job orderDelivery(LedgerStore ledger, CustomerRequests customers, SoldGoods soldGoods) {
    return new OrderDelivery(
        delivery(orderEffects(ledger, customers, soldGoods)),
        delivery(new MoneyEffects(source, crossrefs, ledger, customers, translator)),
        faults);
  }

  private Job shared(CustomerRequests customers) {
    return new SharedCustomers(
        source, customers, translator, payloads, sending, faults, departures);
  }

  private Job state() {
    return new StateDelivery(
        new StateFacts.Source(source, crossrefs, new WriteDoubtStore()),
        new Drafts(translator, payloads),
        sending,
        faults);
  }

  private Map<FlowKind, Job> watched(Map<FlowKind, Job> jobs) {
    return jobs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new WatchedJob(e.getValue(), watch)));
  }

  private Job delivery(EffectPlanner planner) {
    return new EffectDelivery(source, payloads, planner, sending, faults);
  }
}
