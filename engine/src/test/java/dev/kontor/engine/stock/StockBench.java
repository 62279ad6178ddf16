package dev.kontor.engine.stock;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Links;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.BackOff;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Departures;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.IntentStore;
import dev.kontor.engine.delivery.PauseStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.Reaction;
import dev.kontor.engine.delivery.Rehearsal;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.delivery.Rounds;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.flow.Tables;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The stock job on a database of its own, between an ERP and a shop that live in this test. */
final class StockBench implements AutoCloseable {

  static final String NODE = "node";
  static final Duration LEASE = Duration.ofSeconds(10);
  static final StockRule SAFETY_TWO =
      new StockRule(Set.of(), BigDecimal.valueOf(2), false, 0, Set.of());

  final LedgerBench ledger = new LedgerBench();
  final StockSystem erp = new StockSystem("simerp");
  final StockSystem shop = new StockSystem("simshop");
  final DemandStore demand = new DemandStore();
  final StockLevelStore levels = new StockLevelStore();
  final StockDoubtStore doubts = new StockDoubtStore();
  Runnable beforeStoring = () -> {};
  private final Links links;
  private final FlowLine line;
  private final StockDelivery delivery;
  private final Rounds rounds;

  StockBench(Path home, StockRule rule) {
    var source = ledger.database.hot();
    InstantSource clock = this::now;
    Connectors connectors = new Connectors(Map.of("simerp", erp, "simshop", shop));
    FlowConfig flow = flow(rule);
    HubConfig config =
        new HubConfig(
            null,
            Map.of("shop", connection("shop", "simshop"), "erp", connection("erp", "simerp")),
            Map.of(),
            List.of(flow),
            Map.of(),
            RetentionRule.STANDARD);
    Machinery system = Machinery.system();
    Machinery machinery =
        new Machinery(
            clock,
            system.nanoTime(),
            system.random(),
            system.threads(),
            system.calls(),
            system.network(),
            system.parking(),
            system.names());
    links = new Links(config, connectors, machinery, Budgets.alone(), Watch.NONE);
    MappingLibrary library =
        MappingLibrary.load(config, connectors.schemas(), connectors.providers());
    line =
        new FlowLine(
            flow,
            link("erp"),
            link("shop"),
            null,
            library.mapping("simshop/stock.out"),
            null,
            null);
    Vault vault =
        Vault.open(
            ledger.database.general(), MasterKeys.load(Map.of(), home.resolve("key")), clock);
    IntentStore intents = new IntentStore();
    Pauses pauses = new Pauses(source, new PauseStore(), ledger.lanes);
    Translator translator = new Translator(Tables.of(Map.of()));
    delivery =
        new StockDelivery(
            source,
            demand,
            levels,
            doubts,
            translator,
            new StockWrites(
                source, intents, translator, new Departures(LEASE, machinery.nanoTime())),
            new WrittenStock(demand, levels, doubts, clock),
            new Rehearsal(new Payloads(vault, RetentionRule.STANDARD)),
            new Faults(new Reaction(BackOff.STANDARD, RandomGenerator.getDefault()), pauses));
    rounds =
        new Rounds(
            source,
            ledger.ledger,
            ledger.lanes,
            new CrossrefStore(),
            intents,
            pauses,
            new AuditStore(vault));
  }

  private Link link(String name) {
    return Objects.requireNonNull(links.all().get(name));
  }

  private static ConnectionConfig connection(String name, String connector) {
    return new ConnectionConfig(
        name,
        connector,
        new Settings(name, ModelJson.parse("{}")),
        ZoneId.of("Europe/Berlin"),
        "",
        Map.of(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  private static FlowConfig flow(StockRule rule) {
    return new FlowConfig(
        "stock",
        FlowKind.STOCK,
        true,
        new FlowConfig.Source("erp", EntityType.STOCK, null),
        new FlowConfig.Target("shop", EntityType.STOCK, "simshop/stock.out"),
        ExportConditions.ALWAYS,
        rule,
        null,
        null,
        Duration.ofMinutes(1),
        Duration.ofDays(3));
  }

  Instant now() {
    return Transactions.run(ledger.database.hot(), TimeStore::now);
  }

  /** The ERP says that something about these SKUs changed. */
  void changed(String... skus) {
    for (String sku : skus) {
      ledger.append(StockCorrection.notice(line.config(), sku, "changed"));
    }
  }

  void sold(String order, String sku, int pieces, Instant placedAt) {
    in(c -> demand.record(c, List.of(sale(order, sku, pieces, placedAt))));
  }

  /** The ERP has the order with so many pieces. */
  void inErp(String order, String sku, int pieces) {
    DemandStore.InErp there =
        new DemandStore.InErp("shop", order, Map.of(sku, BigDecimal.valueOf(pieces)));
    in(c -> demand.inErp(c, List.of(there)));
  }

  /** A sale that was over before the hub heard of it. */
  void takenBack(String order, String sku, int pieces, Instant placedAt) {
    in(c -> demand.takeBack(c, List.of(sale(order, sku, pieces, placedAt))));
  }

  private static DemandStore.Sold sale(String order, String sku, int pieces, Instant placedAt) {
    return new DemandStore.Sold("shop", order, sku, BigDecimal.valueOf(pieces), placedAt);
  }

  void in(Transactions.Action action) {
    Transactions.execute(ledger.database.hot(), action);
  }

  /** Works on everything due, once, and stores it. */
  void work() {
    List<Claimed> claimed = ledger.claim(NODE, 100).stream().map(this::claimed).toList();
    List<Round> done = delivery.run(line, claimed, () -> true);
    beforeStoring.run();
    rounds.store(NODE, done);
  }

  private Claimed claimed(Lane lane) {
    List<Message> unfinished = ledger.unfinished(lane);
    return new Claimed(lane, unfinished, LanePlan.next(unfinished));
  }

  /** State and reason of every message, in order of arrival. */
  List<String> outcomes() {
    return ledger.column("select concat_ws(' ', event, state, reason) from message order by id");
  }

  String terms(String sku) {
    return ledger
        .column("select terms from stock_level where sku = '%s'".formatted(sku))
        .getFirst();
  }

  @Override
  public void close() {
    links.close();
    ledger.close();
  }
}
